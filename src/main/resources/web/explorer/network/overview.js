// Where the network view starts: how many there are of each kind, and lists to choose from.

import { button, element } from '../dom.js';
import { number, say } from '../words.js';
import { nodeId } from './canvas.js';
import { typeSign } from './panel.js';
import { KINDS } from './relations.js';

const COUNTED = [
  'Provider',
  'Network',
  'Segment',
  'Product',
  'Agreement',
  'Municipality',
  'Referrer',
];
const OVERVIEW = `query Overview($region: RegionWhere, $day: Date) {
${COUNTED.map((type) => `  ${type}: ${KINDS[type].list}Connection(where: { region: $region }, asOf: $day) { totalCount }`).join('\n')}
}`;

/**
 * Adds the overview, and the list of the kind that is chosen. Both are there only while nothing is
 * on the canvas.
 *
 * @param {import('../main.js').Page} page
 */
export function overviewPicture(page) {
  const shown = () => !page.parameters.at && !page.parameters.nodes;
  page.picture({
    name: 'overview',
    title: say('network.overview'),
    explanation: say('network.overview.explanation'),
    shown,
    load: (ask) => overview(page, ask),
  });
  page.picture({
    name: 'list',
    title: say('network.list.title'),
    explanation: say('network.list.explanation'),
    shown,
    load: (ask) => list(page, ask),
  });
}

function regionOf(page) {
  return page.region ? { code: { eq: page.region } } : undefined;
}

function kindOf(page) {
  return page.parameters.kind in KINDS ? page.parameters.kind : 'Network';
}

async function overview(page, ask) {
  const counts = await ask(OVERVIEW, { region: regionOf(page), day: page.day });
  const rows = COUNTED.map((type) => ({ type, count: counts[type].totalCount }));
  return {
    empty: rows.every(({ count }) => count === 0),
    table: {
      caption: say('network.overview'),
      columns: [
        { label: say('network.kind'), value: ({ type }) => say(`many.${type}`) },
        { label: say('network.number'), numeric: true, value: ({ count }) => count },
      ],
      rows,
    },
    draw(box) {
      box.append(element('ul', { class: 'figures' }, ...rows.map((row) => figure(page, row))));
    },
  };
}

function figure(page, { type, count }) {
  return element(
    'li',
    {},
    element(
      'button',
      {
        type: 'button',
        class: 'figure',
        'data-focus': `kind-${type}`,
        'aria-pressed': type === kindOf(page),
        on: { click: () => page.set({ kind: type }) },
      },
      element('strong', { text: number(count) }),
      element('span', {}, typeSign(type), ` ${say(`many.${type}`)}`),
    ),
  );
}

async function list(page, ask) {
  const type = kindOf(page);
  const { list: field, key, size } = KINDS[type];
  const query = `query List($region: RegionWhere, $day: Date) {
  ${field}(where: { region: $region }, sort: [{ name: ASC }], asOf: $day) {
    key: ${key} name ${size ? `size: ${size} { totalCount } ` : ''}region { name }
  }
}`;
  const rows = (await ask(query, { region: regionOf(page), day: page.day }))[field];
  const open = (row) =>
    button(row.name ?? row.key, () => page.set({ at: nodeId({ type, key: row.key }), kind: '' }), {
      class: 'link',
      'data-focus': `open-${row.key}`,
    });
  return {
    empty: rows.length === 0,
    rows: true,
    table: {
      caption: say(`many.${type}`),
      columns: [
        { label: say('network.name'), value: (row) => row.name ?? row.key, cell: open },
        { label: say('network.region'), value: (row) => row.region?.name ?? null },
        size && { label: say(`size.${type}`), numeric: true, value: (row) => row.size.totalCount },
      ].filter(Boolean),
      rows,
    },
  };
}
