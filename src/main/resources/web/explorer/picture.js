// The frame of a picture: title, one sentence of explanation, the picture, a table that says the
// same, and what can be done with it. It shows each state: loading, empty, suppressed, and every
// reason why the API gave no answer.

import { actionsFor } from './actions.js';
import { ask } from './ask.js';
import { element } from './dom.js';
import { tell, tellFault } from './states.js';
import { table } from './table.js';
import { say } from './words.js';

/**
 * @typedef {object} Image what can be saved of a drawing
 * @property {'svg' | 'png'} kind its file type
 * @property {() => Blob | Promise<Blob>} make makes the file
 */

/**
 * @typedef {object} Drawing a picture on the page
 * @property {Image} [image] what can be saved of it
 * @property {() => void} [destroy] frees what it holds; called before the next one is drawn
 */

/**
 * @typedef {object} Content what a picture shows
 * @property {boolean} [empty] that there is nothing to show
 * @property {string} [emptyText] why, if it is known, and what to do
 * @property {number} [suppressed] how many numbers are left out to protect persons
 * @property {import('./table.js').TableContent} [table] the same as a table
 * @property {boolean} [rows] that the first operation has one list, so that the server gives it as
 *     CSV (see `schema/rows.md`); else the CSV is made of the table
 * @property {boolean} [graph] that the first operation has a network, which the server gives as
 *     GraphML
 * @property {(box: HTMLElement) => Drawing | void | Promise<Drawing | void>} [draw] draws into an
 *     empty box; without it the table is the picture. What can have the focus has a `data-focus` of
 *     its own, so that the focus stays when all is drawn again
 */

/**
 * @typedef {(query: string, variables?: object) => Promise<any>} Ask asks an operation and returns
 *     its data. The first operation that `load` asks is that of the action "Query" and of `rows`.
 */

/**
 * @typedef {object} Picture what `page.picture` is given
 * @property {string} name names the files that are saved, and is the `id` of the picture
 * @property {string} title its title
 * @property {string} explanation one sentence: what it shows, and how to read it
 * @property {(ask: Ask) => Promise<Content>} load asks for what it shows, for the day, region and
 *     parameters of the page; is called again whenever one of these changes
 * @property {() => boolean} [shown] whether the picture has a place now; always, unless it says so
 * @property {string[]} [seenBy] roles that may see it, named where the caller may not
 * @property {boolean} [tableOpen] whether the table stands beside the picture from the start
 */

/**
 * Makes a picture.
 *
 * @param {Picture} picture what it is
 * @param {object} around what the page gives
 * @param {AbortSignal} around.signal aborted when the view is left
 * @param {(roles: string[]) => HTMLElement[]} around.actAs choices of a caller who may see it
 * @returns {{element: HTMLElement, reload: () => Promise<void>}} the picture, not yet loaded
 */
export function pictureFrame(picture, { signal, actAs }) {
  const parts = frameOf(picture);
  const { frame, actions, state, box, words } = parts;
  const memory = {};
  let running = new AbortController();
  let drawing;

  signal.addEventListener('abort', () => {
    running.abort();
    clear();
  });

  function clear() {
    drawing?.destroy?.();
    drawing = undefined;
    box.replaceChildren();
    words.replaceChildren();
    words.hidden = true;
  }

  async function reload() {
    running.abort();
    running = new AbortController();
    const own = running.signal;
    frame.hidden = picture.shown?.() === false;
    if (frame.hidden) {
      clear();
      return;
    }
    frame.setAttribute('aria-busy', 'true');
    if (box.childElementCount === 0) {
      tell(state, 'loading', say('state.loading'));
    }
    let asked;
    const askNoted = (query, variables = {}) => {
      asked ??= { query, variables };
      return ask(query, variables, own);
    };
    try {
      const content = await picture.load(askNoted);
      if (!own.aborted) {
        await present(content, own);
        finish({ asked, content: content.empty ? undefined : content, image: drawing?.image }, own);
      }
    } catch (error) {
      if (!own.aborted && error.name !== 'AbortError') {
        clear();
        showFault(error);
        finish({ asked }, own);
      }
    }
  }

  function finish(shown, own) {
    if (!own.aborted) {
      frame.style.minHeight = '';
      frame.removeAttribute('aria-busy');
      actions.replaceChildren(...actionsFor(picture.name, shown, showFault));
    }
  }

  function showFault(error) {
    tellFault(state, error, { again: reload, seenBy: picture.seenBy ?? [], actAs });
  }

  async function present(content, own) {
    const focused = frame.contains(document.activeElement) && document.activeElement.dataset.focus;
    // The page keeps its height, and so its place.
    frame.style.minHeight = `${frame.offsetHeight}px`;
    clear();
    tellContent(state, content);
    if (content.empty) {
      return;
    }
    showTable(content, memory, words, box);
    const drawn = await content.draw?.(box);
    if (own.aborted) {
      drawn?.destroy?.();
      return;
    }
    drawing = drawn ?? undefined;
    if (focused) {
      keepFocus(frame, focused);
    }
  }

  return { element: frame, reload };
}

function frameOf({ name, title, explanation, tableOpen }) {
  const state = element('div', { class: 'state', role: 'status' });
  const box = element('div', { class: 'drawing' });
  const words = element('details', { class: 'words', hidden: true, open: Boolean(tableOpen) });
  const actions = element('div', { class: 'actions' });
  const heading = element(
    'div',
    {},
    element('h2', { id: `${name}-title`, text: title }),
    element('p', { text: explanation }),
  );
  const frame = element(
    'section',
    { class: 'picture card', id: name, tabIndex: -1, 'aria-labelledby': `${name}-title` },
    element('header', {}, heading, actions),
    state,
    box,
    words,
  );
  return { frame, actions, state, box, words };
}

function tellContent(state, { empty, emptyText, suppressed }) {
  if (empty) {
    tell(state, 'empty', emptyText ?? say('state.empty'));
  } else if (suppressed > 0) {
    tell(state, 'suppressed', say('state.suppressed', { count: suppressed }));
  } else {
    state.className = 'state';
    state.replaceChildren();
  }
}

/** Shows the table below the picture, or as the picture. */
function showTable(content, memory, words, box) {
  words.hidden = !content.table || !content.draw;
  if (!words.hidden) {
    const summary = element('summary', { text: say('picture.table') });
    words.replaceChildren(summary, table(content.table, memory));
  } else if (content.table) {
    box.replaceChildren(table(content.table, memory));
  }
}

/** Gives the focus back to what was used, which was made again, or else to the picture. */
function keepFocus(frame, name) {
  const again = frame.querySelector(`[data-focus="${CSS.escape(name)}"]:not(:disabled)`);
  (again ?? frame.querySelector('h3') ?? frame).focus();
}
