// Who asks: nobody in particular, an identity of demo mode, or who signed in at the issuer of tokens
// (see `signin.js`). Every request of the pages goes through `send`.

/**
 * @typedef {object} Identity
 * @property {string} label what the list of identities calls it, or the user who signed in; empty
 *     for a caller without a token
 * @property {string} labelDutch the same in Dutch
 * @property {string} role role in the token; empty without a token
 * @property {string} organisation organisation in the token, or empty
 * @property {string} purpose purpose of the processing, or empty
 * @property {string[]} [purposes] those that an identity of demo mode may state
 */

/**
 * What shows the server who asks: the headers for a request, or nothing if the caller is no longer
 * signed in. It is called again, with `refused`, when the server did not accept the first.
 *
 * @typedef {(refused: boolean) => Promise<Object<string, string> | null>} Proof
 */

/** @type {Identity} A caller without a token: public data only. */
export const ANONYMOUS = { label: '', labelDutch: '', role: '', organisation: '', purpose: '' };

const KEPT = 'jeugdgraaf:identity';
const plainFetch = window.fetch.bind(window);

/** @type {Identity} */
let current = ANONYMOUS;
/** @type {Proof} */
let proof = proofOf(ANONYMOUS);
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
  current = identities.find(({ label }) => label === kept) ?? identities[0];
  proof = proofOf(current);
  return identities;
}

/**
 * Changes the caller in demo mode.
 *
 * @param {Identity} identity who asks from now on
 */
export function changeCaller(identity) {
  localStorage.setItem(KEPT, identity.label);
  takeOver(identity, proofOf(identity));
}

/**
 * Lets another caller ask, and tells the listeners.
 *
 * @param {Identity} identity who asks from now on
 * @param {Proof} [shown] what shows the server that it is so; nothing for who has no token
 */
export function takeOver(identity, shown = proofOf(identity)) {
  current = identity;
  proof = shown;
  listeners.forEach((listener) => listener(identity));
}

/** Returns the proof of an identity of demo mode, or of a caller without a token. */
function proofOf(identity) {
  let token = newToken(identity);
  // Whoever waits for the token gets the error too.
  token.catch(() => {});
  return async (refused) => {
    if (refused && identity.role === '') {
      return null;
    }
    if (refused) {
      // The server was restarted and has a new key, or the token has expired after eight hours.
      token = newToken(identity);
    }
    const bearer = await token;
    return { authorization: bearer && `Bearer ${bearer}`, purpose: identity.purpose };
  };
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
 * @returns {Promise<Response>} the answer; for who is no longer signed in, that of the server to a
 *     token that it does not accept
 */
export async function send(url, options = {}) {
  if (new Headers(options.headers).has('authorization')) {
    return plainFetch(url, options);
  }
  const sender = current;
  const ownProof = proof;
  const response = await sendWith(await ownProof(false), url, options);
  if (response.status !== 401 || sender !== current) {
    return response;
  }
  const renewed = await ownProof(true);
  return renewed === null ? response : sendWith(renewed, url, options);
}

async function sendWith(shown, url, options) {
  if (shown === null) {
    const errors = [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }];
    return Response.json({ errors }, { status: 401 });
  }
  const headers = new Headers(options.headers);
  Object.entries(shown)
    .filter(([name, value]) => value !== '' && !headers.has(name))
    .forEach(([name, value]) => headers.set(name, value));
  return plainFetch(url, { ...options, headers });
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
