// The choice of identity above GraphiQL, in demo mode. GraphiQL cannot be configured with headers
// that change, so they are added to its requests. Headers in its own headers tab take precedence.

const ANONYMOUS = { label: 'Anonymous: public data only', role: '', organisation: '', purpose: '' };
const CHOICE_KEY = 'jeugdgraaf:identity';

const send = window.fetch.bind(window);
let current = ANONYMOUS;
let token = Promise.resolve('');

async function newToken({ role, organisation, purpose }) {
  if (role === '') {
    return '';
  }
  const response = await send('demo/token', {
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

function switchTo(identity) {
  current = identity;
  token = newToken(identity);
  token.then(
    () => showStatus([identity.role, identity.organisation, identity.purpose].filter(Boolean).join(', ')),
    (error) => showStatus(`Cannot get a token: ${error.message}`),
  );
}

function showStatus(text) {
  document.getElementById('identity-status').textContent = text;
}

async function fetchAsIdentity(url, options = {}) {
  const headers = new Headers(options.headers);
  const hasOwnToken = headers.has('authorization');
  if (!hasOwnToken && (await token) !== '') {
    headers.set('authorization', `Bearer ${await token}`);
  }
  if (!hasOwnToken && !headers.has('purpose') && current.purpose !== '') {
    headers.set('purpose', current.purpose);
  }
  const response = await send(url, { ...options, headers });
  if (hasOwnToken || response.status !== 401 || current.role === '') {
    return response;
  }
  // The server was restarted and has a new key, or the token has expired after eight hours.
  switchTo(current);
  headers.set('authorization', `Bearer ${await token}`);
  return send(url, { ...options, headers });
}

/** Each role sees a schema of its own. GraphiQL fetches it again by its own button only. */
function fetchSchemaAgain() {
  document.querySelector('button[aria-label="Re-fetch GraphQL schema"]')?.click();
}

function isOperation(url) {
  return new URL(url, document.baseURI).pathname === new URL('graphql', document.baseURI).pathname;
}

/** Shows the choice of identities and applies the last one chosen, or the first. */
export async function offerIdentities() {
  const bar = document.getElementById('identity-bar');
  if (bar.dataset.demo !== 'true') {
    return;
  }
  const identities = [...(await (await send('demo/identities')).json()), ANONYMOUS];
  const select = document.getElementById('identity');
  select.replaceChildren(...identities.map(({ label }) => new Option(label)));
  const chosen = identities.findIndex(({ label }) => label === localStorage.getItem(CHOICE_KEY));
  select.selectedIndex = Math.max(chosen, 0);
  select.addEventListener('change', () => {
    switchTo(identities[select.selectedIndex]);
    localStorage.setItem(CHOICE_KEY, current.label);
    fetchSchemaAgain();
  });
  switchTo(identities[select.selectedIndex]);
  window.fetch = (url, options) =>
    typeof url === 'string' && isOperation(url) ? fetchAsIdentity(url, options) : send(url, options);
  bar.hidden = false;
}
