// The questions of the field, by kind of user, and who may ask each.

import { address, changeCaller, currentCaller } from '../explorer/caller.js';
import { button, element } from '../explorer/dom.js';
import { currentLanguage } from '../explorer/words.js';
import { nameOf } from './bar.js';
import { currentTab, openTab } from './editor.js';
import { say } from './texts.js';

const EVERYBODY = 'ANYBODY';
const CLOSED = 'jeugdgraaf:questions';
const wide = matchMedia('(width >= 64rem)');

/**
 * @typedef {object} Question
 * @property {string} name names its folder
 * @property {string} user the kind of user that asks it: a role, or `ANYBODY`
 * @property {string} title what is asked, in short
 * @property {string} titleDutch the same in Dutch
 * @property {string[]} mayAsk roles to which the server answers; `ANYBODY` for all
 * @property {string} query the document
 * @property {string} variables JSON
 */

/**
 * Reads the questions.
 *
 * @returns {Promise<Question[]>} in the order of their kinds of user
 */
export async function readQuestions() {
  const [groups, samples] = await Promise.all(
    ['page/questions.json', 'questions.json'].map(async (path) => {
      const response = await fetch(address(path));
      return response.json();
    }),
  );
  return groups.flatMap(({ user, questions }) =>
    questions.map((question) => ({
      user,
      ...question,
      ...samples.find(({ name }) => name === question.name),
    })),
  );
}

/**
 * Tells whether the server answers a question to someone with a role.
 *
 * @param {Question} question the question
 * @param {string} role the role; empty without one
 * @returns {boolean} whether it does
 */
export function mayAsk(question, role) {
  return question.mayAsk.includes(EVERYBODY) || question.mayAsk.includes(role);
}

/**
 * Returns the question to begin with: the first of the role that it may ask.
 *
 * @param {Question[]} questions all
 * @param {string} role the role of the caller
 * @returns {Question | undefined} none if there are no questions
 */
export function firstFor(questions, role) {
  const allowed = questions.filter((question) => mayAsk(question, role));
  return allowed.find(({ user }) => user === role) ?? allowed[0];
}

/** Closes what lies over the page, or docks it again, when the width changes. */
export function onWidthChange() {
  wide.addEventListener('change', () => {
    document.getElementById('page').inert = false;
    const closed = startsClosed();
    document.getElementById('questions').hidden = closed;
    document.getElementById('questions-opener').setAttribute('aria-expanded', String(!closed));
  });
  document.body.addEventListener('click', ({ target }) => {
    // The rest of the page is inert then, so a click beside the panel is one on the body.
    if (target === document.body && !isClosed() && !wide.matches) {
      showPanel(false);
    }
  });
}

function startsClosed() {
  return !wide.matches || localStorage.getItem(CLOSED) === 'true';
}

const titleOf = ({ title, titleDutch }) => (currentLanguage() === 'nl' ? titleDutch : title);
const userName = (user) => say(user === EVERYBODY ? 'questions.user.ANYBODY' : `role.${user}`);
const whoMay = ({ mayAsk: roles }) =>
  say('questions.who', { who: roles.map((role) => say(`role.${role}`)).join(', ') });

/** @returns {HTMLElement} the button that opens and closes the panel */
export function makeOpener() {
  return button(say('questions.name'), () => showPanel(isClosed()), {
    id: 'questions-opener',
    'aria-controls': 'questions',
    'aria-expanded': String(!startsClosed()),
  });
}

function isClosed() {
  return document.getElementById('questions').hidden;
}

/**
 * Opens or closes the panel. On a narrow screen it lies over the page.
 *
 * @param {boolean} open whether it is to be open
 */
export function showPanel(open) {
  const panel = document.getElementById('questions');
  panel.hidden = !open;
  document.getElementById('questions-opener').setAttribute('aria-expanded', String(open));
  document.getElementById('page').inert = open && !wide.matches;
  if (wide.matches) {
    localStorage.setItem(CLOSED, String(!open));
  }
  (open ? panel.querySelector('h2') : document.getElementById('questions-opener')).focus();
}

/**
 * Makes the panel.
 *
 * @param {Question[]} questions all
 * @returns {HTMLElement} the panel, open where there is room
 */
export function makePanel(questions) {
  const { role } = currentCaller();
  const all = [...new Set(questions.map(({ user }) => user))];
  const users = [...all.filter((user) => user === role), ...all.filter((user) => user !== role)];
  return element(
    'aside',
    {
      id: 'questions',
      'aria-labelledby': 'questions-title',
      hidden: startsClosed(),
      on: { keydown: ({ key }) => key === 'Escape' && showPanel(false) },
    },
    element(
      'div',
      { class: 'title' },
      element('h2', { id: 'questions-title', tabIndex: -1, text: say('questions.name') }),
      button('✕', () => showPanel(false), {
        'aria-label': say('questions.close'),
        title: say('questions.close'),
      }),
    ),
    element('p', { text: say('questions.hint') }),
    ...users.map((user) => group(user, questions)),
  );
}

function group(user, questions) {
  const id = `questions-of-${user}`;
  return element(
    'section',
    { 'aria-labelledby': id },
    element('h3', { id, text: userName(user) }),
    element(
      'ul',
      {},
      ...questions
        .filter((question) => question.user === user)
        .map((question) => element('li', {}, choice(question))),
    ),
  );
}

function choice(question) {
  const allowed = mayAsk(question, currentCaller().role);
  const told = allowed ? '' : `${say('questions.forbidden')} ${whoMay(question)}`;
  const made = button('', () => choose(question), {
    class: allowed ? 'question' : 'question forbidden',
    'data-name': question.name,
  });
  made.append(
    element('span', { class: 'asks', text: titleOf(question) }),
    ...(allowed ? [] : [element('small', { text: told })]),
  );
  return made;
}

async function choose(question) {
  if (!wide.matches) {
    showPanel(false);
  }
  await openTab(question);
  document.getElementById('said').textContent = say('questions.opened', {
    title: titleOf(question),
  });
}

/**
 * Marks the question that is open, and tells when the caller may not ask it, who may, and offers to
 * look as the user it is for.
 *
 * @param {Question[]} questions all
 * @param {import('../explorer/caller.js').Identity[]} identities those that can be chosen
 */
export function showQuestion(questions, identities) {
  const { query } = currentTab();
  const open = questions.find((question) => question.query === query);
  document.querySelectorAll('#questions [data-name]').forEach((made) => {
    made.toggleAttribute('aria-current', made.dataset.name === open?.name);
    if (made.dataset.name === open?.name) {
      made.setAttribute('aria-current', 'true');
    }
  });
  const notice = document.getElementById('notice');
  const told = `${open?.name} ${currentCaller().role} ${currentLanguage()}`;
  if (notice.dataset.told === told) {
    return;
  }
  // Once only, because screen readers read it out.
  notice.dataset.told = told;
  if (!open || mayAsk(open, currentCaller().role)) {
    notice.replaceChildren();
    return;
  }
  const fitting = identities.find(({ role }) => role === open.user);
  notice.replaceChildren(
    element('strong', { text: say('questions.notAllowed') }),
    ' ',
    element('span', { text: whoMay(open) }),
    ' ',
    ...(fitting
      ? [button(say('caller.actAs', { who: nameOf(fitting) }), () => changeCaller(fitting))]
      : []),
  );
}
