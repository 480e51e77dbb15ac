// How many contracts there are in each segment, quarter after quarter.

import { chart } from '../charts.js';
import { widthOf } from '../dom.js';
import { colour } from '../theme.js';
import { number, say, shortDay } from '../words.js';

const QUARTERS = 12;

/**
 * Adds the stacked areas.
 *
 * @param {import('../main.js').Page} page
 */
export function contractsPicture(page) {
  return page.picture({
    name: 'contracts',
    title: say('supply.contracts'),
    explanation: say('supply.contracts.explanation'),
    load: async (ask) => {
      const days = quarters(page.day);
      const data = await ask(queryOf(days), { region: page.region || undefined });
      const rows = read(days.map((_day, index) => data[`q${index}`].groups));
      return {
        empty: rows.length === 0,
        table: {
          caption: say('supply.contracts'),
          columns: [
            { label: say('type.Segment'), value: ({ name }) => name },
            ...days.map((day, index) => ({
              label: shortDay(day),
              numeric: true,
              value: ({ counts }) => counts[index],
            })),
          ],
          rows,
        },
        draw(box) {
          const lines = legendLines(rows, widthOf(box));
          return chart(box, option(rows, days, lines), {
            label: say('supply.contracts'),
            height: 340 + 24 * lines,
          });
        },
      };
    },
  });
}

/** First days of quarters: those of last year, of the year of the day, and of the next. */
function quarters(day) {
  const year = Number(day.slice(0, 4));
  return Array.from(
    { length: QUARTERS },
    (_none, index) =>
      `${year - 1 + Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-01`,
  );
}

function queryOf(days) {
  const lists = days.map(
    (day, index) => `  q${index}: productsConnection(
    where: { region: { code: { eq: $region } } }
    asOf: "${day}"
  ) { groups { key { segments { key name } contractedProviders { agb } } count { nodes } } }`,
  );
  return `query Contracts($region: ID) {\n${lists.join('\n')}\n}`;
}

/** One row for each segment; a product in no segment counts in a row of its own. */
function read(quartersOfGroups) {
  const rows = new Map();
  quartersOfGroups.forEach((groups, index) => {
    for (const { key, count } of groups) {
      if (key.contractedProviders === null) {
        continue;
      }
      const segment = key.segments?.key ?? '';
      const row = rows.get(segment) ?? {
        key: segment,
        name: key.segments?.name ?? say('supply.noSegment'),
        counts: quartersOfGroups.map(() => 0),
      };
      row.counts[index] += count.nodes;
      rows.set(segment, row);
    }
  });
  return [...rows.values()].toSorted(
    (one, other) => (one.key === '') - (other.key === '') || one.key.localeCompare(other.key),
  );
}

/** Over how many lines the legend runs: ECharts leaves no room for it by itself. */
function legendLines(rows, width) {
  let [lines, used] = [1, 0];
  for (const { name } of rows) {
    const own = 50 + 7 * name.length;
    if (used + own > width - 20 && used > 0) {
      [lines, used] = [lines + 1, 0];
    }
    used += own;
  }
  return lines;
}

function option(rows, days, lines) {
  return {
    grid: { left: 8, right: 36, top: 34 + 24 * lines, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, icon: 'roundRect' },
    aria: { enabled: true, label: { enabled: false }, decal: { show: true, decals: decals() } },
    tooltip: { trigger: 'axis', confine: true, valueFormatter: (value) => number(value) },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: days.map(shortDay),
      axisLabel: { hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      name: say('supply.contracts.unit'),
      nameTextStyle: { align: 'left' },
      axisLabel: { formatter: (value) => number(value) },
    },
    series: rows.map(({ key, name, counts }) => ({
      ...(key === '' && { color: colour('--edge') }),
      type: 'line',
      name,
      stack: 'all',
      step: 'end',
      symbol: 'none',
      data: counts,
      areaStyle: { opacity: 0.55 },
      lineStyle: { width: 1, color: colour('--card') },
    })),
  };
}

/** Patterns that tell areas apart without colour. */
function decals() {
  const color = colour('--card').replace('rgb(', 'rgba(').replace(')', ', 0.45)');
  const line = (rotation, gap) => ({ color, dashArrayX: [1, 0], dashArrayY: [2, gap], rotation });
  const dots = (symbol, gap) => ({
    color,
    symbol,
    dashArrayX: [
      [gap, gap],
      [0, gap, gap, 0],
    ],
    dashArrayY: [gap, 0],
    symbolSize: 0.8,
  });
  return [
    { color: 'none' },
    line(Math.PI / 4, 7),
    dots('circle', 8),
    line(-Math.PI / 4, 7),
    line(0, 6),
    dots('rect', 9),
    line(Math.PI / 2, 7),
    dots('triangle', 10),
    line(Math.PI / 4, 3),
  ];
}
