// What limits the picture: filters of what is asked, and the legend, which hides kinds and lines.

import { element } from '../dom.js';
import { labels } from '../labels.js';
import { longDay, number, say } from '../words.js';
import { readList } from './canvas.js';
import { typeSign } from './panel.js';
import { KINDS, RELATIONS } from './relations.js';

const OPTIONS = `query Filters($region: RegionWhere, $day: Date) {
  segments(where: { region: $region }, sort: [{ key: ASC }], asOf: $day) { key name scheme }
  municipalities(where: { region: $region }, sort: [{ name: ASC }], asOf: $day) { code name }
  __type(name: "Expertise") { enumValues { name } }
}`;

/**
 * Makes the filters by segment, municipality and expertise.
 *
 * @param {import('../main.js').Page} page
 * @param {{choices?: {of: string, read: Promise<object>}}} memory keeps the choices of a region and day
 * @returns {HTMLElement} the filters; their choices come as soon as they are there
 */
export function filterBar(page, memory) {
  const fields = ['segment', 'municipality', 'expertise'].map((name) => {
    const select = element(
      'select',
      {
        'data-focus': `filter-${name}`,
        on: { change: () => page.set({ [name]: select.value }) },
      },
      new Option(say('network.filter.any'), ''),
    );
    return { name, select };
  });
  fill(page, fields, memory).catch(
    (error) => error.name === 'AbortError' || console.warn('No filters.', error),
  );
  return element(
    'div',
    { class: 'filters' },
    ...fields.map(({ name, select }) =>
      element(
        'label',
        {},
        element('span', { class: 'field-name', text: say(`network.filter.${name}`) }),
        select,
      ),
    ),
  );
}

async function fill(page, fields, memory) {
  const of = `${page.region} ${page.day}`;
  if (memory.choices?.of !== of) {
    const region = page.region ? { code: { eq: page.region } } : undefined;
    memory.choices = { of, read: page.ask(OPTIONS, { region, day: page.day }) };
    memory.choices.read.catch(() => {
      memory.choices = undefined;
    });
  }
  const { segments, municipalities, __type } = await memory.choices.read;
  const expertise = await labels('Expertise');
  const options = {
    segment: segments.map(({ key, name, scheme }) => new Option(`${name} (${scheme})`, key)),
    municipality: municipalities.map(({ code, name }) => new Option(name, code)),
    expertise: (__type?.enumValues ?? []).map(({ name }) => new Option(expertise(name), name)),
  };
  fields.forEach(({ name, select }) => {
    select.append(...options[name]);
    select.value = page.parameters[name] ?? '';
  });
}

/**
 * Makes the legend: each kind of node and line that is there, to hide or show.
 *
 * @param {import('../main.js').Page} page
 * @param {import('./load.js').Node[]} nodes all nodes
 * @param {Array<import('./load.js').Edge & {change: string}>} edges all lines
 * @param {string | undefined} since the day with which this one is compared, if any
 * @returns {HTMLElement} the legend
 */
export function legend(page, nodes, edges, since) {
  const hidden = new Set(readList(page.parameters.hide));
  const flip = (name) => {
    const kept = hidden.has(name) ? [...hidden].filter((each) => each !== name) : [...hidden, name];
    page.set({ hide: kept.join(',') }, false);
  };
  const entry = (name, text, count, sign) =>
    element(
      'button',
      {
        type: 'button',
        class: 'entry',
        'aria-pressed': !hidden.has(name),
        'data-focus': `legend-${name}`,
        title: say('network.legend.hint'),
        on: { click: () => flip(name) },
      },
      sign,
      `${text} `,
      element('small', { text: number(count) }),
    );
  const kinds = Object.keys(KINDS)
    .map((type) => ({ type, count: nodes.filter((node) => node.type === type).length }))
    .filter(({ count }) => count > 0)
    .map(({ type, count }) => entry(type, say(`many.${type}`), count, typeSign(type)));
  const lines = RELATIONS.map(({ name }) => ({
    name,
    count: edges.filter(({ relation }) => relation === name).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) =>
      entry(name, say(`edge.${name}`), count, element('span', { class: `stroke ${name}` })),
    );
  const compared = since !== undefined && since !== page.day;
  const changes = ['began', 'ended'].map(
    (change) => edges.filter((edge) => edge.change === change).length,
  );
  return element(
    'div',
    { class: 'legend', role: 'group', 'aria-label': say('network.legend') },
    ...kinds,
    ...lines,
    compared &&
      element('p', {
        class: 'hint',
        role: 'status',
        text: say('network.changes', {
          since: longDay(since),
          began: changes[0],
          ended: changes[1],
        }),
      }),
  );
}
