// Bars with their numbers, as a list.

import { element } from './dom.js';
import { number } from './words.js';

/**
 * Makes bars.
 *
 * @param {{label: string, value: number | null}[]} rows names and numbers; null where the number is
 *     left out
 * @param {string} [leftOut] what is said in its place
 * @returns {HTMLElement} the list
 */
export function barList(rows, leftOut = '') {
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  return element('ul', { class: 'bar-list' }, ...rows.map(({ label, value }) => {
    const bar = element('span', { class: value === null ? 'bar left-out' : 'bar' });
    bar.style.width = `${value === null ? 8 : Math.max(1, (80 * value) / most)}%`;
    return element('li', {}, element('span', { text: label }), element('span', { class: 'track' }, bar,
      element('strong', { text: value === null ? leftOut : number(value) })));
  }));
}
