// A form that keeps what is asked in the address, so that a link asks the same.

import { element } from '../dom.js';
import { say } from '../words.js';

/**
 * Makes a form.
 *
 * @param {import('../main.js').Page} page
 * @param {{name: string, label: string, options?: () => [string, string][], hint?: string, needed?: boolean}[]} fields
 *     its fields: a choice where there are options, else a text; the name is that of the parameter
 * @param {string} title what it is called
 * @param {...Node} more further buttons
 * @returns {HTMLElement} the form
 */
export function askForm(page, fields, title, ...more) {
  const controls = fields.map(({ name, label, options, hint, needed }) => {
    const control = options
      ? element('select', { name })
      : element('input', { name, type: 'text', placeholder: hint ?? '', required: Boolean(needed), autocomplete: 'off' });
    return { name, options, control, label: element('label', {}, element('span', { class: 'field-name', text: label }), control) };
  });
  const chosen = () => Object.fromEntries(controls.map(({ name, control }) => [name, control.value.trim()]));

  function fill(values) {
    controls.forEach(({ name, options, control }) => {
      if (options) {
        control.replaceChildren(...options(values).map(([value, text]) => new Option(text, value)));
      }
      control.value = values[name] ?? '';
      if (options && control.selectedIndex < 0) {
        control.selectedIndex = 0;
      }
    });
  }

  fill(page.parameters);
  page.onChange(() => fill({ ...chosen(), ...page.parameters }));
  return element(
    'form',
    {
      class: 'card ask', 'aria-label': title,
      on: {
        change: () => fill(chosen()),
        submit: (event) => { event.preventDefault(); page.set(chosen()); },
      },
    },
    element('h2', { text: title }),
    ...controls.map(({ label }) => label),
    element('div', { class: 'toolbar' }, element('button', { type: 'submit', class: 'primary', text: say('access.ask') }), ...more),
  );
}
