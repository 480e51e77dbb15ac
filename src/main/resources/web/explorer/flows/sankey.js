// Draws flows from one column to the next (a Sankey diagram). A number that is left out is a thin
// dashed arrow with these words.

import { canvas, fitting, responsive, svg } from '../svg.js';
import { colour } from '../theme.js';
import { number, say } from '../words.js';

const NARROW = 720;
const BAR = 10;
const GAP = 8;
const LINE = 18;
const THIN = 12;
const TALL = 420;
const THICK = 120;
const HEAD = 26;
const SERIES = ['--series-1', '--series-2', '--series-3', '--series-4', '--series-5', '--series-8', '--series-7', '--series-6'];

/**
 * @typedef {object} Flow
 * @property {number} column column in which it begins, from 0
 * @property {string} from id of a node there
 * @property {string} to id of a node in the next column
 * @property {number | null} value how many; null where the number is left out
 * @property {string} [what] what flows, if that differs
 */

/**
 * Draws flows, and again whenever the width changes.
 *
 * @param {HTMLElement} box where
 * @param {{heads: string[], name: (column: number, id: string) => string, flows: Flow[]}} content
 *     names of the columns and of the nodes, and the flows
 * @param {string} label what the picture is called
 * @returns {import('../picture.js').Drawing} the drawing, which can be saved as SVG
 */
export function drawFlows(box, content, label) {
  return responsive(box, (width) => sankey(content, label, width));
}

function sankey({ heads, name, flows }, label, place) {
  // Three columns of names need more room than a phone has.
  const width = heads.length > 2 ? Math.max(place, NARROW) : place;
  const colours = Object.fromEntries(['--ink', '--ink-soft', '--card', '--edge', ...SERIES].map((each) => [each, colour(each)]));
  const columns = layOut(flows, heads.length);
  const narrow = width < NARROW;
  const [left, right] = narrow ? [0.24 * width, 0.34 * width] : [230, 230];
  const x = (column) => left + ((width - left - right - BAR) * column) / (heads.length - 1);
  const height = HEAD + Math.max(...columns.map((nodes) => nodes.at(-1).bottom)) + GAP;
  const scene = { x, width, narrow, left, right, colours, last: heads.length - 1, name };
  return canvas(
    { width, height, label, ground: colours['--card'] },
    ...heads.map((head, column) => headText(head, column, scene)),
    ...flows.map((flow) => arrow(flow, columns, scene)),
    ...columns.flatMap((nodes, column) => nodes.map((node) => nodeBar(node, column, scene))),
    ...flows.map((flow, index) => arrowText(flow, index, scene)).filter(Boolean),
  );
}

/** Gives each node and each arrow its place from top to bottom. */
function layOut(flows, count) {
  const columns = Array.from({ length: count }, () => new Map());
  const node = (column, id) => {
    if (!columns[column].has(id)) {
      columns[column].set(id, { id, out: [], into: [], order: 0 });
    }
    return columns[column].get(id);
  };
  flows.forEach((flow) => {
    node(flow.column, flow.from).out.push(flow);
    node(flow.column + 1, flow.to).into.push(flow);
  });
  const size = (list) => list.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const most = Math.max(1, ...columns.map((nodes) => [...nodes.values()].reduce((sum, { out, into }) =>
    sum + Math.max(size(out), size(into)), 0)));
  const scale = Math.min(TALL / most, THICK / Math.max(1, ...flows.map(({ value }) => value ?? 0)));
  flows.forEach((flow) => { flow.thickness = flow.value === null ? THIN : Math.max(1.5, flow.value * scale); });
  const thick = (list) => list.reduce((sum, { thickness }) => sum + thickness, 0);
  return columns.map((nodes, column) => {
    const all = [...nodes.values()];
    all.forEach((each) => {
      each.value = Math.max(size(each.out), size(each.into));
      each.hidden = [...each.out, ...each.into].some(({ value }) => value === null);
      each.height = Math.max(thick(each.out), thick(each.into), 3);
      each.order = column === 0 ? -each.value
        : each.into.reduce((sum, flow) => sum + flow.middle * flow.thickness, 0) / (thick(each.into) || 1);
    });
    all.sort((one, other) => one.order - other.order);
    let y = 0;
    for (const each of all) {
      each.top = y + Math.max(0, (LINE - each.height) / 2);
      each.bottom = y + Math.max(each.height, LINE);
      y = each.bottom + GAP;
      stack(each.out, each.top, 'start');
    }
    return all;
  }).map((nodes) => {
    nodes.forEach((each) => stack(each.into.sort((one, other) => one.start - other.start), each.top, 'end'));
    return nodes;
  });
}

