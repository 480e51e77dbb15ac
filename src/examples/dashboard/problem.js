// The table of codes is in schema/README.md.

/** A problem that the server told, with its code, or one of the network. */
export class Problem extends Error {
  /**
   * @param {string} message
   * @param {string} code
   */
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}
