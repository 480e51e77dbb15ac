// The picture of the network, by Cytoscape. The library is loaded with the first picture.

import { address } from '../caller.js';
import { element } from '../dom.js';
import { colour } from '../theme.js';
import { say } from '../words.js';

/** Each kind has a colour and a shape, so that it is known without colour. */
export const LOOKS = {
  Provider: { colour: '--series-1', shape: 'ellipse', sign: '●' },
  Network: { colour: '--series-4', shape: 'star', sign: '★' },
  Segment: { colour: '--series-2', shape: 'round-rectangle', sign: '■' },
  Product: { colour: '--series-8', shape: 'diamond', sign: '◆' },
  Agreement: { colour: '--series-6', shape: 'rhomboid', sign: '▰' },
  Municipality: { colour: '--series-3', shape: 'hexagon', sign: '⬢' },
  Referrer: { colour: '--series-5', shape: 'triangle', sign: '▲' },
  Cluster: { colour: '--series-7', shape: 'pentagon', sign: '⬟' },
};

const SIZE_LEAST = 20;
const SIZE_MOST = 56;

let library;

/**
 * @typedef {object} Scene
 * @property {import('./load.js').Node[]} nodes nodes that are shown
 * @property {Array<{id: string, node: string, type: string, count: number, label: string}>} groups
 *     groups of neighbours that are not shown each
 * @property {Array<import('./load.js').Edge & {change: '' | 'began' | 'ended'}>} edges lines
 * @property {string} selected name of the node or group that is selected
 * @property {Set<string>} path names of the nodes on the path that is shown
 */

/**
 * What stays from one picture to the next, so that nothing jumps.
 *
 * @returns {{positions: Map<string, {x: number, y: number}>}} nothing yet
 */
export function graphMemory() {
  return { positions: new Map() };
}

/**
 * Draws the network.
 *
 * @param {HTMLElement} box where
 * @param {Scene} scene what
 * @param {ReturnType<typeof graphMemory>} memory of the former picture
 * @param {(name: string) => void} choose called with the node or group that is pressed
 * @returns {Promise<import('../picture.js').Drawing &
 *     {fit: () => void, zoom: (factor: number) => void}>} the drawing
 */
export async function drawGraph(box, scene, memory, choose) {
  const elements = [
    ...scene.nodes.map((each) => circle(each, scene)),
    ...scene.groups.map((each) => group(each, scene)),
    ...scene.edges.map((each) => line(each, scene)),
    ...scene.groups.map(groupLine),
  ];
  const known = arrange(elements, memory.positions);
  const { graph, drawing } = await openGraph(
    box,
    { label: say('network.graph.label'), elements, style: style(), minZoom: 0.2 },
    choose,
  );
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || known > 0;
  if (known < graph.nodes().length) {
    graph
      .layout({
        name: 'cose',
        animate: false,
        randomize: false,
        fit: true,
        padding: 36,
        nodeDimensionsIncludeLabels: true,
        idealEdgeLength: () => 95,
        nodeRepulsion: () => 14_000,
        gravity: 0.4,
        numIter: calm ? 300 : 700,
      })
      .run();
  } else {
    graph.fit(undefined, 36);
  }
  if (graph.zoom() > 1.4) {
    graph.zoom(1.4);
    graph.center();
  }
  return {
    ...drawing,
    destroy() {
      graph.nodes().forEach((each) => memory.positions.set(each.id(), { ...each.position() }));
      drawing.destroy();
    },
  };
}

/**
 * Opens Cytoscape with elements that have their positions.
 *
 * @param {HTMLElement} box where
 * @param {{label: string, elements: object[] | ((place: HTMLElement) => object[]), style: object[],
 *     minZoom: number}} what name for screen readers, elements (or what makes them for a place),
 *     style sheet, and how small it may become
 * @param {(name: string) => void} choose called with the node that is pressed
 * @returns {Promise<{graph: object, drawing: import('../picture.js').Drawing &
 *     {fit: () => void, zoom: (factor: number) => void}}>} the graph and the drawing
 */
export async function openGraph(box, { label, elements, style: sheet, minZoom }, choose) {
  library ??= import(address('vendor/cytoscape/cytoscape.esm.min.mjs').href);
  const { default: cytoscape } = await library;
  const place = element('div', { class: 'graph', role: 'img', 'aria-label': label });
  box.append(place);
  // The wheel scrolls the page, unless the reader asks to zoom.
  box.addEventListener('wheel', (event) => event.ctrlKey || event.stopPropagation(), {
    capture: true,
  });
  const graph = cytoscape({
    container: place,
    elements: typeof elements === 'function' ? elements(place) : elements,
    style: sheet,
    layout: { name: 'preset' },
    minZoom,
    maxZoom: 3,
    autounselectify: true,
    boxSelectionEnabled: false,
  });
  graph.on('tap', 'node', (event) => choose(event.target.id()));
  graph.on('mouseover', 'node', () => {
    place.style.cursor = 'pointer';
  });
  graph.on('mouseout', 'node', () => {
    place.style.cursor = '';
  });
  const watcher = new ResizeObserver(() => graph.resize());
  watcher.observe(place);
  const drawing = {
    image: {
      kind: 'png',
      make: () => graph.png({ output: 'blob-promise', full: true, scale: 2, bg: colour('--card') }),
    },
    fit: () => graph.fit(undefined, 36),
    zoom(factor) {
      const middle = { x: place.clientWidth / 2, y: place.clientHeight / 2 };
      graph.zoom({ level: graph.zoom() * factor, renderedPosition: middle });
    },
    destroy() {
      watcher.disconnect();
      graph.destroy();
    },
  };
  return { graph, drawing };
}

