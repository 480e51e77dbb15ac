// What stands beside the picture: the node or group that is selected, its neighbours by kind, and
// all that is on the canvas. Everything can be done here without the picture.

import { button, element } from '../dom.js';
import { labels } from '../labels.js';
import { searchBox } from '../search.js';
import { table } from '../table.js';
import { longDay, number, say } from '../words.js';
import { nodeId } from './canvas.js';
import { LOOKS } from './graph.js';
import { GROUP_FROM } from './load.js';
import { KINDS } from './relations.js';

/**
 * What the reader can do.
 *
 * @typedef {object} Deeds
 * @property {(name: string) => void} select shows another node or group here
 * @property {(names: string[], group?: string) => void} add puts nodes on the canvas; a group goes
 * @property {(names: string[]) => void} remove takes nodes or groups from the canvas
 * @property {(group: string) => void} addGroup puts a group on the canvas, and selects it
 * @property {(name: string) => void} collapse takes away the neighbours that nothing else holds
 * @property {(name: string) => void} alone starts again with this node
 * @property {(name: string) => void} findPath looks for a path to another node
 */

/** Returns the sign and name of a type. */
export function typeSign(type) {
  const sign = element('span', { class: 'sign', text: LOOKS[type].sign, 'aria-hidden': true });
  sign.style.color = `var(${LOOKS[type].colour})`;
  return sign;
}

/**
 * Shows a node.
 *
 * @param {import('./load.js').Node} node the node
 * @param {import('./load.js').Neighbours[]} neighbours of it
 * @param {Set<string>} shown names of the nodes on the canvas
 * @param {string} pathText what is to be said of a path, or empty
 * @param {string} day the day that is asked
 * @param {Deeds} deeds what can be done
 * @returns {Promise<HTMLElement>} the panel
 */
export async function nodePanel(node, neighbours, shown, pathText, day, deeds) {
  const rows = neighbours.map((each) => {
    const names = each.first.map(({ key }) => nodeId({ type: each.type, key }));
    const many = each.count >= GROUP_FROM;
    const missing = many ? [] : names.filter((name) => !shown.has(name));
    const text = say(many ? 'network.list' : missing.length === 0 ? 'network.all' : 'network.add');
    const press = () => (many ? deeds.addGroup(each.id) : deeds.add(missing));
    return element(
      'li',
      {},
      typeSign(each.type),
      element(
        'span',
        { class: 'what' },
        `${say(`relation.${each.id}`)} `,
        element('strong', { text: number(each.count) }),
      ),
      button(text, press, {
        class: 'action',
        disabled: !many && missing.length === 0,
        'data-focus': `add-${each.id}`,
        'aria-label': `${text}: ${say(`relation.${each.id}`)} (${each.count})`,
      }),
    );
  });
  return element(
    'div',
    { class: 'panel' },
    heading(node.type, node.label),
    element('dl', {}, ...(await facts(node))),
    element('h4', { text: say('network.connected') }),
    rows.length > 0
      ? element('ul', { class: 'neighbours' }, ...rows)
      : element('p', { class: 'hint', text: say('network.alone') }),
    element(
      'div',
      { class: 'deeds' },
      button(say('network.collapse'), () => deeds.collapse(node.node), {
        class: 'action',
        'data-focus': 'collapse',
      }),
      button(say('network.onlyThis'), () => deeds.alone(node.node), {
        class: 'action',
        'data-focus': 'alone',
      }),
      button(say('network.remove'), () => deeds.remove([node.node]), {
        class: 'action',
        'data-focus': 'remove',
      }),
    ),
    element('h4', { text: say('network.path') }),
    searchBox(
      () => day,
      ({ type, key }) => deeds.findPath(nodeId({ type, key })),
      say('network.path.to'),
    ),
    element('p', { class: 'hint', role: 'status', text: pathText }),
  );
}

