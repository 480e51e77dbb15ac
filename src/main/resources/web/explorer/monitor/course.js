// The last quarters of a table, as lines. A number that is left out is a gap in its line.

import { chart } from '../charts.js';
import { colour } from '../theme.js';
import { number, say } from '../words.js';
import { plain } from '../bars.js';
import { FIELDS, leftOut, quarterName, quarterOf, quarters, SEEN_BY, tableOf } from './choice.js';
import { namesOf, ordered } from './names.js';

const QUARTERS = 8;
const LINES = 6;
const SYMBOLS = [
  'circle',
  'rect',
  'triangle',
  'diamond',
  'emptyCircle',
  'emptyRect',
  'emptyTriangle',
];

/**
 * Adds the lines.
 *
 * @param {import('../main.js').Page} page
 */
export function coursePicture(page) {
  return page.picture({
    name: 'course',
    title: say('monitor.course'),
    explanation: say('monitor.course.explanation'),
    seenBy: SEEN_BY,
    load: async (ask) => {
      const all = quarters();
      const days = all.slice(0, all.indexOf(quarterOf(page)) + 1).slice(-QUARTERS);
      const region = page.regions.find(({ code }) => code === page.region)?.id;
      const data = await ask(queryOf(days), { table: tableOf(page), region });
      const answers = days.map((_day, index) => data[`q${index}`]);
      const rows = await rowsOf(page, answers, days.at(-1));
      return {
        suppressed: rows.flatMap(({ numbers }) => numbers).filter((each) => each?.value === null)
          .length,
        table: {
          caption: say('monitor.course'),
          columns: [
            { label: say('monitor.what'), value: ({ name }) => name },
            ...days.map((day, index) => ({
              label: quarterName(day),
              numeric: true,
              value: ({ numbers }) => numbers[index]?.value ?? null,
              cell: ({ numbers }) => document.createTextNode(text(numbers[index])),
            })),
          ],
          rows,
        },
        draw: (box) =>
          chart(box, option(rows, days), {
            label: say('monitor.course'),
            height: 360 + 22 * rows.length,
          }),
      };
    },
  });
}

function queryOf(days) {
  const tables = days.map(
    (day, index) => `  q${index}: statistics(table: $table, on: "${day}", region: $region) {
    ${FIELDS}
  }`,
  );
  return `query Course($table: StatisticsTable!, $region: ID) {\n${tables.join('\n')}\n}`;
}

/** The total, and the largest cells where the table has one dimension. */
async function rowsOf(page, answers, day) {
  const total = { name: say('monitor.all'), numbers: answers.map((answer) => answer.total) };
  const { dimensions } = answers[0];
  if (dimensions.length > 1) {
    return [total];
  }
  const name = await namesOf(page, dimensions, day);
  const keys = largest(answers);
  const cell = (answer, key) => answer.cells.find((each) => each.key[0] === key)?.youths;
  return [
    total,
    ...keys.map((key) => ({
      name: name(dimensions[0], key),
      numbers: answers.map((answer) => cell(answer, key)),
    })),
  ];
}

function largest(answers) {
  const most = new Map();
  for (const {
    key: [key],
    youths,
  } of answers.flatMap(({ cells }) => cells)) {
    most.set(key, Math.max(most.get(key) ?? 0, youths.value ?? 0));
  }
  const first = [...most].toSorted(([, one], [, other]) => other - one).slice(0, LINES);
  return ordered(first.map(([key, value]) => ({ key: [key], youths: { value } }))).map(
    ({ key }) => key[0],
  );
}

/** A number, or why there is none: no cell is nobody. */
function text(youths) {
  if (youths === undefined) {
    return number(0);
  }
  return youths.value === null ? leftOut(youths.suppressed) : number(youths.value);
}

function option(rows, days) {
  return {
    grid: { left: 8, right: 24, top: 28 + 22 * rows.length, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, orient: 'vertical', itemGap: 6, itemWidth: 34 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      formatter: ([{ dataIndex }]) =>
        plain(
          [
            quarterName(days[dataIndex]),
            ...rows.map(({ name, numbers }) => `${name}: ${text(numbers[dataIndex])}`),
          ].join('\n'),
        ),
    },
    xAxis: { type: 'category', data: days.map(quarterName), axisLabel: { hideOverlap: true } },
    yAxis: {
      type: 'value',
      name: say('monitor.youths'),
      nameTextStyle: { align: 'left' },
      minInterval: 1,
      axisLabel: { formatter: (value) => number(value) },
    },
    series: rows.map(({ name, numbers }, place) => ({
      type: 'line',
      name,
      symbol: SYMBOLS[place],
      symbolSize: 9,
      ...(place === 0 && { color: colour('--ink') }),
      lineStyle: { width: place === 0 ? 3 : 2, type: ['solid', 'dashed', 'dotted'][place % 3] },
      data: numbers.map((each) => (each === undefined ? 0 : (each.value ?? '-'))),
    })),
  };
}
