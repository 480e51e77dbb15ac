// What is to be seen: of the nodes and lines that the API gives, on this day and the one before.

import { say } from '../words.js';
import { groupName, nodeName, readList } from './canvas.js';
import { relationsOf } from './relations.js';

/**
 * Compares the lines of a day with those of the day that was shown before it.
 *
 * @returns {{mark: Function, edges: Function, since: Function, forget: Function}} nothing shown yet
 */
export function comparison() {
  let former;
  let present;

  return {
    /**
     * Marks what began, and adds what ended. Only lines between nodes that were there on both days.
     *
     * @param {string} day the day that is shown
     * @param {import('./load.js').Edge[]} edges its lines
     * @param {string[]} nodes names of the nodes
     */
    mark(day, edges, nodes) {
      if (present !== undefined && day !== present.day) {
        former = present;
      }
      present = { day, edges, nodes };
      if (former === undefined || former.day === day) {
        return edges.map((edge) => ({ ...edge, change: '' }));
      }
      const before = new Set(former.edges.map(({ id }) => id));
      const now = new Set(edges.map(({ id }) => id));
      const [there, compared] = [new Set(nodes), new Set(former.nodes)];
      const both = ({ from, to }) => [from, to].every((end) => there.has(end) && compared.has(end));
      const began = (edge) => !before.has(edge.id) && both(edge);
      const ended = former.edges.filter((edge) => !now.has(edge.id) && both(edge));
      return [
        ...edges.map((edge) => ({ ...edge, change: began(edge) ? 'began' : '' })),
        ...ended.map((edge) => ({ ...edge, change: 'ended' })),
      ];
    },
    /** Returns the lines of the day that is shown. */
    edges: () => present?.edges ?? [],
    /** Returns the day with which it is compared, if any. */
    since: () => former?.day,
    /** Begins again. */
    forget() {
      former = undefined;
      present = undefined;
    },
  };
}

/**
 * Leaves out what the legend hides, and with `near` what is no neighbour of the selection.
 *
 * @param {{nodes: import('./load.js').Node[], edges: object[], groups: string[]}} all what there is
 * @param {string} selected name of a node or group
 * @param {{hide?: string, near?: string}} parameters of the view
 * @returns {{nodes: object[], edges: object[], groups: object[]}} what is to be seen
 */
export function seen({ nodes, edges, groups }, selected, { hide, near }) {
  const hidden = new Set(readList(hide));
  const centre = groupName(selected)?.node ?? selected;
  const around = new Set([centre]);
  edges.filter(({ from }) => from === centre).forEach(({ to }) => around.add(to));
  edges.filter(({ to }) => to === centre).forEach(({ from }) => around.add(from));
  const kept = nodes.filter(({ node, type }) => !hidden.has(type) && (!near || around.has(node)));
  const there = new Set(kept.map(({ node }) => node));
  return {
    nodes: kept,
    edges: edges.filter(
      ({ from, to, relation }) => there.has(from) && there.has(to) && !hidden.has(relation),
    ),
    groups: groups
      .map(readGroup)
      .filter((group) => group && there.has(group.node) && !hidden.has(group.type)),
  };
}

function readGroup(id) {
  const name = groupName(id);
  const each =
    name && relationsOf(nodeName(name.node).type).find((known) => known.id === name.relation);
  return each && { id, ...name, type: each.type, label: say(`many.${each.type}`).toLowerCase() };
}

/** Returns the lines as a table. */
export function edgeTable(edges, nodes) {
  const label = new Map(nodes.map((node) => [node.node, node.label]));
  return {
    caption: say('network.edges'),
    columns: [
      { label: say('network.from'), value: ({ from }) => label.get(from) },
      { label: say('network.relation'), value: ({ relation }) => say(`edge.${relation}`) },
      { label: say('network.to'), value: ({ to }) => label.get(to) },
      { label: say('network.number'), numeric: true, value: ({ weight }) => weight },
      { label: say('network.since'), value: ({ since }) => since },
      { label: say('network.until'), value: ({ until }) => until },
      {
        label: say('network.change'),
        value: ({ change }) => (change ? say(`change.${change}`) : null),
      },
    ],
    rows: edges,
  };
}

/** Returns the days on which a line begins or ends, for the slider. */
export function events(edges, nodes) {
  const label = new Map(nodes.map((node) => [node.node, node.label]));
  return edges
    .flatMap(({ from, to, since, until }) => [
      since && {
        day: since,
        text: say('network.began', { from: label.get(from), to: label.get(to) }),
      },
      until && {
        day: until,
        text: say('network.ended', { from: label.get(from), to: label.get(to) }),
      },
    ])
    .filter(Boolean);
}
