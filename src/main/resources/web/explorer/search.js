// The search box: suggestions while typing, chosen by mouse or keyboard (the combobox pattern of
// the ARIA Authoring Practices).

import { ask } from './ask.js';
import { afterPause, element } from './dom.js';
import { say } from './words.js';

const PAUSE = 200;

let boxes = 0;

const SEARCH = `query Search($phrase: String!, $day: Date) {
  search(phrase: $phrase, first: 8, asOf: $day) {
    edges {
      node {
        __typename
        name
        ... on Provider { agb }
        ... on Referrer { key }
        ... on Segment { key region { name } }
        ... on Cluster { key }
        ... on Product { key code }
      }
    }
  }
}`;

/**
 * Makes the box.
 *
 * @param {() => string} day the day on which it searches
 * @param {(node: {type: string, key: string, name: string}) => void} chosen called with the node
 *     that is chosen
 * @param {string} [name] what it is called
 * @returns {HTMLElement} the box
 */
export function searchBox(day, chosen, name = say('search.name')) {
  const own = `found-${++boxes}`;
  let found = [];
  let active = -1;
  let running = new AbortController();

  const list = element('ul', {
    id: own,
    role: 'listbox',
    'aria-label': say('search.found'),
    hidden: true,
  });
  const status = element('span', { class: 'spoken', role: 'status' });
  const input = element('input', {
    type: 'search',
    autocomplete: 'off',
    placeholder: say('search.hint'),
    role: 'combobox',
    'aria-label': name,
    'aria-autocomplete': 'list',
    'aria-expanded': false,
    'aria-controls': own,
    on: { input: afterPause(suggest, PAUSE), keydown: move, blur: close },
  });

  async function suggest() {
    running.abort();
    running = new AbortController();
    const phrase = input.value.trim();
    if (phrase === '') {
      close();
      return;
    }
    try {
      const data = await ask(SEARCH, { phrase, day: day() }, running.signal);
      found = data.search.edges.map(({ node }) => node);
      open(found.length === 0 ? say('search.nothing') : '');
    } catch (error) {
      if (error.name !== 'AbortError') {
        found = [];
        open(error.message || say('state.unreachable'));
      }
    }
  }

  function open(message) {
    active = -1;
    const items = found.map((node, index) =>
      element(
        'li',
        {
          id: `${own}-${index}`,
          role: 'option',
          'aria-selected': false,
          // Not `click`: the box would lose the focus first, and close.
          on: {
            mousedown: (event) => {
              event.preventDefault();
              choose(index);
            },
          },
        },
        element('span', { text: node.name ?? node.code ?? node.key }),
        element('small', {
          text: [say(`type.${node.__typename}`), node.code, node.region?.name]
            .filter(Boolean)
            .join(' · '),
        }),
      ),
    );
    list.replaceChildren(...items);
    if (message) {
      list.append(
        element('li', { class: 'nothing', role: 'option', 'aria-disabled': true, text: message }),
      );
    }
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    input.removeAttribute('aria-activedescendant');
    status.textContent = message || say('search.count', { count: found.length });
  }

  function close() {
    running.abort();
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && !list.hidden && found.length > 0) {
      event.preventDefault();
      mark((active + step + found.length) % found.length);
    } else if (event.key === 'Enter' && !list.hidden && found.length > 0) {
      event.preventDefault();
      choose(Math.max(active, 0));
    } else if (event.key === 'Escape') {
      close();
    }
  }

  function mark(index) {
    active = index;
    [...list.children].forEach((item, place) =>
      item.setAttribute('aria-selected', String(place === index)),
    );
    list.children[index].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${own}-${index}`);
  }

  function choose(index) {
    const { __typename: type, key, agb, name: label } = found[index];
    input.value = '';
    close();
    chosen({ type, key: key ?? agb, name: label });
  }

  return element('div', { class: 'search' }, input, list, status);
}
