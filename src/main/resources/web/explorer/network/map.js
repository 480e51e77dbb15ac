// The map of a whole network: communities by colour and shape.

import { colour } from '../theme.js';
import { openGraph } from './graph.js';
import { places } from './places.js';

const SHAPES = [
  ['ellipse', '●'],
  ['round-rectangle', '■'],
  ['diamond', '◆'],
  ['triangle', '▲'],
  ['hexagon', '⬢'],
  ['star', '★'],
  ['pentagon', '⬟'],
  ['rhomboid', '▰'],
];
const PIXELS_A_NAME = 80_000;

/**
 * @typedef {object} Actor as the API has it
 * @property {string} id
 * @property {string} name
 * @property {number} community number of its community, from 1
 * @property {boolean} cutPoint
 * @property {number} x from 0 to 1000
 * @property {number} y from 0 to 1000
 */

/**
 * Returns how a community looks. Each of the first 64 has a pair of colour and shape of its own.
 *
 * @param {number} community its number, from 1
 * @returns {{colour: string, shape: string, sign: string}} custom property, shape, and its sign
 */
export function communityLooks(community) {
  const place = (community - 1) % (SHAPES.length * SHAPES.length);
  const [shape, sign] = SHAPES[(place + Math.floor(place / SHAPES.length)) % SHAPES.length];
  return { colour: `--series-${(place % SHAPES.length) + 1}`, shape, sign };
}

/**
 * Draws the map.
 *
 * @param {HTMLElement} box where
 * @param {object} what
 * @param {string} what.label what it is, for screen readers
 * @param {Actor[]} what.actors who is in it
 * @param {Array<{first: string, second: string, weight: number}>} what.ties the ties to draw
 * @param {(actor: Actor) => number} what.size the measure that sets the size
 * @param {number} what.community the only one that is not faint; 0 for all
 * @param {(id: string) => void} choose called with the id of the actor that is pressed
 * @returns {ReturnType<typeof openGraph>} the drawing
 */
export async function drawMap(box, { label, actors, ties, size, community }, choose) {
  const faint = (actor) => community > 0 && actor.community !== community;
  const { graph, drawing } = await openGraph(
    box,
    {
      label,
      elements: (place) => [
        ...circles(actors, size, faint, place),
        ...lines(ties, new Set(actors.filter(faint).map(({ id }) => id))),
      ],
      style: style(),
      minZoom: 0.1,
    },
    choose,
  );
  graph.fit(undefined, 30);
  graph.on('mouseover', 'node', ({ target }) => target.addClass('named'));
  graph.on('mouseout', 'node', ({ target }) => target.toggleClass('named', target.data('largest')));
  return drawing;
}

function circles(actors, size, faint, { clientWidth: width, clientHeight: height }) {
  const most = Math.max(...actors.map(size)) || 1;
  const large = Math.min(44, Math.sqrt((width * height) / actors.length) / 3);
  const seen = actors.filter((actor) => !faint(actor));
  const named = Math.ceil((width * height) / PIXELS_A_NAME);
  const largest = new Set(
    [...seen].sort((one, other) => size(other) - size(one)).slice(0, named),
  );
  const widths = actors.map((actor) => large * (0.35 + 0.65 * Math.sqrt(size(actor) / most)));
  const placed = places(actors, widths, { width, height });
  return actors.map((actor, index) => ({
    group: 'nodes',
    data: {
      id: actor.id,
      label: actor.name,
      width: widths[index],
      largest: largest.has(actor),
    },
    position: placed[index],
    classes: [
      communityClass(actor.community),
      actor.cutPoint && 'cut',
      faint(actor) && 'faint',
      largest.has(actor) && 'named',
    ]
      .filter(Boolean)
      .join(' '),
  }));
}

function lines(ties, faint) {
  const most = Math.max(...ties.map(({ weight }) => weight));
  return ties.map(({ first, second, weight }) => ({
    group: 'edges',
    data: {
      id: `${first}|${second}`,
      source: first,
      target: second,
      width: 0.8 + (6 * weight) / most,
    },
    classes: faint.has(first) || faint.has(second) ? 'faint' : '',
  }));
}

function communityClass(community) {
  const { colour: name, shape } = communityLooks(community);
  return `c${name.slice(-1)} ${shape}`;
}

function style() {
  const [ink, card, edge] = ['--ink', '--card', '--edge'].map(colour);
  return [
    {
      selector: 'node',
      style: {
        label: 'data(label)',
        width: 'data(width)',
        height: 'data(width)',
        color: ink,
        'font-size': 11,
        'font-family': getComputedStyle(document.body).fontFamily,
        'text-valign': 'bottom',
        'text-margin-y': 3,
        'text-wrap': 'wrap',
        'text-max-width': 110,
        'text-background-color': card,
        'text-background-opacity': 0.8,
        'min-zoomed-font-size': 16,
        'border-width': 1,
        'border-color': card,
      },
    },
    ...SHAPES.flatMap(([shape], index) => [
      { selector: `.${shape}`, style: { shape } },
      {
        selector: `.c${index + 1}`,
        style: { 'background-color': colour(`--series-${index + 1}`) },
      },
    ]),
    {
      selector: '.cut',
      style: { 'border-width': 5, 'border-style': 'double', 'border-color': ink },
    },
    { selector: '.named', style: { 'min-zoomed-font-size': 0, 'z-index': 2 } },
    {
      selector: 'edge',
      style: { width: 'data(width)', 'line-color': edge, 'curve-style': 'haystack', opacity: 0.5 },
    },
    { selector: 'node.faint', style: { opacity: 0.2 } },
    { selector: 'edge.faint', style: { opacity: 0.08 } },
  ];
}
