// A choice from a list, with its name in front.

import { element } from './dom.js';

/**
 * Makes a choice.
 *
 * @param {string} name what is chosen
 * @param {Array<{value: string, text: string, group?: string}>} options what there is; those of one
 *     `group` stand together below its name
 * @param {string} chosen the value that is chosen
 * @param {(value: string) => void} changed called with another value
 * @param {string} focus name of the choice for the focus, see `picture.js`
 * @returns {HTMLElement} the choice
 */
export function choice(name, options, chosen, changed, focus) {
  const select = element('select', {
    'aria-label': name,
    'data-focus': focus,
    on: { change: () => changed(select.value) },
  });
  for (const [group, members] of Map.groupBy(options, (option) => option.group ?? '')) {
    const made = members.map(({ value, text }) => new Option(text, value));
    select.append(...(group ? [element('optgroup', { label: group }, ...made)] : made));
  }
  select.value = chosen;
  return element('label', {}, element('span', { class: 'field-name', text: name }), select);
}

/**
 * Puts choices beside each other.
 *
 * @param {...(HTMLElement | null | false)} choices the choices
 * @returns {HTMLElement} the row
 */
export function choices(...choices) {
  return element('div', { class: 'filters' }, ...choices);
}
