// Lines that run over levels, from left to right. The colour says how sure they are; so does a sign
// in the name, with the number of lines that are not sure.

import { plain } from '../bars.js';
import { chart } from '../charts.js';
import { element } from '../dom.js';
import { colour } from '../theme.js';
import { number, say } from '../words.js';

const SURE = { HIGH: '--series-1', MEDIUM: '--series-3', LOW: '--series-5' };
const LEAST = 420;
const ROW = 22;
const TOLD = 6;

/**
 * @typedef {object} Step what runs along nodes
 * @property {string | null} sure its confidence
 * @property {string} told what is told of it
 * @property {Array<{id: string, name: string, level: number}>} nodes where it runs along
 */

/**
 * Puts what runs along the same nodes, and is as sure, together.
 *
 * @param {Step[]} steps what runs
 * @returns {{nodes: object[], links: object[]}} nodes and links with their steps
 */
export function linksOf(steps) {
  const nodes = new Map();
  const links = new Map();
  for (const step of steps) {
    step.nodes.forEach((node, place) => {
      const known = nodes.get(node.id) ?? { ...node, steps: [] };
      known.steps.push(step);
      nodes.set(node.id, known);
      const next = step.nodes[place + 1];
      if (next) {
        // What is sure and what is not run beside each other.
        const id = `${node.id}\n${next.id}\n${step.sure}`;
        const link = links.get(id) ?? {
          source: node.id,
          target: next.id,
          sure: step.sure,
          steps: [],
        };
        link.steps.push(step);
        links.set(id, link);
      }
    });
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

/**
 * Draws them.
 *
 * @param {HTMLElement} box where
 * @param {{nodes: object[], links: object[]}} content of `linksOf`
 * @param {{label: string, heads: string[], click?: (node: string) => void}} more what the drawing is
 *     called; names of the levels; what happens when a node is clicked
 * @returns {Promise<import('../picture.js').Drawing>} the drawing
 */
export function sankey(box, { nodes, links }, { label, heads, click }) {
  const place = element('div', { class: 'wide', tabIndex: 0, role: 'region', 'aria-label': label });
  box.append(place);
  const last = heads.length - 1;
  const most = Math.max(
    ...heads.map((_head, level) => nodes.filter((node) => node.level === level).length),
  );
  const named = new Map(nodes.map((node) => [node.id, node]));
  const option = {
    title: heads.map((text, level) => ({
      text,
      top: 0,
      left: level === 0 ? 0 : level === last ? 'right' : 'center',
      textStyle: { fontSize: 13, fontWeight: 600, color: colour('--ink-soft') },
    })),
    tooltip: {
      confine: true,
      formatter: ({ dataType, data, name }) =>
        plain(
          dataType === 'edge'
            ? tell(`${named.get(data.source).name} → ${named.get(data.target).name}`, data.steps)
            : tell(named.get(name).name, named.get(name).steps),
        ),
    },
    series: [
      {
        type: 'sankey',
        animation: false,
        left: 2,
        right: 2,
        top: 30,
        bottom: 8,
        nodeWidth: 12,
        nodeGap: 13,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        layoutIterations: 48,
        data: nodes.map((node) => ({
          name: node.id,
          depth: node.level,
          itemStyle: { color: colour(node.id === 'none' ? '--warn' : '--edge'), borderWidth: 0 },
          label: { position: node.level === last ? 'left' : 'right', formatter: nameOf(node) },
        })),
        links: links.map((link) => ({
          ...link,
          value: link.steps.length,
          lineStyle: {
            color: colour(SURE[link.sure] ?? '--edge'),
            opacity: 0.35,
            curveness: 0.5,
          },
        })),
        label: { color: colour('--ink'), textBorderColor: colour('--card'), textBorderWidth: 3 },
      },
    ],
  };
  return chart(place, option, {
    label,
    height: Math.max(Math.min(LEAST, 90 * most), most * ROW + 60),
    click: click && (({ dataType, name }) => dataType === 'node' && click(name)),
  });
}

function nameOf({ name, level, id, steps }) {
  const unsure = steps.filter(({ sure }) => sure === 'MEDIUM' || sure === 'LOW').length;
  const count = level === 0 && id.startsWith('product ') ? '' : ` ${number(steps.length)}`;
  return `${name.length > 48 ? `${name.slice(0, 47)}…` : name}${count}${unsure > 0 ? ` △${count && number(unsure)}` : ''}`;
}

/** What is told of many lines: how many, how sure, and the first of them. */
function tell(name, steps) {
  if (steps.length === 1) {
    return `${name}\n${steps[0].told}`;
  }
  const by = Map.groupBy(steps, ({ sure }) => sure ?? 'NONE');
  const sure = [...by]
    .map(([each, own]) => `${say(`confidence.${each}`)} ${number(own.length)}`)
    .join(', ');
  const first = steps.slice(0, TOLD).map((step) => step.told.split('\n')[0]);
  return [
    name,
    say('segments.lines', { count: steps.length, sure }),
    ...first,
    steps.length > TOLD && '…',
  ]
    .filter(Boolean)
    .join('\n');
}
