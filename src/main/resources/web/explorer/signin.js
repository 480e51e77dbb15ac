// Signing in at the issuer of tokens (OpenID Connect): authorization code with PKCE, by the library
// keycloak-js, which is loaded when somebody signs in and not before. Tokens are in the memory of
// this page only, so who loads the page again is not signed in. What the token says about the caller
// is what the server says of it (`GET /caller`).

import { address, ANONYMOUS, currentCaller, takeOver } from './caller.js';
import { currentLanguage } from './words.js';

/**
 * @typedef {object} SignedIn who signed in
 * @property {string} name what the issuer calls the user
 * @property {string} organisation the organisation of the token, or empty
 * @property {Array<{role: string, purposes: string[]}>} roles the roles of the token, each with the
 *     purposes that it may state
 */

/**
 * @typedef {object} Status
 * @property {boolean} possible whether people can sign in on this server
 * @property {SignedIn | null} who who signed in
 * @property {boolean} expired whether that counts no longer
 * @property {'' | 'failed' | 'unreachable' | 'unusable'} problem why signing in did not work
 * @property {string} reason what the server says about a token that it cannot use
 */

const { issuer = '', client = '', scope = '' } = document.body.dataset;

/** What was shown before somebody went to the issuer. No token is ever kept. */
const KEPT = 'jeugdgraaf:place';

/** Seconds that a token must still count for a request. */
const SPARE = 10;

/** The library never answers if it cannot read what the issuer says. */
const PATIENCE = 20_000;

/** @type {Status} */
const status = { possible: client !== '', who: null, expired: false, problem: '', reason: '' };
const listeners = new Set();
let subject = '';
/** The library, while somebody is signed in. */
let session;

/** @returns {Readonly<Status>} who signed in, or why not */
export function signInStatus() {
  return status;
}

/**
 * Calls when somebody is no longer signed in, and when signing in did not work.
 *
 * @param {() => void} listener what is called
 */
export function onSignInChange(listener) {
  listeners.add(listener);
}

/** Goes to the issuer to sign in. It leads back to this page, which then shows the same place. */
export async function signIn() {
  const { label, role, purpose } = currentCaller();
  const kept = { fragment: location.hash, caller: label, role, purpose };
  try {
    const library = await startLibrary();
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
    await library.login({ locale: currentLanguage() });
  } catch {
    report('unreachable');
  }
}

/** Completes signing in if the issuer has just led back to this page. */
export async function completeSignIn() {
  const asked = new URLSearchParams(location.search);
  if (client === '' || !asked.has('state') || !(asked.has('code') || asked.has('error'))) {
    return;
  }
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
  sessionStorage.removeItem(KEPT);
  try {
    await enter(await startLibrary(), kept);
  } catch {
    report('failed');
  } finally {
    const state = kept.caller ? { caller: kept.caller } : null;
    history.replaceState(state, '', address('./').pathname + (kept.fragment ?? ''));
  }
}

/**
 * Takes one of the roles of the token, for one of its purposes.
 *
 * @param {string} role the role; the first of the token if it has no such role
 * @param {string} purpose the purpose; none if the role may not state it, unless it has only one
 */
export function choose(role, purpose) {
  const { organisation, roles } = status.who;
  const chosen = roles.find((each) => each.role === role) ?? roles[0];
  const { purposes } = chosen;
  const only = purposes.length === 1 ? purposes[0] : '';
  const stated = purposes.includes(purpose) ? purpose : only;
  takeOver(
    { label: subject, labelDutch: subject, role: chosen.role, organisation, purpose: stated },
    async (refused) => {
      const token = await tokenThatCounts(refused);
      return token && { authorization: `Bearer ${token}`, role: chosen.role, purpose: stated };
    },
  );
}

/** Signs out: here, and at the issuer if it offers that. */
export function signOut() {
  let end = '';
  try {
    end = session.createLogoutUrl({ redirectUri: address('./').href });
  } catch {
    // This issuer has no end of a session: it keeps its own.
  }
  session.clearToken();
  session = undefined;
  subject = '';
  status.who = null;
  takeOver(ANONYMOUS);
  if (end !== '') {
    location.replace(end);
  }
}

async function startLibrary() {
  if (window.Keycloak === undefined) {
    await loadScript(address('vendor/keycloak/keycloak.min.js'));
  }
  const library = new window.Keycloak({ oidcProvider: issuer, clientId: client });
  library.onTokenExpired = () => tokenThatCounts(true);
  const started = library.init({
    checkLoginIframe: false,
    pkceMethod: 'S256',
    responseMode: 'query',
    redirectUri: address('./').href,
    scope,
  });
  const late = new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('The issuer does not answer as expected.')), PATIENCE);
  });
  await Promise.race([started, late]);
  return library;
}

function loadScript(source) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source.href;
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

/** Asks the server whom it takes the token for, and lets that caller ask from now on. */
async function enter(library, kept) {
  if (!library.authenticated) {
    report('failed');
    return;
  }
  const headers = { authorization: `Bearer ${library.token}` };
  const response = await fetch(address('caller'), { headers });
  const answer = await response.json();
  if (!response.ok) {
    library.clearToken();
    report('unusable', answer.errors[0].message);
    return;
  }
  const { name, preferred_username: short } = library.idTokenParsed ?? {};
  session = library;
  subject = library.subject;
  status.who = { name: name ?? short ?? subject, ...answer };
  choose(kept.role, kept.purpose);
}

/**
 * Returns a token that the server accepts, renewed if that must and can be done.
 *
 * @param {boolean} refused whether the one at hand was refused, or has ended
 * @returns {Promise<string | null>} the token, or nothing if one must sign in again
 */
async function tokenThatCounts(refused) {
  const own = session;
  if (own === undefined || status.expired) {
    return null;
  }
  try {
    if (own.refreshToken) {
      await own.updateToken(refused ? -1 : SPARE);
      return own.token;
    }
  } catch {
    expire(own);
    return null;
  }
  const left = own.tokenParsed.exp - Date.now() / 1000 + own.timeSkew;
  if (refused || left <= 0) {
    expire(own);
    return null;
  }
  return own.token;
}

function expire(own) {
  if (own === session && !status.expired) {
    own.clearToken();
    status.expired = true;
    listeners.forEach((listener) => listener());
  }
}

function report(problem, reason = '') {
  Object.assign(status, { problem, reason });
  listeners.forEach((listener) => listener());
}
