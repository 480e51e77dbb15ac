// Starts the explorer: who asks, the day, the region, the search, and the views.

import { ask } from './ask.js';
import { readAddress, showAddress, writeAddress } from './address.js';
import { address, changeCaller, currentCaller, demoIdentities, onCallerChange } from './caller.js';
import { dayControl } from './day.js';
import { button, element } from './dom.js';
import { pictureFrame } from './picture.js';
import { searchBox } from './search.js';
import { completeSignIn, onSignInChange, signInStatus } from './signin.js';
import { tell } from './states.js';
import { applyTheme, isDark, onSystemTheme, switchTheme } from './theme.js';
import { today } from './today.js';
import { signInButton, whoAsks } from './who.js';
import { currentLanguage, say, speak } from './words.js';
import { view as access } from './views/access.js';
import { view as flows } from './views/flows.js';
import { view as monitor } from './views/monitor.js';
import { view as network } from './views/network.js';
import { view as regie } from './views/regie.js';
import { view as segments } from './views/segments.js';
import { view as supply } from './views/supply.js';

/**
 * A view: one entry of the navigation.
 *
 * `show` fills `page.main`, which is empty. Most views only make pictures:
 *
 *     export const view = {
 *       name: 'network',
 *       show(page) {
 *         page.picture({ name: 'overview', title: say('view.network'), ..., load: async (ask) => ... });
 *       },
 *     };
 *
 * It is called when the view is opened, and again for another caller, language or theme; then
 * nothing of the former is left, and `page.signal` of the former is aborted. When day, region or
 * parameters change it is not called: `page` has the new values, all pictures load again, and what
 * `page.onChange` was given is called.
 *
 * @typedef {object} View
 * @property {string} name in the address; the navigation calls it by the text `view.NAME`
 * @property {(page: Page) => void} show fills the page
 */

/**
 * What a view is given.
 *
 * @typedef {object} Page
 * @property {HTMLElement} main the element to fill
 * @property {string} day the day that is asked, such as `2026-11-01`
 * @property {string} region code of the region, or empty for all
 * @property {Array<{id: string, code: string, name: string}>} regions all regions
 * @property {Object<string, string>} parameters the view's own part of the address
 * @property {AbortSignal} signal aborted when the view is left
 * @property {(query: string, variables?: object) => Promise<any>} ask asks the API, and returns data
 * @property {(picture: import('./picture.js').Picture) => ReturnType<typeof pictureFrame>} picture
 *     adds a picture to `main`, and loads it
 * @property {(change: Object<string, string>, step?: boolean) => void} set changes parameters; an
 *     empty value takes one away; a `step` can be undone by the browser's way back (so it is
 *     unless it is false)
 * @property {(view: string, parameters: Object<string, string>) => void} go opens a view
 * @property {(listener: () => void) => void} onChange calls after day, region or parameters changed
 * @property {(events: import('./day.js').DayEvent[]) => void} markDays ticks on the slider
 */

/** @type {View[]} in the order of the navigation */
const VIEWS = [network, flows, supply, segments, regie, monitor, access];

let identities = [];
let regions = [];
let place = readPlace();
let shown = new AbortController();
let page;
let days;
let pictures = [];
let listeners = [];

function readPlace() {
  const read = readAddress();
  const former = history.state?.caller;
  const known = VIEWS.some(({ name }) => name === read.view);
  const foreign = former !== undefined && former !== currentCaller().label;
  return {
    ...read,
    view: known ? read.view : VIEWS[0].name,
    parameters: known && !foreign ? read.parameters : {},
  };
}

/** Goes to another place, and shows it. */
function moveTo(wanted, step = true) {
  const former = place;
  place = wanted;
  showAddress(
    { ...place, day: place.day === today() ? '' : place.day },
    currentCaller().label,
    step,
  );
  if (former.view === place.view) {
    change();
  } else {
    open();
  }
}

/** Shows the view of the place from new. */
function open() {
  shown.abort();
  shown = new AbortController();
  const signal = shown.signal;
  pictures = [];
  listeners = [];
  days.mark([]);
  const main = document.getElementById('main');
  main.replaceChildren(element('h1', { class: 'spoken', text: say(`view.${place.view}`) }));
  page = {
    main,
    regions,
    signal,
    ...current(),
    ask: (query, variables) => ask(query, variables, signal),
    picture(spec) {
      const made = pictureFrame(spec, { signal, actAs });
      pictures.push(made);
      main.append(made.element);
      made.reload();
      return made;
    },
    set(changed, step = true) {
      const parameters = { ...place.parameters, ...changed };
      moveTo({ ...place, parameters: withoutEmpty(parameters) }, step);
    },
    go: (view, parameters) => moveTo({ ...place, view, parameters: withoutEmpty(parameters) }),
    onChange: (listener) => listeners.push(listener),
    markDays: (events) => signal.aborted || days.mark(events),
  };
  showFrame();
  if (signInStatus().expired) {
    const state = element('div', { role: 'status' });
    tell(state, 'expired', say('state.expired'), signInButton());
    main.append(element('section', { class: 'card' }, state));
    return;
  }
  VIEWS.find(({ name }) => name === place.view).show(page);
}

function current() {
  return { day: place.day || today(), region: place.region, parameters: place.parameters };
}

function withoutEmpty(parameters) {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value));
}

