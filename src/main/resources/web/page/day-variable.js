// The day of an operation. The API takes it as an argument of each field, so an operation that has
// one day for all declares a variable for it.

const DECLARED = /\$(day|asOf|on)\s*:\s*Date\b/;

/**
 * Finds the variable that is the day of a document.
 *
 * @param {string} query the document
 * @returns {string | undefined} its name, if the document declares one
 */
export function dayVariable(query) {
  return DECLARED.exec(query.replace(/#.*/g, ''))?.[1];
}

/**
 * Returns the variables as an object.
 *
 * @param {string} variables JSON, or nothing
 * @returns {Object<string, any> | undefined} none if they are no JSON object
 */
export function readVariables(variables) {
  if (variables.trim() === '') {
    return {};
  }
  try {
    const read = JSON.parse(variables);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
}
