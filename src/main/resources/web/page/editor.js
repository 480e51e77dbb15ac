// The seam to GraphiQL. It has no interface to the page around it, so the page uses what it shows:
// its text models, which Monaco publishes, its buttons, and what it keeps in local storage.

import { address, currentCaller, onCallerChange, send } from '../explorer/caller.js';
import { isDark } from '../explorer/theme.js';
import { say } from './texts.js';

const OPERATION = 'operation.graphql';
const VARIABLES = 'variables.json';
const RESPONSE = 'response.json';
const TABS = 'graphiql:tabState';
const THEME = 'graphiql:theme';
const TRIES = 200;

const plainFetch = window.fetch.bind(window);
const listeners = new Set();

/** Answers that former callers got, and those that this one got. */
const former = new Set();
const own = new Set();

window.MonacoEnvironment = {
  globalAPI: true,
  getWorkerUrl(_module, label) {
    const workers = {
      editorWorkerService: 'editor.worker.bundle.js',
      json: 'json.worker.bundle.js',
      graphql: 'graphql.worker..bundle.js',
    };
    return address('graphiql/monacoeditorwork/' + workers[label]).href;
  },
};

window.VERTX_GRAPHIQL_CONFIG = { graphQLUri: address('graphql').pathname, graphQLWSEnabled: false };

/**
 * @typedef {object} Tab
 * @property {string} query the document
 * @property {string} variables JSON, or nothing
 */

/**
 * Starts GraphiQL with the tabs of the last visit.
 *
 * @param {Tab | undefined} first what to open if there was no visit
 * @param {Tab | undefined} given what to open besides
 */
export async function startEditor(first, given) {
  const kept = JSON.parse(localStorage.getItem(TABS) ?? '{"tabs": [], "activeTabIndex": 0}');
  const more = given ?? (kept.tabs.length === 0 ? first : undefined);
  if (more !== undefined) {
    keepTabs([...kept.tabs, tab(more)], kept.tabs.length);
  }
  paintEditor();
  // GraphiQL writes document and variables into the address, and a reload would send them.
  history.replaceState = () => {};
  window.fetch = asCaller;
  onCallerChange(forgetFormer);
  await import(address(document.getElementById('graphiql').dataset.script).href);
  await until(() => window.monaco && model(OPERATION) && model(VARIABLES) && model(RESPONSE));
  for (const name of [OPERATION, VARIABLES]) {
    model(name).onDidChangeContent(() => listeners.forEach((listener) => listener()));
  }
  model(RESPONSE).onDidChangeContent(leaveOutFormer);
}

function tab({ query, variables }) {
  const operationName = /^query (\w+)/m.exec(query)?.[1] ?? null;
  return {
    id: String(Date.now()),
    title: operationName ?? 'query',
    query,
    variables,
    headers: null,
    operationName,
    response: null,
  };
}

function keepTabs(tabs, activeTabIndex) {
  localStorage.setItem(TABS, JSON.stringify({ tabs, activeTabIndex }));
  // Without these, GraphiQL treats its welcome text as an edited tab and adds it.
  localStorage.setItem('graphiql:query', tabs[activeTabIndex].query);
  localStorage.setItem('graphiql:variables', tabs[activeTabIndex].variables);
}

async function until(holds) {
  for (let tries = 0; !holds(); tries++) {
    if (tries === TRIES) {
      throw new Error('GraphiQL does not show what this page expects of it.');
    }
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

function model(name) {
  return window.monaco.editor.getModels().find(({ uri }) => uri.path.endsWith(name));
}

/** @returns {Tab} what the tab that is open holds */
export function currentTab() {
  return { query: model(OPERATION).getValue(), variables: model(VARIABLES).getValue() };
}

/**
 * Calls whenever the document or the variables of the open tab change, or another tab is opened.
 *
 * @param {() => void} listener what is called
 */
export function onTabChange(listener) {
  listeners.add(listener);
}

/** Changes the variables of the open tab. */
export function setVariables(variables) {
  model(VARIABLES).setValue(variables);
}

/**
 * Opens a document in the tab that holds it already, or else in a new one.
 *
 * @param {Tab} wanted what to open
 */
export async function openTab(wanted) {
  if (model(OPERATION).getValue() === wanted.query) {
    return;
  }
  const { title } = tab(wanted);
  const named = [...document.querySelectorAll('.graphiql-tab-button')].find(
    ({ textContent }) => textContent === title,
  );
  if (named) {
    named.click();
    await nextPaint();
  }
  if (model(OPERATION).getValue() !== wanted.query) {
    document.querySelector('.graphiql-tab-add').click();
    await nextPaint();
    model(OPERATION).setValue(wanted.query);
    model(VARIABLES).setValue(wanted.variables);
  }
}

function nextPaint() {
  return new Promise((resume) => setTimeout(resume, 150));
}

/** Shows GraphiQL in the colours of the page. */
export function paintEditor() {
  const theme = isDark() ? 'dark' : 'light';
  localStorage.setItem(THEME, theme);
  document.body.classList.remove('graphiql-light', 'graphiql-dark');
  document.body.classList.add(`graphiql-${theme}`);
  window.monaco?.editor.setTheme(`graphiql-${theme.toUpperCase()}`);
}

/** Sends operations of GraphiQL as the caller. Headers in its own headers tab take precedence. */
async function asCaller(url, options) {
  if (typeof url !== 'string' || !isOperation(url)) {
    return plainFetch(url, options);
  }
  const sender = currentCaller();
  const response = await send(url, options);
  if (options.body.includes('IntrospectionQuery')) {
    return response;
  }
  const text = await response.clone().text();
  if (sender !== currentCaller()) {
    throw new Error(say('former.caller'));
  }
  const shown = asShown(text);
  own.add(shown);
  former.delete(shown);
  return response;
}

function isOperation(url) {
  return new URL(url, document.baseURI).pathname === address('graphql').pathname;
}

function asShown(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Each role sees a schema of its own. GraphiQL fetches it again by its own button only. */
function forgetFormer() {
  own.forEach((answer) => former.add(answer));
  own.clear();
  leaveOutFormer();
  document.querySelector('button[aria-label^="Re-fetch GraphQL schema"]')?.click();
}

/** GraphiQL keeps the answer of each tab. What a former caller got must not come back. */
function leaveOutFormer() {
  const shown = window.monaco && model(RESPONSE);
  if (shown && former.has(shown.getValue())) {
    shown.setValue(`// ${say('former.caller')}`);
  }
}
