// Sets up GraphiQL and starts it. GraphiQL cannot be configured with tabs, but it restores those of
// the last visit from local storage. On the first visit, the sample queries are put there.

import { address } from '../explorer/caller.js';
import { offerIdentities } from './identity.js';

window.MonacoEnvironment = {
  getWorkerUrl(_module, label) {
    const workers = {
      editorWorkerService: 'editor.worker.bundle.js',
      json: 'json.worker.bundle.js',
      graphql: 'graphql.worker..bundle.js',
    };
    return address('graphiql/monacoeditorwork/' + workers[label]).href;
  },
};

window.VERTX_GRAPHIQL_CONFIG = { graphQLUri: address('graphql').pathname, graphQLWSEnabled: false };

async function openSamples() {
  if (localStorage.getItem('graphiql:tabState')) {
    return;
  }
  const samples = await (await fetch(address('questions.json'))).json();
  if (samples.length === 0) {
    return;
  }
  openTabs(samples.map(tab), 0);
}

/** Opens what the fragment of the address gives, `#query=...&variables=...`, in one more tab. */
function openGiven() {
  const given = new URLSearchParams(location.hash.slice(1));
  const query = given.get('query');
  if (query === null) {
    return;
  }
  const kept = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{"tabs": []}').tabs;
  const opened = tab({ name: String(Date.now()), query, variables: given.get('variables') ?? '' });
  openTabs([...kept, opened], kept.length);
  history.replaceState(null, '', location.pathname + location.search);
}

function tab({ name, query, variables }) {
  const operationName = /^query (\w+)/m.exec(query)?.[1] ?? null;
  return {
    id: name,
    title: operationName ?? name,
    query,
    variables,
    headers: null,
    operationName,
    response: null,
  };
}

function openTabs(tabs, activeTabIndex) {
  localStorage.setItem('graphiql:tabState', JSON.stringify({ tabs, activeTabIndex }));
  // Without these, GraphiQL treats its welcome text as an edited tab and adds it.
  localStorage.setItem('graphiql:query', tabs[activeTabIndex].query);
  localStorage.setItem('graphiql:variables', tabs[activeTabIndex].variables);
}

try {
  await offerIdentities();
} catch (error) {
  console.warn('Cannot offer identities.', error);
}
try {
  await openSamples();
} catch (error) {
  console.warn('Cannot open the sample queries.', error);
}
openGiven();
await import(address(document.getElementById('graphiql').dataset.script).href);
