// The choice of identity above GraphiQL, in demo mode. GraphiQL cannot be configured with headers
// that change, so they are added to its requests. Headers in its own headers tab take precedence.

import {
  address,
  changeCaller,
  currentCaller,
  demoIdentities,
  onCallerChange,
  send,
} from '../explorer/caller.js';

const ANONYMOUS = 'Anonymous: public data only';

const plainFetch = window.fetch.bind(window);

function showCaller({ role, organisation, purpose }) {
  document.getElementById('identity-status').textContent = [role, organisation, purpose]
    .filter(Boolean)
    .join(', ');
}

/** Each role sees a schema of its own. GraphiQL fetches it again by its own button only. */
function fetchSchemaAgain() {
  document.querySelector('button[aria-label="Re-fetch GraphQL schema"]')?.click();
}

function isOperation(url) {
  return new URL(url, document.baseURI).pathname === address('graphql').pathname;
}

/** Shows the choice of identities and applies the last one chosen, or the first. */
export async function offerIdentities() {
  const choice = document.getElementById('identity-choice');
  if (choice.dataset.demo !== 'true') {
    return;
  }
  const identities = await demoIdentities();
  const select = document.getElementById('identity');
  select.replaceChildren(...identities.map(({ label }) => new Option(label || ANONYMOUS)));
  select.selectedIndex = identities.indexOf(currentCaller());
  select.addEventListener('change', () => changeCaller(identities[select.selectedIndex]));
  onCallerChange((caller) => {
    showCaller(caller);
    fetchSchemaAgain();
  });
  showCaller(currentCaller());
  window.fetch = (url, options) =>
    typeof url === 'string' && isOperation(url) ? send(url, options) : plainFetch(url, options);
  choice.hidden = false;
}