/** Puts what is new around what it is connected with. Returns how many were there before. */
function arrange(elements, positions) {
  const nodes = elements.filter(({ group: what }) => what === 'nodes');
  const edges = elements.filter(({ group: what }) => what === 'edges');
  const known = nodes.filter(({ data }) => positions.has(data.id));
  const middle = (data) => {
    const edge = edges.find(
      (each) =>
        (each.data.source === data.id && positions.has(each.data.target)) ||
        (each.data.target === data.id && positions.has(each.data.source)),
    );
    return edge
      ? positions.get(edge.data.source === data.id ? edge.data.target : edge.data.source)
      : { x: 0, y: 0 };
  };
  nodes.forEach((each, index) => {
    const angle = (2 * Math.PI * index) / nodes.length;
    const around = middle(each.data);
    each.position = positions.has(each.data.id)
      ? { ...positions.get(each.data.id) }
      : { x: around.x + 110 * Math.cos(angle), y: around.y + 110 * Math.sin(angle) };
  });
  return known.length;
}

function circle({ node, type, label, size }, { selected, path }) {
  return {
    group: 'nodes',
    data: { id: node, label, width: Math.min(SIZE_MOST, SIZE_LEAST + 5 * Math.sqrt(size)) },
    classes: [type, node === selected && 'selected', path.has(node) && 'path']
      .filter(Boolean)
      .join(' '),
  };
}

function group({ id, type, label }, { selected }) {
  return {
    group: 'nodes',
    data: { id, label, width: SIZE_MOST },
    classes: `${type} group ${id === selected ? 'selected' : ''}`,
  };
}

function line({ id, from, to, relation, weight, change }, { path }) {
  return {
    group: 'edges',
    data: { id, source: from, target: to, width: Math.min(7, 1 + Math.sqrt(weight) / 1.6) },
    classes: [relation, change, path.has(from) && path.has(to) && 'path'].filter(Boolean).join(' '),
  };
}

function groupLine({ id, node }) {
  return {
    group: 'edges',
    data: { id: `${id}|`, source: node, target: id, width: 2 },
    classes: 'grouped',
  };
}

function style() {
  const [ink, soft, card, edge, accent, warn] = [
    '--ink',
    '--ink-soft',
    '--card',
    '--edge',
    '--accent',
    '--warn',
  ].map(colour);
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        width: 'data(width)',
        height: 'data(width)',
        color: ink,
        'font-size': 12,
        'font-family': getComputedStyle(document.body).fontFamily,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-wrap': 'wrap',
        'text-max-width': 120,
        'text-background-color': card,
        'text-background-opacity': 0.8,
        'text-background-padding': 1,
        'min-zoomed-font-size': 7,
        'border-width': 1.5,
        'border-color': card,
      },
    },
    ...Object.entries(LOOKS).map(([type, looks]) => ({
      selector: `.${type}`,
      style: { 'background-color': colour(looks.colour), shape: looks.shape },
    })),
    {
      selector: '.group',
      style: {
        'background-opacity': 0.25,
        'border-style': 'dashed',
        'border-width': 2,
        'border-color': ink,
        shape: 'round-rectangle',
      },
    },
    {
      selector: 'node.selected',
      style: { 'border-width': 4, 'border-color': ink, 'font-weight': 'bold' },
    },
    { selector: 'node.path', style: { 'border-width': 4, 'border-color': warn } },
    {
      selector: 'edge',
      style: { width: 'data(width)', 'line-color': edge, 'curve-style': 'bezier', opacity: 0.75 },
    },
    { selector: '.contract, .contracted', style: { 'line-color': colour('--series-1') } },
    { selector: '.partner', style: { 'line-color': colour('--series-4') } },
    { selector: '.party, .buys, .covers', style: { 'line-style': 'dashed' } },
    { selector: '.grouped', style: { 'line-style': 'dotted', 'line-color': soft } },
    {
      selector: '.began',
      style: {
        'line-color': accent,
        width: 5,
        opacity: 1,
        label: '+',
        'font-size': 18,
        color: accent,
      },
    },
    {
      selector: '.ended',
      style: { 'line-style': 'dotted', opacity: 0.35, label: '−', 'font-size': 18, color: soft },
    },
    { selector: 'edge.path', style: { 'line-color': warn, width: 5, opacity: 1 } },
  ];
}
