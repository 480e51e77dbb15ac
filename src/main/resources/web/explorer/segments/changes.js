// What changed between two days: products that are placed elsewhere.

import { choices } from '../choose.js';
import { element } from '../dom.js';
import { plusDays } from '../today.js';
import { longDay, say } from '../words.js';
import { productName } from './load.js';
import { linksOf, sankey } from './sankey.js';

const PLACED = `key code name segments(sort: [{ key: ASC }]) { key name }`;
const QUERY = `query PlacedElsewhere($region: ID, $since: Date!, $day: Date!) {
  before: products(where: { region: { code: { eq: $region } } }, asOf: $since) { ${PLACED} }
  after: products(where: { region: { code: { eq: $region } } }, asOf: $day) { ${PLACED} }
}`;

/**
 * Adds the picture.
 *
 * @param {import('../main.js').Page} page
 */
export function changesPicture(page) {
  return page.picture({
    name: 'changes',
    title: say('segments.changes'),
    explanation: say('segments.changes.explanation'),
    load: async (ask) => {
      const since = page.parameters.since || plusDays(page.day, -365);
      const data = await ask(QUERY, { region: page.region || undefined, since, day: page.day });
      const rows = changed(data);
      return {
        table: {
          caption: say('segments.changes'),
          columns: [
            { label: say('type.Product'), value: ({ product }) => productName(product) },
            {
              label: say('segments.on', { day: longDay(since) }),
              value: ({ before }) => names(before),
            },
            {
              label: say('segments.on', { day: longDay(page.day) }),
              value: ({ after }) => names(after),
            },
          ],
          rows,
        },
        async draw(box) {
          box.append(control(page, since));
          box.append(
            element('p', {
              text: say(rows.length === 0 ? 'segments.changes.none' : 'segments.changes.count', {
                count: rows.length,
                all: data.after.length,
                since: longDay(since),
                day: longDay(page.day),
              }),
            }),
          );
          return rows.length === 0
            ? undefined
            : sankey(box, linksOf(rows.flatMap(step)), {
                label: say('segments.changes'),
                heads: [longDay(since), longDay(page.day)],
              });
        },
      };
    },
  });
}

function control(page, since) {
  const date = element('input', {
    type: 'date',
    value: since,
    max: page.day,
    'data-focus': 'since',
    on: { change: () => date.value && page.set({ since: date.value }) },
  });
  return choices(
    element(
      'label',
      {},
      element('span', { class: 'field-name', text: say('segments.since') }),
      date,
    ),
  );
}

/** Products whose segments differ; one that is not there on a day is in none. */
function changed({ before, after }) {
  const former = new Map(before.map((product) => [product.key, product]));
  const present = new Map(after.map((product) => [product.key, product]));
  const keys = ({ segments }) => segments.map(({ key }) => key).join();
  return [...new Set([...former.keys(), ...present.keys()])]
    .map((key) => ({
      product: present.get(key) ?? former.get(key),
      before: former.get(key)?.segments ?? [],
      after: present.get(key)?.segments ?? [],
    }))
    .filter((row) => keys({ segments: row.before }) !== keys({ segments: row.after }));
}

function names(segments) {
  return segments.map(({ name }) => name).join('; ') || say('segments.none');
}

/** From each former segment to each present one, without those that stayed. */
function step({ product, before, after }) {
  const stayed = new Set(
    before.map(({ key }) => key).filter((key) => after.some((each) => each.key === key)),
  );
  const ends = (segments, level) => {
    const moved = segments.filter(({ key }) => !stayed.has(key));
    return moved.length === 0
      ? [{ id: `nowhere ${level}`, name: say('segments.none'), level }]
      : moved.map(({ key, name }) => ({ id: `${level} ${key}`, name, level }));
  };
  return ends(before, 0).flatMap((from) =>
    ends(after, 1).map((to) => ({
      sure: null,
      told: productName(product),
      nodes: [from, to],
    })),
  );
}
