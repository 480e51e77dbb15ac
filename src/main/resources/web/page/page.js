// The query editor: GraphiQL, the bar above it and the questions beside it.

import { currentCaller, demoIdentities, onCallerChange } from '../explorer/caller.js';
import { onSystemTheme } from '../explorer/theme.js';
import { currentLanguage } from '../explorer/words.js';
import { makeBar, showDay } from './bar.js';
import { onTabChange, paintEditor, startEditor } from './editor.js';
import {
  firstFor,
  makeOpener,
  makePanel,
  onWidthChange,
  readQuestions,
  showQuestion,
} from './questions.js';

/** @type {import('../explorer/caller.js').Identity[]} */
let identities = [];
/** @type {import('./questions.js').Question[]} */
let questions = [];

/** What the fragment of the address gives, `#query=...&variables=...`; it is not sent. */
function givenTab() {
  const given = new URLSearchParams(location.hash.slice(1));
  const query = given.get('query');
  if (query === null) {
    return undefined;
  }
  history.replaceState(null, '', location.pathname + location.search);
  return { query, variables: given.get('variables') ?? '' };
}

/** Builds what is around GraphiQL, in the language of the page and for the caller. */
function build() {
  document.documentElement.lang = currentLanguage();
  const focused = document.activeElement?.id;
  document.getElementById('bar').replaceWith(makeBar(identities, makeOpener(), rebuild));
  document.getElementById('questions').replaceWith(makePanel(questions));
  if (focused) {
    document.getElementById(focused)?.focus();
  }
}

function rebuild() {
  build();
  showTab();
}

function showTab() {
  showDay();
  showQuestion(questions, identities);
}

async function start() {
  try {
    if (document.body.dataset.demo === 'true') {
      identities = await demoIdentities();
    }
  } catch (error) {
    console.warn('Cannot offer identities.', error);
  }
  try {
    questions = await readQuestions();
  } catch (error) {
    console.warn('Cannot offer the questions.', error);
  }
  build();
  await startEditor(firstFor(questions, currentCaller().role), givenTab());
  rebuild();
  onTabChange(showTab);
  onWidthChange();
  onSystemTheme(rebuildColours);
  onCallerChange(() => {
    rebuild();
    // Whoever pressed a button that is gone now goes on at the choice of the caller.
    if (document.activeElement === document.body) {
      document.getElementById('identity').focus();
    }
  });
}

function rebuildColours() {
  paintEditor();
  rebuild();
}

await start();
