// Labels of the values of enums, from their descriptions in the schema: `English (Dutch)`, where
// codes of the standard may stand in front (`45: ambulatory youth care (jeugdhulp ambulant)`).

import { ask } from './ask.js';
import { onCallerChange } from './caller.js';
import { currentLanguage } from './words.js';

const VALUES = `query Labels($type: String!) { __type(name: $type) { enumValues { name description } } }`;
const read = new Map();

onCallerChange(() => read.clear());

/**
 * Reads the labels of an enum, once for a caller.
 *
 * @param {string} type name of the enum, such as `ProductCategory`
 * @returns {Promise<(value: string | null) => string>} gives the label of a value; the value itself
 *     where it has none
 */
export async function labels(type) {
  if (!read.has(type)) {
    const reading = ask(VALUES, { type }).then(({ __type }) => __type?.enumValues ?? []);
    reading.catch(() => read.delete(type));
    read.set(type, reading);
  }
  const values = new Map(
    (await read.get(type)).map(({ name, description }) => [name, description]),
  );
  return (value) => label(values.get(value)) ?? value ?? '';
}

function label(description) {
  const parts = /^(?:\d[\w, ]*: )?(.*?) \((.*)\)$/.exec(description ?? '');
  if (parts === null) {
    return description || undefined;
  }
  const text =
    currentLanguage() === 'nl' ? parts[2].replace(/, iJw \w+$/, '') : parts[1].replace(/^An? /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
