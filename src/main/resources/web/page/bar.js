// The bar above GraphiQL: who asks, for which purpose, about which day; language and colours.

import { changeCaller, currentCaller } from '../explorer/caller.js';
import { button, element } from '../explorer/dom.js';
import { isDark, switchTheme } from '../explorer/theme.js';
import { currentLanguage, speak } from '../explorer/words.js';
import { dayVariable, readVariables } from './day-variable.js';
import { currentTab, paintEditor, setVariables } from './editor.js';
import { say } from './texts.js';

/**
 * Makes the bar.
 *
 * @param {import('../explorer/caller.js').Identity[]} identities those that can be chosen
 * @param {HTMLElement} opener the button that opens the questions
 * @param {() => void} rebuild builds the page anew, in another language
 * @returns {HTMLElement} the bar
 */
export function makeBar(identities, opener, rebuild) {
  return element(
    'header',
    { id: 'bar' },
    opener,
    element('a', { href: './', text: say('bar.explorer') }),
    element(
      'div',
      { class: 'asked', role: 'group', 'aria-label': say('bar.name') },
      ...(identities.length > 0 ? [callerField(identities), purposeField()] : []),
      dayField(),
    ),
    element('div', { class: 'looks' }, languageSwitch(rebuild), themeSwitch()),
  );
}

function field(id, text, control, ...more) {
  return element(
    'span',
    { class: 'field' },
    element('label', { for: id, text }),
    control,
    ...more,
  );
}

function callerField(identities) {
  const select = element(
    'select',
    { id: 'identity', on: { change: () => changeCaller(identities[select.selectedIndex]) } },
    ...identities.map((identity) => new Option(nameOf(identity))),
  );
  select.selectedIndex = identities.findIndex(({ label }) => label === currentCaller().label);
  return field('identity', say('caller.name'), select);
}

/**
 * Names an identity in the language of the page.
 *
 * @param {import('../explorer/caller.js').Identity} identity one that can be chosen
 * @returns {string} its name
 */
export function nameOf({ label, labelDutch }) {
  return (currentLanguage() === 'nl' ? labelDutch : label) || say('caller.anonymous');
}

/** The purposes that the caller may state; the server is told in the header `Purpose`. */
function purposeField() {
  const caller = currentCaller();
  const purposes = caller.purposes ?? [];
  const select = element(
    'select',
    {
      id: 'purpose',
      disabled: purposes.length < 2,
      on: { change: () => changeCaller({ ...caller, purpose: purposes[select.selectedIndex] }) },
    },
    ...purposes.map((purpose) => new Option(say(`purpose.${purpose}`))),
  );
  select.selectedIndex = purposes.indexOf(caller.purpose);
  return purposes.length === 0 ? null : field('purpose', say('bar.purpose'), select);
}

function dayField() {
  const input = element('input', {
    id: 'day',
    type: 'date',
    disabled: true,
    'aria-describedby': 'day-note',
    on: { change: () => setDay(input.value) },
  });
  return field('day', say('bar.day'), input, element('output', { id: 'day-note', for: 'day' }));
}

function setDay(day) {
  const { query, variables } = currentTab();
  const values = readVariables(variables);
  if (values && day) {
    setVariables(JSON.stringify({ ...values, [dayVariable(query)]: day }, null, 2));
  }
}

/** Shows the day of the tab that is open, or why it cannot be set here. */
export function showDay() {
  const { query, variables } = currentTab();
  const input = document.getElementById('day');
  const name = dayVariable(query);
  const values = readVariables(variables);
  input.disabled = !name || !values;
  input.value = (name && values?.[name]) ?? '';
  document.getElementById('day-note').textContent = !name
    ? say('bar.day.missing')
    : values
      ? ''
      : say('bar.day.broken');
}

function languageSwitch(rebuild) {
  const other = currentLanguage() === 'nl' ? 'en' : 'nl';
  return button(
    say('frame.otherLanguage'),
    () => {
      speak(other);
      rebuild();
      document.getElementById('language').focus();
    },
    { id: 'language', lang: other },
  );
}

function themeSwitch() {
  const made = button('', () => {
    switchTheme();
    paintEditor();
    show();
  }, { id: 'theme' });
  function show() {
    made.textContent = isDark() ? '☀' : '☾';
    made.title = say(isDark() ? 'frame.light' : 'frame.dark');
    made.setAttribute('aria-label', made.title);
  }
  show();
  return made;
}