function heading(type, label) {
  return element(
    'h3',
    { tabIndex: -1, 'data-focus': 'panel' },
    typeSign(type),
    element('small', { text: say(`type.${type}`) }),
    label,
  );
}

async function facts({ type, key, values }) {
  const { enums = [] } = KINDS[type];
  const told = [];
  const tell = (name, text) =>
    text &&
    told.push(element('dt', { text: say(`network.fact.${name}`) }), element('dd', { text }));
  tell('key', values.code ?? key);
  for (const [field, enumType] of enums) {
    const label = await labels(enumType);
    tell(field, [values[field] ?? []].flat().map(label).join(', '));
  }
  tell('region', values.region?.name);
  tell('startsOn', values.startsOn && longDay(values.startsOn));
  tell('endsOn', values.endsOn && longDay(values.endsOn));
  return told;
}

/**
 * Shows a group, to choose from.
 *
 * @param {{id: string, type: string, label: string, of: string}} group the group
 * @param {Array<{key: string, name: string}>} all what is in it
 * @param {Set<string>} shown names of the nodes on the canvas
 * @param {Deeds} deeds what can be done
 * @returns {HTMLElement} the panel
 */
export function groupPanel(group, all, shown, deeds) {
  const name = ({ key }) => nodeId({ type: group.type, key });
  return element(
    'div',
    { class: 'panel' },
    heading(group.type, group.label),
    element('p', { class: 'hint', text: say('network.group.explanation') }),
    table(
      {
        caption: group.label,
        columns: [
          { label: say('network.name'), value: (row) => row.name ?? row.key },
          {
            label: say('network.canvas'),
            value: (row) => (shown.has(name(row)) ? 1 : 0),
            cell: (row) => putOrTake(row, name(row), shown, deeds),
          },
        ],
        rows: all,
      },
      group.memory,
    ),
    element(
      'div',
      { class: 'deeds' },
      button(say('network.back'), () => deeds.select(group.of), {
        class: 'action',
        'data-focus': 'back',
      }),
      button(say('network.remove'), () => deeds.remove([group.id]), {
        class: 'action',
        'data-focus': 'remove',
      }),
    ),
  );
}

function putOrTake(row, name, shown, deeds) {
  const there = shown.has(name);
  return button(
    say(there ? 'network.remove' : 'network.add'),
    () => (there ? deeds.remove([name]) : deeds.add([name])),
    {
      class: 'action',
      'data-focus': `row-${name}`,
      'aria-label': `${say(there ? 'network.remove' : 'network.add')}: ${row.name ?? row.key}`,
    },
  );
}

/**
 * Lists the nodes on the canvas.
 *
 * @param {import('./load.js').Node[]} nodes the nodes
 * @param {Map<string, number>} degrees how many lines each has
 * @param {string} selected name of the one that is selected
 * @param {object} memory of the table
 * @param {Deeds} deeds what can be done
 * @returns {HTMLElement} the list
 */
export function nodeTable(nodes, degrees, selected, memory, deeds) {
  return table(
    {
      caption: say('network.nodes', { count: nodes.length }),
      columns: [
        {
          label: say('network.name'),
          value: ({ label }) => label,
          cell: ({ node, label }) =>
            button(label, () => deeds.select(node), {
              class: 'link',
              'data-focus': `select-${node}`,
            }),
        },
        { label: say('network.kind'), value: ({ type }) => say(`type.${type}`) },
        { label: say('network.lines'), numeric: true, value: ({ node }) => degrees.get(node) ?? 0 },
        {
          label: say('network.canvas'),
          value: () => '',
          cell: ({ node, label }) =>
            button(say('network.remove'), () => deeds.remove([node]), {
              class: 'action',
              'data-focus': `remove-${node}`,
              'aria-label': `${say('network.remove')}: ${label}`,
            }),
        },
      ],
      rows: nodes,
      marked: ({ node }) => node === selected,
    },
    memory,
  );
}
