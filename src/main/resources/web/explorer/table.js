// A table that can be sorted and filtered. Each picture has one that says the same.

import { element } from './dom.js';
import { currentLanguage, number, say } from './words.js';

const ROWS_SHOWN = 200;

/**
 * @typedef {object} Column
 * @property {string} label heading, in the language of the page
 * @property {boolean} [numeric] whether its values are numbers
 * @property {(row: any) => string | number | null} value what it says of a row; null is unknown
 * @property {(row: any) => Node} [cell] what is shown instead of the text of the value
 */

/**
 * @typedef {object} TableContent
 * @property {string} caption what the table is about
 * @property {Column[]} columns its columns
 * @property {any[]} rows its rows, in the order of the picture
 * @property {(row: any) => boolean} [marked] whether a row is marked as the selection
 */

/**
 * Makes a table.
 *
 * @param {TableContent} content what is in it
 * @param {object} [memory] keeps the order and the filter from one table to the next
 * @returns {HTMLElement} the table, with a filter where it is long
 */
export function table({ caption, columns, rows, marked = () => false }, memory = {}) {
  memory.sorted ??= { column: -1, descending: false };
  memory.wanted ??= '';
  const body = element('tbody');
  const more = element('p', { class: 'hint', role: 'status' });
  const heads = columns.map((column, index) =>
    element(
      'th',
      { scope: 'col', class: column.numeric ? 'numeric' : '' },
      element('button', { type: 'button', text: column.label, on: { click: () => sort(index) } }),
    ),
  );

  function sort(index) {
    const { sorted } = memory;
    const again = sorted.column === index;
    memory.sorted = {
      column: index,
      descending: again ? !sorted.descending : Boolean(columns[index].numeric),
    };
    fill();
  }

  function fill() {
    const { sorted, wanted } = memory;
    heads.forEach((head, place) => {
      head.removeAttribute('aria-sort');
      if (place === sorted.column) {
        head.setAttribute('aria-sort', sorted.descending ? 'descending' : 'ascending');
      }
    });
    const kept = rows.filter((row) => wanted === '' || says(columns, row).includes(wanted));
    const { column, descending } = sorted;
    if (column in columns) {
      const compare = comparison(columns[column]);
      kept.sort((left, right) => (descending ? compare(right, left) : compare(left, right)));
    }
    body.replaceChildren(
      ...kept.slice(0, ROWS_SHOWN).map((row) => line(columns, row, marked(row))),
    );
    const hidden = kept.length > ROWS_SHOWN || kept.length < rows.length;
    more.textContent = hidden
      ? say('table.some', { shown: Math.min(kept.length, ROWS_SHOWN), all: rows.length })
      : '';
  }

  const filter = element('input', {
    type: 'search',
    placeholder: say('table.filter'),
    'aria-label': say('table.filter.name', { caption }),
    value: memory.wanted,
    on: {
      input: () => {
        memory.wanted = filter.value.trim().toLowerCase();
        fill();
      },
    },
  });
  fill();
  return element(
    'div',
    { class: 'table' },
    rows.length > 8 && filter,
    element(
      'div',
      { class: 'table-scroll', tabIndex: 0, role: 'group', 'aria-label': caption },
      element(
        'table',
        {},
        element('caption', { class: 'spoken', text: caption }),
        element('thead', {}, element('tr', {}, ...heads)),
        body,
      ),
    ),
    more,
  );
}

function line(columns, row, isMarked) {
  return element(
    'tr',
    isMarked ? { class: 'marked', 'aria-current': true } : {},
    ...columns.map((column, index) => {
      const shown = column.cell ? column.cell(row) : text(column, row);
      return element(
        index === 0 ? 'th' : 'td',
        {
          class: column.numeric ? 'numeric' : '',
          ...(index === 0 && { scope: 'row' }),
        },
        shown === '' ? null : shown,
      );
    }),
  );
}

function text(column, row) {
  const value = column.value(row);
  return typeof value === 'number' ? number(value) : (value ?? '');
}

function says(columns, row) {
  return columns
    .map((column) => String(column.value(row) ?? ''))
    .join('\n')
    .toLowerCase();
}

function comparison({ value }) {
  const texts = new Intl.Collator(currentLanguage(), { numeric: true });
  return (left, right) => {
    const [one, other] = [value(left), value(right)];
    if (one === null || other === null) {
      return (one === null) - (other === null);
    }
    return typeof one === 'number' && typeof other === 'number'
      ? one - other
      : texts.compare(String(one), String(other));
  };
}

/**
 * Writes a table as CSV (RFC 4180), as the server does: texts in quotes, and an apostrophe in front
 * of what a spreadsheet would run as a formula.
 *
 * @param {TableContent} content the table
 * @returns {Blob} the file
 */
export function csv({ columns, rows }) {
  const cell = (value) => {
    if (value === null || value === undefined || typeof value === 'number') {
      return value ?? '';
    }
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  const lines = [
    columns.map(({ label }) => cell(label)),
    ...rows.map((row) => columns.map(({ value }) => cell(value(row)))),
  ];
  return new Blob([lines.map((line) => line.join(',') + '\r\n').join('')], { type: 'text/csv' });
}
