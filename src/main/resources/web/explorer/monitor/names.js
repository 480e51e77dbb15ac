// Names of what stands in the keys of statistics.

import { labels } from '../labels.js';
import { say } from '../words.js';
import { words } from '../words/monitor.js';

const NAMES = `query Names($day: Date) {
  segments(asOf: $day) { key name }
  providers(asOf: $day) { key: agb name }
  networks(asOf: $day) { key name }
}`;

/** Dimensions of which the values are those of enums. */
const ENUMS = {
  category: ['ProductCategory'],
  funding: ['Funding'],
  kind: ['TrajectoryKind', 'RegieKind'],
  providerKind: ['ProviderKind'],
  referrerKind: ['ReferrerKind'],
  rule: ['FindingRule'],
  step: ['ProcessStep'],
};

/** Values that have an order of their own. */
const ORDER = [
  'SIGNAL',
  'INTAKE',
  'DECISION',
  'ANALYSIS',
  'PLAN',
  'CARE',
  'OUTFLOW',
  '1',
  '2',
  '3',
  '4_OR_MORE',
  'UP_TO_1_WEEK',
  'UP_TO_2_WEEKS',
  'UP_TO_4_WEEKS',
  'UP_TO_14_WEEKS',
  'UP_TO_26_WEEKS',
  'UP_TO_3_MONTHS',
  'UP_TO_6_MONTHS',
  'UP_TO_1_YEAR',
  'LONGER',
  'NONE',
  'ONE',
  'SEVERAL',
  'COMPLETE',
  'MISSING',
  'BEFORE',
  'NOT_BEFORE',
  'BEGUN',
  'ENDED',
];

/**
 * Reads the names for a table.
 *
 * @param {import('../main.js').Page} page
 * @param {string[]} dimensions of the table
 * @param {string} day first day of the quarter
 * @returns {Promise<(dimension: string, value: string | null) => string>} gives the name of a value;
 *     the value itself where it has none
 */
export async function namesOf(page, dimensions, day) {
  const data = await page.ask(NAMES, { day });
  const nodes = new Map(
    [...data.segments, ...data.providers, ...data.networks].map(({ key, name }) => [
      key,
      name ?? key,
    ]),
  );
  const enums = {};
  for (const dimension of dimensions.filter((each) => each in ENUMS)) {
    enums[dimension] = await Promise.all(ENUMS[dimension].map(labels));
  }
  return (dimension, value) => {
    if (value === null) {
      return say('monitor.unknown');
    }
    const label = (enums[dimension] ?? []).map((of) => of(value)).find((text) => text !== value);
    const own = `monitor.value.${value}`;
    return withoutPlace(label) ?? nodes.get(value) ?? (own in words ? say(own) : value);
  };
}

/** A rule without the place in its source, which follows in the Dutch description. */
export function withoutPlace(label) {
  return label?.replace(/; S\d.*$/, '');
}

/**
 * Orders cells: by their own order where values have one, else the largest first.
 *
 * @param {Array<{key: (string | null)[], youths: {value: number | null}}>} cells of one dimension
 * @returns {object[]} the cells in order; unknown values last
 */
export function ordered(cells) {
  const ranked = cells.some(({ key }) => ORDER.includes(key[0]));
  return cells.toSorted(
    (one, other) =>
      (one.key[0] === null) - (other.key[0] === null) ||
      (ranked
        ? ORDER.indexOf(one.key[0]) - ORDER.indexOf(other.key[0])
        : (other.youths.value ?? -1) - (one.youths.value ?? -1)),
  );
}

/** Orders the values of a dimension: by their own order, or by name; unknown last. */
export function orderedValues(values, name) {
  return values.toSorted(
    (one, other) =>
      (one === null) - (other === null) ||
      ORDER.indexOf(one) - ORDER.indexOf(other) ||
      name(one).localeCompare(name(other)),
  );
}
