// Who asks, in the header: a choice of identities in demo mode, or signing in and out.

import { changeCaller, currentCaller } from './caller.js';
import { button, element } from './dom.js';
import { choose, signIn, signInStatus, signOut } from './signin.js';
import { currentLanguage, say } from './words.js';

/** Whether the menu is open; it stays so when the header is made again. */
let opened = false;

document.addEventListener('pointerdown', ({ target }) => {
  const menu = document.querySelector('details.menu');
  if (menu?.open && !menu.contains(target)) {
    menu.open = false;
  }
});

/**
 * Makes what tells who asks.
 *
 * @param {import('./caller.js').Identity[]} identities those of demo mode; none outside of it
 * @returns {HTMLElement} the choice, the button or the menu
 */
export function whoAsks(identities) {
  if (identities.length > 0) {
    return identityChoice(identities);
  }
  const { possible, who, expired } = signInStatus();
  if (who !== null && !expired) {
    return menu(signedInName(who), ...signedIn(who));
  }
  if (possible) {
    return signedOut();
  }
  const demo = document.body.dataset.demo === 'true';
  return demo
    ? element('span', { class: 'caller', text: say('caller.anonymous') })
    : menu(say('caller.anonymous'), element('p', { text: say('signin.impossible') }));
}

/** Makes a button that signs in. */
export function signInButton() {
  const { who } = signInStatus();
  return button(say(who === null ? 'signin.in' : 'signin.again'), signIn, { class: 'primary' });
}

function identityChoice(identities) {
  const label = ({ label: english, labelDutch }) =>
    (currentLanguage() === 'nl' ? labelDutch : english) || say('caller.anonymous');
  const select = element(
    'select',
    { id: 'caller', on: { change: () => changeCaller(identities[select.selectedIndex]) } },
    ...identities.map((identity) => new Option(label(identity))),
  );
  select.selectedIndex = identities.indexOf(currentCaller());
  return element(
    'span',
    { class: 'caller' },
    element('label', { class: 'field-name', for: 'caller', text: say('caller.name') }),
    select,
  );
}

function signedOut() {
  const { problem, reason } = signInStatus();
  const told = problem && say(`signin.problem.${problem}`, { reason });
  return element(
    'span',
    { class: 'caller' },
    told && element('span', { class: 'told', text: told, role: 'alert' }),
    signInButton(),
  );
}

function signedInName({ name }) {
  return `${name} · ${say(`role.${currentCaller().role}`)}`;
}

function signedIn({ organisation, roles }) {
  const { role, purpose } = currentCaller();
  const { purposes } = roles.find((each) => each.role === role);
  const asRole = roles.map((each) => [each.role, say(`role.${each.role}`)]);
  const forPurpose = purposes.map((each) => [each, say(`access.purpose.${each}`)]);
  if (purpose === '' && purposes.length > 1) {
    opened = true;
  }
  return [
    field('role', asRole, role, (chosen) => choose(chosen, purpose)),
    organisation && element('p', {}, say('signin.organisation', { key: organisation })),
    purposes.length > 1
      ? field('purpose', [['', say('signin.noPurpose')], ...forPurpose], purpose, (chosen) => {
          choose(role, chosen);
        })
      : field('purpose', forPurpose, purpose),
    button(say('signin.out'), signOut),
  ];
}

/** A choice where there is one, else what it is. */
function field(name, options, value, changed) {
  const label = say(`signin.${name}`);
  if (options.length < 2) {
    const only = options[0]?.[1] ?? say('signin.none');
    return element('p', {}, `${label}: ${only}`);
  }
  const select = element(
    'select',
    { id: `as-${name}`, on: { change: () => changed(select.value) } },
    ...options.map(([key, text]) => new Option(text, key)),
  );
  select.value = value;
  return element('label', {}, element('span', { class: 'field-name', text: label }), select);
}

function menu(name, ...inside) {
  const summary = element('summary', { id: 'caller', text: name });
  const made = element(
    'details',
    { class: 'caller menu' },
    summary,
    element('div', { class: 'card' }, ...inside),
  );
  made.open = opened;
  made.addEventListener('toggle', () => {
    opened = made.open;
  });
  made.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      made.open = false;
      summary.focus();
    }
  });
  return made;
}
