// Views of a page: each asks one question and goes on showing its answer out of the cache of one
// client, whatever is asked after it.

import assert from "node:assert/strict";
import { answers } from "./server.mjs";

/** Some clients show the types of objects, which no question asks for. */
function withoutTypes(data) {
  return JSON.parse(JSON.stringify(data ?? null), (name, value) =>
    name === "__typename" ? undefined : value,
  );
}

export class Views {
  #client;
  #opened = [];

  /** @param client asks a question, and returns a function that reads the answer out of its cache */
  constructor(client) {
    this.#client = client;
  }

  /** Asks the server, and returns its answer. */
  async open(question, variables) {
    const shown = await this.#client(question, variables);
    const title = `${question} ${JSON.stringify(variables)}`;
    assert.equal(answers.length, this.#opened.length + 1, `${title}: questions that were sent`);
    const { data, errors } = answers.at(-1);
    assert.equal(errors, undefined, `${title}: ${JSON.stringify(errors)}`);
    const answer = withoutTypes(data);
    this.#opened.push({ title, shown, answer });
    return answer;
  }

  /** Every view still shows what the server answered it, and none has asked again. */
  async check() {
    for (const { title, shown, answer } of this.#opened) {
      assert.deepEqual(withoutTypes(await shown()), answer, `${title}: what the cache shows`);
    }
    assert.equal(answers.length, this.#opened.length, "questions that were sent");
    return this.#opened.length;
  }
}
