// Which fields the caller may see. The schema that the API shows a role has no others, so an
// operation that is made of these fields is not refused for the sake of one of them.

import { ask } from './ask.js';
import { onCallerChange } from './caller.js';

const FIELDS = `query Fields($type: String!) { __type(name: $type) { fields { name } } }`;
const read = new Map();

onCallerChange(() => read.clear());

/**
 * Reads which fields of a type the caller may see, once for a caller.
 *
 * @param {string} type name of the type, such as `Trajectory`
 * @returns {Promise<Set<string>>} the names of the fields; none where the type itself is hidden
 */
export async function fieldsOf(type) {
  if (!read.has(type)) {
    const reading = ask(FIELDS, { type }).then(({ __type }) =>
      new Set((__type?.fields ?? []).map(({ name }) => name)));
    reading.catch(() => read.delete(type));
    read.set(type, reading);
  }
  return read.get(type);
}

/**
 * Joins the selections of those fields that the caller may see.
 *
 * @param {Set<string>} fields what the caller may see
 * @param {Object<string, string>} parts selections, by the name of the field
 * @returns {string} the selection
 */
export function select(fields, parts) {
  return Object.entries(parts).filter(([field]) => fields.has(field)).map(([, part]) => part).join(' ');
}