function stack(flows, top, side) {
  let y = top;
  for (const flow of flows) {
    flow[side] = y + flow.thickness / 2;
    if (side === 'start') {
      flow.middle = flow.start;
    }
    y += flow.thickness;
  }
}

function headText(head, column, { x, width, last, colours }) {
  const anchor = column === 0 ? 'start' : column === last ? 'end' : 'middle';
  const at = column === 0 ? 0 : column === last ? width : x(column);
  return svg('text', { x: at, y: 14, 'text-anchor': anchor, fill: colours['--ink-soft'], 'font-weight': 600 },
    fitting(head, width / (last + 1) - 6, 600));
}

function arrow(flow, columns, { x, colours, name }) {
  const from = x(flow.column) + BAR;
  const to = x(flow.column + 1);
  const middle = (from + to) / 2;
  const place = columns[flow.column].findIndex(({ id }) => id === flow.from);
  const [y1, y2] = [HEAD + flow.start, HEAD + flow.end];
  const hidden = flow.value === null;
  return svg(
    'path',
    {
      d: `M${from} ${y1} C${middle} ${y1} ${middle} ${y2} ${to} ${y2}`, fill: 'none',
      stroke: hidden ? colours['--edge'] : colours[SERIES[place % SERIES.length]],
      'stroke-width': hidden ? 1.5 : flow.thickness, 'stroke-opacity': hidden ? 1 : 0.4,
      ...(hidden && { 'stroke-dasharray': '4 4' }),
    },
    svg('title', {}, tell(flow, name)),
  );
}

function tell({ column, from, to, value, what }, name) {
  const size = value === null ? say('flows.leftOut') : number(value);
  return `${name(column, from)} → ${name(column + 1, to)}: ${size}${what ? ` · ${what}` : ''}`;
}

/** The number stands on each arrow that has room for it; on neighbours not below each other. */
function arrowText(flow, index, { x, last, colours, narrow }) {
  if ((flow.value !== null && flow.thickness < 13) || (narrow && last > 1)) {
    return null;
  }
  const from = x(flow.column) + BAR;
  const part = (flow.column % 2 === 0 ? 0.2 : 0.6) + 0.1 * (index % 3);
  const at = from + (x(flow.column + 1) - from) * part;
  // The height of the curve at that part of its way.
  const y = HEAD + flow.start + (flow.end - flow.start) * part * part * (3 - 2 * part) + 4;
  const text = flow.value === null ? say('flows.leftOut') : number(flow.value);
  return svg('text', {
    x: at, y, 'text-anchor': 'middle', 'font-size': 12, fill: flow.value === null ? colours['--ink-soft'] : colours['--ink'],
    stroke: colours['--card'], 'stroke-width': 3, 'paint-order': 'stroke', 'font-style': flow.value === null ? 'italic' : 'normal',
  }, flow.what && !narrow ? `${text} ${flow.what}` : text);
}

function nodeBar(node, column, { x, left, right, last, colours, name, narrow, width }) {
  const y = HEAD + node.top;
  const middle = HEAD + (node.top + node.height / 2) + 4;
  // Where a number is left out, the others are not all.
  const size = node.value > 0 && !node.hidden ? ` ${number(node.value)}` : '';
  const side = column === 0
    ? { x: x(0) - 6, 'text-anchor': 'end' }
    : { x: x(column) + BAR + 6, 'text-anchor': 'start' };
  const room = (column === 0 ? left : column === last ? right : (width - left - right) / last / 1.5) - (narrow ? 8 : 12);
  const tail = fitting(name(column, node.id), (room - size.length * 7) * (narrow ? 13 / 11 : 1)) + size;
  return svg(
    'g', {},
    svg('title', {}, name(column, node.id) + size),
    svg('rect', { x: x(column), y, width: BAR, height: Math.max(node.height, 3), rx: 2, fill: colours['--ink-soft'] }),
    svg('text', {
      ...side, y: middle, fill: colours['--ink'], stroke: colours['--card'], 'stroke-width': 3, 'paint-order': 'stroke',
      'font-size': narrow ? 11 : 13,
    }, tail),
  );
}
