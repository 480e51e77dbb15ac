// A table of statistics for one quarter: bars, or a matrix where it has two dimensions.

import { bars } from '../bars.js';
import { choice, choices } from '../choose.js';
import { element } from '../dom.js';
import { labels } from '../labels.js';
import { matrix } from '../matrix.js';
import { number, say } from '../words.js';
import { FIELDS, leftOut, quarterName, quarterOf, quarters, SEEN_BY, tableOf } from './choice.js';
import { namesOf, ordered, orderedValues } from './names.js';

const QUERY = `query Statistics($table: StatisticsTable!, $on: Date!, $region: ID) {
  statistics(table: $table, on: $on, region: $region) {
    ${FIELDS}
  }
}`;
const TABLES = `query Tables { __type(name: "StatisticsTable") { enumValues { name description } } }`;
const SIGNS = { SMALL_NUMBER: '✕', PROTECTS_ANOTHER: '⊗' };

/**
 * Adds the picture.
 *
 * @param {import('../main.js').Page} page
 */
export function tablePicture(page) {
  return page.picture({
    name: 'statistics',
    title: say('monitor.table'),
    explanation: say('monitor.table.explanation'),
    seenBy: SEEN_BY,
    load: async (ask) => {
      const [table, on] = [tableOf(page), quarterOf(page)];
      const region = page.regions.find(({ code }) => code === page.region)?.id;
      const { statistics } = await ask(QUERY, { table, on, region });
      const name = await namesOf(page, statistics.dimensions, on);
      const tables = await readTables(page);
      const cells =
        statistics.dimensions.length === 1 ? ordered(statistics.cells) : statistics.cells;
      return {
        suppressed: cells.filter(({ youths }) => youths.value === null).length,
        table: tableOfCells(statistics, cells, name),
        async draw(box) {
          box.append(controls(page, tables, table, on), total(statistics, tables(table)));
          if (cells.length === 0) {
            box.append(element('p', { text: say('monitor.none') }));
            return undefined;
          }
          return cells[0].key.length === 1
            ? oneDimension(box, statistics, cells, name)
            : twoDimensions(box, statistics, cells, name);
        },
      };
    },
  });
}

/** All tables by name, as the schema describes them. */
async function readTables(page) {
  const label = await labels('StatisticsTable');
  const { __type } = await page.ask(TABLES);
  return Object.assign(label.bind(null), {
    names: (__type?.enumValues ?? []).map(({ name }) => name),
  });
}

function controls(page, tables, table, on) {
  return choices(
    choice(
      say('monitor.choose'),
      tables.names.map((value) => ({ value, text: tables(value) })),
      table,
      (value) => page.set({ table: value }),
      'table',
    ),
    choice(
      say('monitor.quarter'),
      quarters()
        .toReversed()
        .map((value) => ({ value, text: quarterName(value) })),
      on,
      (value) => page.set({ quarter: value }),
      'quarter',
    ),
  );
}

function total({ total: all, roundedTo, threshold }, title) {
  const value = all.value === null ? leftOut(all.suppressed) : number(all.value);
  return element(
    'div',
    {},
    element('h3', { text: title }),
    element(
      'p',
      {},
      element('strong', { text: say('monitor.total', { value }) }),
      ' ',
      say('monitor.rounded', { roundedTo, threshold }),
    ),
  );
}

function oneDimension(box, { dimensions, threshold }, cells, name) {
  const rows = cells.map(({ key, youths }) => ({
    name: name(dimensions[0], key[0]),
    value: youths.value,
    text: youths.value === null ? leftOut(youths.suppressed) : undefined,
  }));
  return bars(box, rows, {
    label: say('monitor.table'),
    unit: say('monitor.youths'),
    stub: threshold,
  });
}

/** The dimension with fewer values stands at the top. */
async function twoDimensions(box, { dimensions }, cells, name) {
  const values = dimensions.map((dimension, place) =>
    orderedValues([...new Set(cells.map(({ key }) => key[place]))], (value) =>
      name(dimension, value),
    ),
  );
  const [row, column] = values[0].length < values[1].length ? [1, 0] : [0, 1];
  const drawing = await matrix(
    box,
    [
      {
        title: '',
        rows: values[row].map((value) => name(dimensions[row], value)),
        columns: values[column].map((value) => name(dimensions[column], value)),
        cells: cells.map(({ key, youths }) => ({
          row: values[row].indexOf(key[row]),
          column: values[column].indexOf(key[column]),
          value: youths.value,
          text: youths.value === null ? SIGNS[youths.suppressed] : number(youths.value),
          tooltip: `${dimensions.map((dimension, place) => name(dimension, key[place])).join(' · ')}\n${
            youths.value === null ? leftOut(youths.suppressed) : number(youths.value)
          }`,
        })),
      },
    ],
    { label: say('monitor.table') },
  );
  box.append(
    element(
      'ul',
      { class: 'signs' },
      ...Object.entries(SIGNS).map(([reason, sign]) =>
        element('li', {}, element('b', { text: sign }), ` ${leftOut(reason)}`),
      ),
      element('li', { text: say('monitor.empty') }),
    ),
  );
  return drawing;
}

function tableOfCells({ dimensions, total: all }, cells, name) {
  const sum = { key: dimensions.map(() => undefined), youths: all };
  return {
    caption: say('monitor.table'),
    columns: [
      ...dimensions.map((dimension, place) => ({
        label: say(`monitor.dimension.${dimension}`),
        value: ({ key }) =>
          key[place] === undefined ? say('monitor.all') : name(dimension, key[place]),
      })),
      { label: say('monitor.youths'), numeric: true, value: ({ youths }) => youths.value },
      {
        label: say('monitor.left'),
        value: ({ youths }) => (youths.suppressed ? leftOut(youths.suppressed) : ''),
      },
    ],
    rows: [...cells, sum],
  };
}
