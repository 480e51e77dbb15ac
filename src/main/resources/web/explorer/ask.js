// Asking the API, and what can go wrong.

import { address, send } from './caller.js';

/**
 * Why there is no answer.
 *
 * - `forbidden`: this caller may not see it
 * - `purpose`: the caller states no purpose that allows it
 * - `expired`: the token counts no longer
 * - `unreachable`: no server, or its database is away; trying again may help
 * - `unpublished`: no statistics are published that could be shown
 * - `limit`: too much was asked, or it took too long
 * - `failed`: anything else; the message says what
 *
 * @typedef {'forbidden' | 'purpose' | 'expired' | 'unreachable' | 'unpublished' | 'limit' | 'failed'} Why
 */

const WHY = {
  FORBIDDEN: 'forbidden',
  PURPOSE_REQUIRED: 'purpose',
  UNAUTHENTICATED: 'expired',
  SIGN_IN_UNAVAILABLE: 'unreachable',
  DATABASE_UNAVAILABLE: 'unreachable',
  AUDIT_UNAVAILABLE: 'unreachable',
  NOT_PUBLISHED: 'unpublished',
  LIMIT_EXCEEDED: 'limit',
  RATE_LIMITED: 'limit',
  SERVER_BUSY: 'unreachable',
  TIMEOUT: 'limit',
};

/** That the API gave no answer. */
export class Refusal extends Error {
  /**
   * @param {Why} why the kind
   * @param {string} message of the server, or empty
   * @param {string} [code] `extensions.code` of the first error
   */
  constructor(why, message, code = '') {
    super(message);
    this.why = why;
    this.code = code;
  }
}

/**
 * Asks an operation.
 *
 * @param {string} query the document
 * @param {object} [variables] its variables
 * @param {AbortSignal} [signal] ends the request
 * @returns {Promise<any>} `data` of the answer
 * @throws {Refusal} if there is none
 */
export async function ask(query, variables = {}, signal) {
  // By this type a refused operation has status 200, which browsers do not report as a failed load.
  const response = await post(query, variables, 'application/json', signal);
  const answer = await readJson(response);
  if (answer.errors?.length > 0 && !answer.data) {
    throw refusal(answer.errors[0]);
  }
  return answer.data;
}

/**
 * Asks an operation for a file (see `schema/rows.md`).
 *
 * @param {string} query the document
 * @param {object} variables its variables
 * @param {'text/csv' | 'application/graphml+xml'} type what it is
 * @returns {Promise<Blob>} the file
 * @throws {Refusal} if there is no answer
 */
export async function askForFile(query, variables, type) {
  const response = await post(query, variables, type);
  if (response.ok) {
    return response.blob();
  }
  const { errors } = await readJson(response);
  throw refusal(errors[0]);
}

async function post(query, variables, accept, signal) {
  try {
    return await send(address('graphql'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query, variables }),
      signal,
    });
  } catch (error) {
    throw error.name === 'TypeError' ? new Refusal('unreachable', '') : error;
  }
}

async function readJson(response) {
  try {
    return await response.json();
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    // A proxy answers in the place of the server.
    throw new Refusal(response.status >= 500 ? 'unreachable' : 'failed', '');
  }
}

function refusal(error) {
  const code = error.extensions?.code ?? '';
  return new Refusal(WHY[code] ?? 'failed', error.message, code);
}
