// The frame of a picture: title, one sentence of explanation, the picture, a table that says the
// same, and what can be done with it. It shows each state: loading, empty, suppressed, and every
// reason why the API gave no answer.

import { ask, askForCsv, Refusal } from './ask.js';
import { address } from './caller.js';
import { button, element, save } from './dom.js';
import { csv, table } from './table.js';
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
  const { name, title, explanation } = picture;
  let running = new AbortController();
  let drawing;
  let asked;
  let content;
  const memory = {};

  const state = element('div', { class: 'state', role: 'status' });
  const box = element('div', { class: 'drawing' });
  const words = element('details', { class: 'words', open: Boolean(picture.tableOpen) });
  const actions = element('div', { class: 'actions' });
  const frame = element(
    'section',
    { class: 'picture card', id: name, tabIndex: -1, 'aria-labelledby': `${name}-title` },
    element(
      'header', {},
      element('div', {}, element('h2', { id: `${name}-title`, text: title }), element('p', { text: explanation })),
      actions,
    ),
    state, box, words,
  );
  signal.addEventListener('abort', () => { running.abort(); clear(); });

  function clear() {
    drawing?.destroy?.();
    drawing = undefined;
    box.replaceChildren();
    words.replaceChildren();
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
    if (drawing === undefined && words.childElementCount === 0) {
      show('loading', say('state.loading'));
    }
    let first;
    try {
      const loaded = await picture.load((query, variables = {}) => {
        first ??= { query, variables };
        return ask(query, variables, own);
      });
      if (own.aborted) {
        return;
      }
      [content, asked] = [loaded, first];
      await present(own);
    } catch (error) {
      if (own.aborted || error.name === 'AbortError') {
        return;
      }
      [content, asked] = [undefined, first];
      clear();
      frame.style.minHeight = '';
      showFault(error);
    }
    if (!own.aborted) {
      frame.removeAttribute('aria-busy');
      showActions();
    }
  }

  async function present(own) {
    const focused = frame.contains(document.activeElement) ? document.activeElement.dataset.focus : undefined;
    // The page keeps its height, and so its place.
    frame.style.minHeight = `${frame.offsetHeight}px`;
    clear();
    state.replaceChildren();
    state.className = 'state';
    if (content.empty) {
      frame.style.minHeight = '';
      show('empty', content.emptyText ?? say('state.empty'));
      return;
    }
    if (content.suppressed > 0) {
      show('suppressed', say('state.suppressed', { count: content.suppressed }));
    }
    showTable();
    const drawn = await content.draw?.(box);
    if (own.aborted) {
      drawn?.destroy?.();
      return;
    }
    drawing = drawn ?? undefined;
    frame.style.minHeight = '';
    if (focused !== undefined) {
      keepFocus(focused);
    }
  }

  /** Gives the focus back to what was used, which was made again, or else to the picture. */
  function keepFocus(name) {
    const again = frame.querySelector(`[data-focus="${CSS.escape(name)}"]:not(:disabled)`);
    (again ?? frame.querySelector('h3') ?? frame).focus();
  }

  function showTable() {
    if (content.table) {
      words.hidden = false;
      words.replaceChildren(element('summary', { text: say('picture.table') }), table(content.table, memory));
      words.open ||= !content.draw;
    } else {
      words.hidden = true;
    }
  }

  function show(kind, text, ...more) {
    state.className = `state ${kind}`;
    state.replaceChildren(element('p', { text }), ...more);
  }

  function showFault(error) {
    if (!(error instanceof Refusal)) {
      console.error(error);
      show('failed', say('state.failed'));
      return;
    }
    const again = button(say('state.again'), reload);
    switch (error.why) {
      case 'forbidden': {
        const roles = picture.seenBy ?? [];
        const who = roles.map((role) => say(`role.${role}`)).join(', ');
        const told = roles.length > 0 ? say('state.forbidden.who', { who }) : error.message;
        show('forbidden', say('state.forbidden'), element('p', { text: told }), ...actAs(roles));
        break;
      }
      case 'purpose':
        show('forbidden', say('state.purpose'), element('p', { text: error.message }));
        break;
      case 'expired':
        show('expired', say('state.expired'), again);
        break;
      case 'unreachable':
        show('unreachable', say('state.unreachable'), again);
        break;
      case 'limit':
        show('limit', say('state.limit'), element('p', { text: error.message }), again);
        break;
      default:
        show('failed', say('state.failed'), element('p', { text: error.message }));
    }
  }

  function showActions() {
    const shown = content && !content.empty;
    actions.replaceChildren(
      ...[
        asked && element('a', {
          class: 'action', target: '_blank', text: say('picture.query'), title: say('picture.query.hint'),
          href: queryAddress(asked),
        }),
        shown && content.table && button(say('picture.csv'), saveCsv, { class: 'action', title: say('picture.csv.hint') }),
        button(say('picture.link'), copyLink, { class: 'action', title: say('picture.link.hint') }),
        shown && drawing?.image && button(drawing.image.kind.toUpperCase(), saveImage, {
          class: 'action', title: say('picture.image.hint'),
        }),
      ].filter(Boolean),
    );
  }

  async function saveCsv() {
    try {
      const file = content.rows ? await askForCsv(asked.query, asked.variables) : csv(content.table);
      save(`${name}.csv`, file);
    } catch (error) {
      showFault(error);
    }
  }

  async function saveImage() {
    save(`${name}.${drawing.image.kind}`, await drawing.image.make());
  }

  async function copyLink(event) {
    const pressed = event.target;
    await navigator.clipboard.writeText(location.href);
    pressed.textContent = say('picture.link.done');
    setTimeout(() => { pressed.textContent = say('picture.link'); }, 2_000);
  }

  return { element: frame, reload };
}

/** The query editor takes document and variables from the fragment, which is not sent. */
function queryAddress({ query, variables }) {
  const text = new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) });
  const there = address('graphiql');
  there.hash = text.toString();
  return there.href;
}
