// Bars, one below the other, with the number beside each. What is left out is a hatched stub with
// the reason, so it looks like no number.

import { chart } from './charts.js';
import { widthOf } from './dom.js';
import { colour } from './theme.js';
import { number } from './words.js';

const ROW = 30;

/** Stripes for what is left out or missing. */
export function stripes() {
  return {
    symbol: 'rect',
    color: colour('--ink-soft'),
    dashArrayX: [1, 0],
    dashArrayY: [2, 5],
    rotation: -Math.PI / 4,
  };
}

/**
 * Draws bars.
 *
 * @param {HTMLElement} box where
 * @param {Array<{name: string, value: number | null, text?: string, tooltip?: string}>} rows the
 *     bars, from the top; without a value the `text` says why
 * @param {object} more
 * @param {string} more.label what the chart is called
 * @param {string} more.unit what the numbers are
 * @param {number} [more.stub] length of what is left out, in numbers of the axis
 * @param {number} [more.most] end of the axis
 * @param {(place: number) => void} [more.click] called with the place of a bar that is clicked
 * @returns {Promise<import('./picture.js').Drawing>} the drawing
 */
export function bars(box, rows, { label, unit, stub, most, click }) {
  const largest = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  const hidden = stub ?? largest / 12;
  const narrow = widthOf(box) < 600;
  const data = rows.map(({ value }) =>
    value === null
      ? {
          value: hidden,
          itemStyle: { color: colour('--card'), decal: stripes(), borderColor: colour('--edge') },
        }
      : { value },
  );
  const option = {
    grid: { left: 8, right: narrow ? 72 : 190, top: 8, bottom: 34, containLabel: true },
    xAxis: {
      type: 'value',
      name: unit,
      nameLocation: 'middle',
      nameGap: 24,
      max: most,
      minInterval: 1,
      axisLabel: { formatter: (value) => number(value), hideOverlap: true },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      axisLabel: {
        width: narrow ? 130 : 320,
        overflow: 'break',
        interval: 0,
        lineHeight: 13,
        color: colour('--ink'),
      },
    },
    tooltip: {
      trigger: 'item',
      confine: true,
      formatter: ({ dataIndex }) => {
        const row = rows[dataIndex];
        const told =
          row.tooltip ?? `${row.name}: ${row.value === null ? row.text : number(row.value)}`;
        return plain(told);
      },
    },
    series: [
      {
        type: 'bar',
        data,
        barMaxWidth: 20,
        cursor: click ? 'pointer' : 'default',
        label: {
          show: true,
          position: 'right',
          color: colour('--ink'),
          overflow: 'break',
          lineHeight: 13,
          width: narrow ? 62 : 180,
          formatter: ({ dataIndex }) => rows[dataIndex].text ?? number(rows[dataIndex].value),
        },
      },
    ],
  };
  return chart(box, option, {
    label,
    height: 60 + rows.length * (narrow ? ROW + 8 : ROW),
    click: click && (({ dataIndex }) => click(dataIndex)),
  });
}

/**
 * Text for a tooltip, which ECharts reads as markup.
 *
 * @param {string} text lines of text
 * @returns {string} the same, in which nothing is markup
 */
export function plain(text) {
  const escaped = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '<br>' };
  return text.replace(/[&<>"\n]/g, (sign) => escaped[sign]);
}
