// Draws pairs on a circle: one line for each pair, as wide as its number. A number that is left out
// is a dashed line.

import { canvas, fitting, responsive, svg } from '../svg.js';
import { colour } from '../theme.js';
import { number, say } from '../words.js';

/**
 * Draws pairs, and again whenever the width changes.
 *
 * @param {HTMLElement} box where
 * @param {{first: string, second: string, value: number | null}[]} pairs names of the two, and how
 *     many they share; null where the number is left out
 * @param {string} label what the picture is called
 * @returns {import('../picture.js').Drawing} the drawing, which can be saved as SVG
 */
export function drawPairs(box, pairs, label) {
  return responsive(box, (width) => circle(pairs, label, width));
}

function circle(pairs, label, width) {
  const [ink, edge, card, accent] = ['--ink', '--edge', '--card', '--accent'].map(colour);
  const names = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))].sort();
  const size = Math.min(width, 760);
  const room = size < 500 ? 92 : 175;
  const radius = size / 2 - room;
  const [middle, height] = [width / 2, size];
  const angle = (name) => (2 * Math.PI * names.indexOf(name)) / names.length - Math.PI / 2;
  const at = (name) => [middle + radius * Math.cos(angle(name)), height / 2 + radius * Math.sin(angle(name))];
  const most = Math.max(1, ...pairs.map(({ value }) => value ?? 0));
  const lines = [...pairs].sort((one, other) => (one.value ?? 0) - (other.value ?? 0)).map(({ first, second, value }) => {
    const [[x1, y1], [x2, y2]] = [at(first), at(second)];
    return svg(
      'path',
      {
        d: `M${x1} ${y1} Q${middle} ${height / 2} ${x2} ${y2}`, fill: 'none',
        stroke: value === null ? edge : accent, 'stroke-width': value === null ? 1 : 2 + (8 * value) / most,
        'stroke-opacity': value === null ? 0.8 : 0.7, ...(value === null && { 'stroke-dasharray': '3 4' }),
      },
      svg('title', {}, `${first} – ${second}: ${value === null ? say('flows.leftOut') : number(value)}`),
    );
  });
  const texts = names.map((name) => {
    const [x, y] = at(name);
    const degrees = (angle(name) * 180) / Math.PI;
    const left = Math.cos(angle(name)) < -0.001;
    return svg(
      'g', { transform: `translate(${x} ${y}) rotate(${left ? degrees + 180 : degrees})` },
      svg('title', {}, name),
      svg('circle', { r: 4, fill: ink }),
      svg('text', { x: left ? -8 : 8, y: 4, 'text-anchor': left ? 'end' : 'start', fill: ink, 'font-size': size < 500 ? 11 : 12 }, fitting(name, room)),
    );
  });
  return canvas({ width, height, label, ground: card }, ...lines, ...texts);
}
