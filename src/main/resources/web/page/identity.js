// Who asks, in demo mode: the picker above GraphiQL. GraphiQL takes no changing headers as
// configuration, so they are added where it fetches. What somebody writes in its own tab for
// headers comes first.

const NOBODY = { label: 'Nobody: public data only', role: '', organisation: '', purpose: '' };
const CHOSEN = 'jeugdgraaf:identity';

const send = window.fetch.bind(window);
let current = NOBODY;
let token = Promise.resolve('');

async function newToken({ role, organisation, purpose }) {
  if (role === '') {
    return '';
  }
  const response = await send('/demo/token', {
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

function become(identity) {
  current = identity;
  token = newToken(identity);
  token.then(
    () => say([identity.role, identity.organisation, identity.purpose].filter(Boolean).join(', ')),
    (error) => say(`No token: ${error.message}`),
  );
}

function say(text) {
  document.getElementById('asked').textContent = text;
}

async function fetchAsked(url, options = {}) {
  const headers = new Headers(options.headers);
  const own = headers.has('authorization');
  if (!own && (await token) !== '') {
    headers.set('authorization', `Bearer ${await token}`);
  }
  if (!own && !headers.has('purpose') && current.purpose !== '') {
    headers.set('purpose', current.purpose);
  }
  const response = await send(url, { ...options, headers });
  if (own || response.status !== 401 || current.role === '') {
    return response;
  }
  // The server was started again and has another key, or the token is eight hours old.
  become(current);
  headers.set('authorization', `Bearer ${await token}`);
  return send(url, { ...options, headers });
}

function isOperation(url) {
  return new URL(url, window.location).pathname === '/graphql';
}

/** Shows the picker and starts to ask as who was chosen last, or as the first identity. */
export async function pickIdentity() {
  const asking = document.getElementById('asking');
  if (asking.dataset.demo !== 'true') {
    return;
  }
  const identities = [...(await (await send('/demo/identities')).json()), NOBODY];
  const select = document.getElementById('identity');
  select.replaceChildren(...identities.map(({ label }) => new Option(label)));
  const chosen = identities.findIndex(({ label }) => label === localStorage.getItem(CHOSEN));
  select.selectedIndex = Math.max(chosen, 0);
  select.addEventListener('change', () => {
    become(identities[select.selectedIndex]);
    localStorage.setItem(CHOSEN, current.label);
  });
  become(identities[select.selectedIndex]);
  window.fetch = (url, options) =>
    typeof url === 'string' && isOperation(url) ? fetchAsked(url, options) : send(url, options);
  asking.hidden = false;
}
