// What the pictures of the supply view share.

import { button, element } from '../dom.js';
import { say } from '../words.js';

/** Keys of all nodes that an analysis names by id; the ids are those of the same day. */
export const KEYS = `  providers(asOf: $day) { id key: agb }
  products(asOf: $day) { id key code }`;

/**
 * The region of the page, as the API wants it.
 *
 * @param {import('../main.js').Page} page
 * @returns {string | undefined} its id, or nothing for all
 */
export function regionId(page) {
  return page.regions.find(({ code }) => code === page.region)?.id;
}

/**
 * Finds keys by id.
 *
 * @param {Array<{id: string, key: string}>[]} lists nodes
 * @returns {(node: {id: string}) => string} gives the key of a node
 */
export function keysOf(...lists) {
  const keys = new Map(lists.flat().map(({ id, key }) => [id, key]));
  return ({ id }) => keys.get(id) ?? '';
}

/**
 * A button that opens a provider in the network view.
 *
 * @param {import('../main.js').Page} page
 * @param {string} agb its AGB code
 * @param {string} name its name
 * @param {string} where what the button is in, so that it has a focus of its own
 * @returns {HTMLElement} the button
 */
export function toNetwork(page, agb, name, where) {
  return button(name, () => page.go('network', { at: `Provider/${agb}` }), {
    class: 'link',
    title: say('supply.toNetwork'),
    'data-focus': `network-${where}-${agb}`,
  });
}

/**
 * A button that asks what if a provider ends.
 *
 * @param {Function} lead goes to a picture, see the view
 * @param {string} agb its AGB code
 * @param {string} name its name
 * @returns {HTMLElement} the button
 */
export function toWhatIf(lead, agb, name) {
  return button(say('supply.whatif.button'), () => lead('whatif', { ends: agb, product: '' }), {
    class: 'action',
    'aria-label': `${say('supply.whatif.button')}: ${name}`,
  });
}

/** The name of a segment in a municipality. */
export function placeName({ segment, municipality }) {
  return `${segment.name} · ${municipality.name}`;
}

/** A product by its code and name. */
export function productName({ id, name }, codes) {
  const code = codes.get(id);
  return code && code !== name ? `${code} ${name}` : name;
}

/** Codes of products by id. */
export function codesOf(products) {
  return new Map(products.map(({ id, code }) => [id, code]));
}

/**
 * A list under a heading, or nothing where it is empty.
 *
 * @param {string} heading what it is
 * @param {Array<Node | string>} items what is in it
 * @returns {HTMLElement | null} the list
 */
export function listOf(heading, items) {
  return items.length === 0
    ? null
    : element(
        'div',
        {},
        element('h3', { text: heading }),
        element('ul', { class: 'plain' }, ...items.map((item) => element('li', {}, item))),
      );
}
