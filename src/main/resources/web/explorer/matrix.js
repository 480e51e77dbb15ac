// A matrix: the number is written in each cell, and the colour only repeats it. Several can stand
// below each other in one drawing.

import { plain, stripes } from './bars.js';
import { chart } from './charts.js';
import { element, widthOf } from './dom.js';
import { colour } from './theme.js';

const ROW = 30;

/** More columns than this do not fit a narrow screen: it scrolls sideways. */
const FIT = 6;

/** The width then, as in the style sheet (`.wide`). */
const LEAST = 704;

/**
 * @typedef {object} Cell
 * @property {number} row place of its row
 * @property {number} column place of its column
 * @property {number | null} value what gives the colour; null for stripes
 * @property {string} text what is written in it
 * @property {string} tooltip what is told of it
 * @property {boolean} [marked] whether it has a thick border
 */

/**
 * @typedef {object} Part one matrix
 * @property {string} title what stands above it, or empty
 * @property {string[]} rows names of the rows
 * @property {string[]} columns names of the columns
 * @property {Cell[]} cells what is in it
 */

/**
 * Draws matrices.
 *
 * @param {HTMLElement} box where
 * @param {Part[]} given the matrices, from the top
 * @param {object} more
 * @param {string} more.label what the drawing is called
 * @param {(part: number, cell: Cell) => void} [more.click] called when a cell is clicked
 * @returns {Promise<import('./picture.js').Drawing>} the drawing
 */
export function matrix(box, given, { label, click }) {
  // What is marked comes last, so that its border lies over the others.
  const parts = given.map((part) => ({
    ...part,
    cells: part.cells.toSorted((one, other) => Boolean(one.marked) - Boolean(other.marked)),
  }));
  const columns = Math.max(...parts.map((part) => part.columns.length));
  const room = Math.max(widthOf(box), columns > FIT ? LEAST : 0);
  const narrow = room < 600;
  const left = narrow ? 118 : 190;
  const most = Math.max(1, ...parts.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)));
  const placed = place(parts, narrow, room - left);
  const option = {
    title: placed.map(({ part, top }) => ({
      text: part.title,
      top,
      left: 0,
      textStyle: { fontSize: 14, fontWeight: 600, color: colour('--ink') },
    })),
    grid: placed.map(({ part, top, head }) => ({
      left,
      right: 4,
      top: top + head,
      height: part.rows.length * ROW,
    })),
    xAxis: placed.map(({ part, width, turned }, gridIndex) => ({
      gridIndex,
      type: 'category',
      position: 'top',
      data: part.columns,
      axisTick: { show: false },
      axisLabel: {
        interval: 0,
        rotate: turned ? 90 : 0,
        width: turned ? 142 : width - 10,
        overflow: 'break',
        lineHeight: 13,
        fontSize: turned ? 11 : 12,
        color: colour('--ink'),
      },
    })),
    yAxis: placed.map(({ part }, gridIndex) => ({
      gridIndex,
      type: 'category',
      inverse: true,
      data: part.rows,
      axisTick: { show: false },
      axisLabel: { interval: 0, width: left - 12, overflow: 'truncate', color: colour('--ink') },
    })),
    tooltip: {
      confine: true,
      formatter: ({ seriesIndex, dataIndex }) => plain(parts[seriesIndex].cells[dataIndex].tooltip),
    },
    series: placed.map(({ part }, index) => ({
      type: 'heatmap',
      xAxisIndex: index,
      yAxisIndex: index,
      cursor: click ? 'pointer' : 'default',
      data: part.cells.map((cell) => ({
        value: [cell.column, cell.row, cell.value ?? 0],
        itemStyle: style(cell, most),
      })),
      label: {
        show: true,
        color: colour('--ink'),
        fontSize: narrow ? 11 : 13,
        formatter: ({ dataIndex }) => part.cells[dataIndex].text,
      },
      emphasis: { itemStyle: { borderColor: colour('--accent'), borderWidth: 2 } },
    })),
  };
  const last = placed.at(-1);
  const around =
    columns > FIT
      ? element('div', { class: 'wide', tabIndex: 0, role: 'region', 'aria-label': label })
      : box;
  if (around !== box) {
    box.append(around);
  }
  return chart(around, option, {
    label,
    height: last.top + last.head + last.part.rows.length * ROW + 8,
    click:
      click &&
      (({ seriesIndex, dataIndex }) => click(seriesIndex, parts[seriesIndex].cells[dataIndex])),
  });
}

/** Where each part stands: its top, and the height of its head. */
function place(parts, narrow, room) {
  let top = 0;
  return parts.map((part) => {
    const width = room / part.columns.length;
    const turned = width < 100;
    const head = (part.title ? 28 : 0) + (turned ? 150 : 50);
    const placed = { part, top, head, width, turned };
    top += head + part.rows.length * ROW + 24;
    return placed;
  });
}

function style({ value, marked }, most) {
  const border = marked
    ? { borderColor: colour('--ink'), borderWidth: 3 }
    : { borderColor: colour('--card'), borderWidth: 2 };
  if (value === null) {
    return {
      ...border,
      color: colour('--ground'),
      decal: { ...stripes(), color: colour('--line') },
    };
  }
  const share = 0.06 + 0.4 * (value / most);
  return {
    ...border,
    color: colour('--accent').replace('rgb(', 'rgba(').replace(')', `, ${share})`),
  };
}