/** Tells the view that is shown of another day, region or parameters. */
function change() {
  Object.assign(page, current());
  showFrame();
  pictures.forEach(({ reload }) => reload());
  listeners.forEach((listener) => listener());
}

/** Shows in the frame what the place is. */
function showFrame() {
  days.show(place.day || today());
  document.getElementById('region').value = place.region;
  document.querySelectorAll('nav a').forEach((link) => {
    const { view } = link.dataset;
    link.href = writeAddress({ ...place, view, parameters: {} });
    link.toggleAttribute('aria-current', view === place.view);
    if (view === place.view) {
      link.setAttribute('aria-current', 'page');
      const list = link.closest('ul');
      list.scrollLeft = link.offsetLeft + link.offsetWidth - list.offsetLeft - list.clientWidth;
    }
  });
  document.title = `${say(`view.${place.view}`)} · Jeugdgraaf`;
}

/** Buttons that change to a caller of one of these roles, in demo mode; else one that signs in. */
function actAs(roles) {
  if (signInStatus().possible && currentCaller().role === '') {
    return [signInButton()];
  }
  return roles
    .map((role) => identities.find((identity) => identity.role === role))
    .filter(Boolean)
    .map((identity) =>
      button(say('caller.actAs', { who: say(`role.${identity.role}`) }), () => {
        changeCaller(identity);
      }),
    );
}

/** Builds the frame, in the language of the page. */
function build() {
  document.documentElement.lang = currentLanguage();
  shown.abort();
  days?.stop();
  days = dayControl((day) => moveTo({ ...place, day }, false));
  document.body.replaceChildren(
    element('a', { class: 'skip', href: '#main', text: say('frame.skip'), on: { click: skip } }),
    header(),
    controls(),
    element('main', { id: 'main', tabIndex: -1 }),
    footer(),
  );
  open();
}

function skip(event) {
  // The fragment is the address of the view.
  event.preventDefault();
  document.getElementById('main').focus();
}

function header() {
  const links = VIEWS.map(({ name }) =>
    element('li', {}, element('a', { text: say(`view.${name}`), 'data-view': name })),
  );
  return element(
    'header',
    { class: 'top' },
    element(
      'a',
      { class: 'brand', href: '#' },
      element('img', { src: 'page/icon.svg', alt: '', width: 28, height: 28 }),
      'Jeugdgraaf',
    ),
    element('nav', { 'aria-label': say('frame.views') }, element('ul', {}, ...links)),
    element('div', { class: 'who' }, whoAsks(identities), languageSwitch(), themeSwitch()),
  );
}

function languageSwitch() {
  const other = currentLanguage() === 'nl' ? 'en' : 'nl';
  return button(
    say('frame.otherLanguage'),
    () => {
      speak(other);
      build();
      document.getElementById('language').focus();
    },
    { id: 'language', class: 'quiet', lang: other },
  );
}

function themeSwitch() {
  const text = say(isDark() ? 'frame.light' : 'frame.dark');
  return button(
    isDark() ? '☀' : '☾',
    () => {
      switchTheme();
      build();
      document.getElementById('theme').focus();
    },
    { id: 'theme', class: 'quiet icon', 'aria-label': text, title: text },
  );
}

function controls() {
  const region = element(
    'select',
    { id: 'region', on: { change: () => moveTo({ ...place, region: region.value }) } },
    new Option(say('frame.allRegions'), ''),
    ...regions.map(({ code, name }) => new Option(name, code)),
  );
  return element(
    'section',
    { class: 'controls', 'aria-label': say('frame.controls') },
    searchBox(
      () => place.day || today(),
      ({ type, key }) => {
        page.go('network', { at: `${type}/${key}` });
      },
    ),
    element(
      'label',
      { class: 'region' },
      element('span', { class: 'field-name', text: say('frame.region') }),
      region,
    ),
    days.element,
  );
}

function footer() {
  return element(
    'footer',
    {},
    element('a', { href: address('graphiql').href, text: say('frame.editor') }),
    element('a', { href: address('schema.graphqls').href, text: say('frame.schema') }),
    element('span', { text: say('frame.about') }),
  );
}

/** Reads the regions; without them one can still look at all. */
async function readRegions() {
  try {
    ({ regions } = await ask('query Regions { regions(sort: [{ name: ASC }]) { id code name } }'));
  } catch {
    regions = [];
  }
}

async function start() {
  applyTheme();
  if (document.body.dataset.demo === 'true') {
    try {
      identities = await demoIdentities();
    } catch (error) {
      console.warn('Cannot offer identities.', error);
    }
  }
  await completeSignIn();
  place = readPlace();
  await readRegions();
  let former = currentCaller().label;
  onCallerChange(async ({ label }) => {
    const focused = document.activeElement?.id;
    shown.abort();
    document.getElementById('main').replaceChildren();
    // Another role or purpose of the same user may go on where the user was.
    place = { ...place, parameters: label === former ? place.parameters : {} };
    former = label;
    showAddress(
      { ...place, day: place.day === today() ? '' : place.day },
      currentCaller().label,
      false,
    );
    await readRegions();
    build();
    (document.getElementById(focused) ?? document.getElementById('caller'))?.focus();
  });
  onSignInChange(() => {
    build();
    document.querySelector('.caller button')?.focus();
  });
  onSystemTheme(build);
  window.addEventListener('popstate', () => moveTo(readPlace(), false));
  build();
  showAddress(place, currentCaller().label, false);
}

await start();
