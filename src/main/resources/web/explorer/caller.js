// Who asks: nobody in particular, or an identity of demo mode. Every request of the pages goes
// through `send`, so another way to sign in (a token of an OpenID Connect provider) has its place
// here: a `caller` with `token` and `purpose`, and `renew`.

/**
 * @typedef {object} Identity
 * @property {string} label what the list of identities calls it; empty for a caller without a token
 * @property {string} labelDutch the same in Dutch
 * @property {string} role role in the token; empty without a token
 * @property {string} organisation organisation in the token, or empty
 * @property {string} purpose purpose of the processing, or empty
 */

/** @type {Identity} A caller without a token: public data only. */
export const ANONYMOUS = { label: '', labelDutch: '', role: '', organisation: '', purpose: '' };

const KEPT = 'jeugdgraaf:identity';
const plainFetch = window.fetch.bind(window);

/** @type {Identity} */
let current = ANONYMOUS;
let token = Promise.resolve('');
const listeners = new Set();

/** @returns {Identity} who asks now */
export function currentCaller() {
  return current;
}

/**
 * Calls whenever another caller has taken over. What was shown to the former must go.
 *
 * @param {(caller: Identity) => void} listener what is called
 */
export function onCallerChange(listener) {
  listeners.add(listener);
}

/**
 * Reads the identities of demo mode, and takes the one chosen last, or the first.
 *
 * @returns {Promise<Identity[]>} the identities, a caller without a token last
 */
export async function demoIdentities() {
  const response = await plainFetch(address('demo/identities'));
  const identities = [...(await response.json()), ANONYMOUS];
  const kept = localStorage.getItem(KEPT);
  takeOver(identities.find(({ label }) => label === kept) ?? identities[0]);
  return identities;
}

/**
 * Changes the caller.
 *
 * @param {Identity} identity who asks from now on
 */
export function changeCaller(identity) {
  localStorage.setItem(KEPT, identity.label);
  takeOver(identity);
  listeners.forEach((listener) => listener(identity));
}

function takeOver(identity) {
  current = identity;
  token = newToken(identity);
  // Whoever waits for the token gets the error too.
  token.catch(() => {});
}

async function newToken({ role, organisation, purpose }) {
  if (role === '') {
    return '';
  }
  const response = await plainFetch(address('demo/token'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, organisation, purpose }),
  });
  const answer = await response.json();
  if (!response.ok) {
    throw new Error(answer.errors[0].message);
  }
  return answer.token;
}

/**
 * Sends a request as the caller. Headers of the request itself take precedence.
 *
 * @param {string | URL} url where to
 * @param {RequestInit} [options] as for `fetch`
 * @returns {Promise<Response>} the answer
 */
export async function send(url, options = {}) {
  const sender = current;
  const headers = new Headers(options.headers);
  const hasOwnToken = headers.has('authorization');
  if (!hasOwnToken) {
    await authorise(headers);
  }
  const response = await plainFetch(url, { ...options, headers });
  if (hasOwnToken || response.status !== 401 || sender.role === '' || sender !== current) {
    return response;
  }
  // The server was restarted and has a new key, or the token has expired after eight hours.
  takeOver(current);
  headers.delete('authorization');
  await authorise(headers);
  return plainFetch(url, { ...options, headers });
}

async function authorise(headers) {
  const { purpose } = current;
  const bearer = await token;
  if (bearer !== '') {
    headers.set('authorization', `Bearer ${bearer}`);
  }
  if (purpose !== '' && !headers.has('purpose')) {
    headers.set('purpose', purpose);
  }
}

/**
 * Returns an address of this server. Relative, because a proxy may show it under any path.
 *
 * @param {string} path such as `graphql`
 * @returns {URL} the address
 */
export function address(path) {
  return new URL(path, document.baseURI);
}
