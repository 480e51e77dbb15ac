// What can be done with a picture: open its query, save its data or its image, copy a link.

import { askForFile } from './ask.js';
import { address } from './caller.js';
import { button, element, save } from './dom.js';
import { csv } from './table.js';
import { say } from './words.js';

const COPIED_FOR = 2_000;

/**
 * Makes the actions.
 *
 * @param {string} name names the files that are saved
 * @param {object} shown
 * @param {{query: string, variables: object}} [shown.asked] the operation, where there was one
 * @param {import('./picture.js').Content} [shown.content] what is shown, if anything is
 * @param {import('./picture.js').Image} [shown.image] what can be saved of the drawing
 * @param {(error: Error) => void} failed called with what is thrown
 * @returns {HTMLElement[]} the actions
 */
export function actionsFor(name, { asked, content, image }, failed) {
  const saveTable = () =>
    tableFile(content, asked).then((file) => save(`${name}.csv`, file), failed);
  const saveGraph = () =>
    askForFile(asked.query, asked.variables, 'application/graphml+xml').then(
      (file) => save(`${name}.graphml`, file),
      failed,
    );
  const saveImage = async () => save(`${name}.${image.kind}`, await image.make());
  return [
    asked && queryLink(asked),
    content?.table && action('picture.csv', saveTable, 'picture.csv.hint'),
    content?.graph && action('picture.graphml', saveGraph, 'picture.graphml.hint'),
    action('picture.link', copyLink, 'picture.link.hint'),
    image &&
      action(image.kind === 'svg' ? 'picture.svg' : 'picture.png', saveImage, 'picture.image.hint'),
  ].filter(Boolean);
}

function action(text, pressed, hint) {
  return button(say(text), pressed, { class: 'action', title: say(hint) });
}

/** The query editor takes document and variables from the fragment, which is not sent. */
function queryLink({ query, variables }) {
  const there = address('graphiql');
  there.hash = new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) });
  return element('a', {
    class: 'action',
    target: '_blank',
    href: there.href,
    text: say('picture.query'),
    title: say('picture.query.hint'),
  });
}

async function tableFile({ rows, table }, asked) {
  return rows ? askForFile(asked.query, asked.variables, 'text/csv') : csv(table);
}

async function copyLink({ target }) {
  await navigator.clipboard.writeText(location.href);
  target.textContent = say('picture.link.done');
  setTimeout(() => (target.textContent = say('picture.link')), COPIED_FOR);
}
