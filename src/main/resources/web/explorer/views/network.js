// The network: who works with whom, and for what. It starts with an overview; a node that is chosen
// shows what it is connected with, and from there one kind of neighbour at a time.

import { button, element } from '../dom.js';
import { number, say } from '../words.js';
import { groupId, groupName, nodeId, readList, steps } from '../network/canvas.js';
import { filterBar, legend } from '../network/filters.js';
import { drawGraph, graphMemory } from '../network/graph.js';
import { GROUP_FROM, loadCanvas, loadGroup, loadNeighbours, loadPaths } from '../network/load.js';
import { overviewPicture } from '../network/overview.js';
import { groupPanel, nodePanel, nodeTable } from '../network/panel.js';
import { comparison, edgeTable, events, seen } from '../network/scene.js';
import { wholePicture } from '../network/whole.js';

const NODES_MOST = 200;

/** @type {import('../main.js').View} */
export const view = {
  name: 'network',
  show(page) {
    overviewPicture(page);
    wholePicture(page);
    egoPicture(page);
  },
};

function egoPicture(page) {
  const memory = { graph: graphMemory(), nodes: {}, groups: new Map() };
  const history = steps(
    () => page.parameters,
    (canvas) => page.set({ ...canvas, path: '' }, false),
  );
  const days = comparison();

  const limits = () => ({ ...page.parameters, region: page.region });
  const canvas = () => ({
    nodes: readList(page.parameters.nodes),
    groups: readList(page.parameters.groups),
  });

  /** Changes what is on the canvas; can be undone. */
  function put({ nodes, groups }, more = {}) {
    history.remember();
    page.set({
      nodes: [...new Set(nodes)].slice(0, NODES_MOST).join(','),
      groups: [...new Set(groups)].join(','),
      ...more,
    });
  }

  const deeds = {
    select: (name) => page.set({ at: name, path: '' }, false),
    add: (names, group) =>
      put({
        nodes: [...canvas().nodes, ...names],
        groups: canvas().groups.filter((each) => each !== group),
      }),
    remove(names) {
      const kept = {
        nodes: canvas().nodes.filter((each) => !names.includes(each)),
        groups: canvas().groups.filter(
          (each) => !names.includes(each) && !names.includes(groupName(each).node),
        ),
      };
      const at = names.includes(page.parameters.at) ? (kept.nodes[0] ?? '') : page.parameters.at;
      put(kept, { at, path: '' });
    },
    addGroup(relation) {
      const id = groupId(page.parameters.at, relation);
      if (canvas().groups.includes(id)) {
        deeds.select(id);
        return;
      }
      put({ nodes: canvas().nodes, groups: [...canvas().groups, id] }, { at: id });
    },
    collapse(name) {
      const others = new Set(
        days.edges().flatMap(({ from, to }) => (from === name || to === name ? [] : [from, to])),
      );
      put({
        nodes: canvas().nodes.filter((each) => each === name || others.has(each)),
        groups: canvas().groups.filter((each) => groupName(each).node !== name),
      });
    },
    alone: (name) => put({ nodes: [], groups: [] }, { at: name, path: '' }),
    findPath: (name) =>
      put({ nodes: [...canvas().nodes, name], groups: canvas().groups }, { path: name }),
  };

  /** Puts a node on an empty canvas with its neighbours; many of a kind come as a group. */
  async function start(ask) {
    const { at } = page.parameters;
    const neighbours = await loadNeighbours(ask, at, page.day, limits());
    const few = neighbours.filter(({ count }) => count < GROUP_FROM);
    const many = neighbours.filter(({ count }) => count >= GROUP_FROM);
    page.set(
      {
        nodes: [
          at,
          ...few.flatMap(({ type, first }) => first.map(({ key }) => nodeId({ type, key }))),
        ].join(','),
        groups: many.map(({ id }) => groupId(at, id)).join(','),
      },
      false,
    );
  }

  async function load(ask) {
    const { at } = page.parameters;
    if (canvas().nodes.length === 0) {
      days.forget();
      // Loads again.
      await start(ask);
      return {};
    }
    const selected = at ?? canvas().nodes[0];
    const { nodes, edges } = await loadCanvas(ask, canvas().nodes, page.day, page.parameters);
    const chosen = nodes.find(({ node }) => node === (groupName(selected)?.node ?? selected));
    const neighbours = chosen ? await loadNeighbours(ask, chosen.node, page.day, limits()) : [];
    const paths = await findPaths(ask, nodes);
    if (paths.missing.length > 0) {
      page.set({ nodes: [...canvas().nodes, ...paths.missing].join(',') }, false);
      return {};
    }
    const changed = days.mark(page.day, edges, canvas().nodes);
    page.markDays(events(edges, nodes));
    const shown = seen(
      { nodes, edges: changed, groups: canvas().groups },
      selected,
      page.parameters,
    );
    const scene = {
      ...shown,
      groups: counted(shown.groups, chosen, neighbours),
      all: nodes,
      allEdges: changed,
      selected,
      chosen,
      neighbours,
      paths,
    };
    const beside = await side(scene, ask);
    return {
      empty: nodes.length === 0,
      emptyText: say('network.filteredOut'),
      table: edgeTable(shown.edges, nodes),
      draw: (box) => draw(box, scene, beside),
    };
  }

  async function findPaths(ask, nodes) {
    const { at, path } = page.parameters;
    const [from, to] = [at, path].map((name) => nodes.find(({ node }) => node === name));
    if (!path || !from || !to) {
      return { text: '', nodes: new Set(), missing: [] };
    }
    const found = await loadPaths(ask, from.id, to.id, page.day);
    const along = new Set(found.flat());
    const text =
      found.length === 0
        ? say('network.path.none', { to: to.label })
        : say('network.path.found', {
            to: to.label,
            count: found.length,
            length: found[0].length - 1,
          });
    const there = new Set(canvas().nodes);
    return { text, nodes: along, missing: [...along].filter((name) => !there.has(name)) };
  }

  /** Says in the label of each group how many are in it, as far as that is known. */
  function counted(groups, chosen, neighbours) {
    return groups.map((group) => {
      const known =
        group.node === chosen?.node
          ? neighbours.find(({ id }) => id === group.relation)?.count
          : undefined;
      const count = known ?? memory.groups.get(group.id)?.count;
      memory.groups.set(group.id, { ...memory.groups.get(group.id), count });
      return {
        ...group,
        label: count === undefined ? group.label : `${number(count)} ${group.label}`,
      };
    });
  }

  async function draw(box, scene, beside) {
    const { nodes, edges, groups, selected } = scene;
    const degrees = new Map();
    edges.forEach(({ from, to }) =>
      [from, to].forEach((end) => degrees.set(end, (degrees.get(end) ?? 0) + 1)),
    );
    const left = element('div', { class: 'canvas' });
    let drawing;
    box.append(
      ...[
        toolbar(() => drawing),
        element('div', { class: 'split' }, left, beside),
        legend(page, scene.all, scene.allEdges, days.since()),
        canvas().nodes.length >= NODES_MOST &&
          element('p', {
            class: 'state limit',
            role: 'status',
            text: say('network.full', { most: NODES_MOST }),
          }),
        filterBar(page, memory),
        nodeTable(nodes, degrees, selected, memory.nodes, deeds),
      ].filter(Boolean),
    );
    drawing = await drawGraph(
      left,
      { nodes, edges, groups, selected, path: scene.paths.nodes },
      memory.graph,
      deeds.select,
    );
    return drawing;
  }

  async function side({ all, groups, selected, chosen, neighbours, paths }, ask) {
    const shown = new Set(canvas().nodes);
    const group = groups.find(({ id }) => id === selected);
    if (group) {
      const { all: members } = await loadGroup(ask, group.node, group.relation, page.day, limits());
      const kept = memory.groups.get(group.id);
      kept.table ??= {};
      const label = `${chosen?.label ?? ''}: ${group.label}`;
      return groupPanel(
        { ...group, label, of: group.node, memory: kept.table },
        members,
        shown,
        deeds,
      );
    }
    if (!chosen || !all.includes(chosen)) {
      return element('p', { class: 'panel hint', text: say('network.choose') });
    }
    return nodePanel(chosen, neighbours, shown, paths.text, page.day, deeds);
  }

  function toolbar(drawn) {
    const near = Boolean(page.parameters.near);
    return element(
      'div',
      { class: 'toolbar', role: 'group', 'aria-label': say('network.tools') },
      button(say('network.undo'), history.undo, {
        class: 'action',
        disabled: !history.canUndo(),
        'data-focus': 'undo',
      }),
      button(say('network.redo'), history.redo, {
        class: 'action',
        disabled: !history.canRedo(),
        'data-focus': 'redo',
      }),
      button('+', () => drawn().zoom(1.3), {
        class: 'action',
        'aria-label': say('network.larger'),
        'data-focus': 'larger',
      }),
      button('−', () => drawn().zoom(1 / 1.3), {
        class: 'action',
        'aria-label': say('network.smaller'),
        'data-focus': 'smaller',
      }),
      button(say('network.fit'), () => drawn().fit(), { class: 'action', 'data-focus': 'fit' }),
      button(say('network.near'), () => page.set({ near: near ? '' : '1' }, false), {
        class: 'action',
        'aria-pressed': near,
        'data-focus': 'near',
      }),
      button(say('network.toOverview'), () => page.go('network', {}), {
        class: 'action',
        'data-focus': 'overview',
      }),
    );
  }

  page.picture({
    name: 'connections',
    title: say('network.title'),
    explanation: say('network.explanation'),
    shown: () => Boolean(page.parameters.at || page.parameters.nodes),
    load,
  });
}
