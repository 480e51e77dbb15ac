// Sets up GraphiQL and starts it. GraphiQL cannot be configured with tabs, but it restores those of
// the last visit from local storage. On the first visit, the sample queries are put there.

import { offerIdentities } from './identity.js';

// Relative, because a proxy may show the page under any path.
const address = (path) => new URL(path, document.baseURI);

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
  const tabs = samples.map(({ name, query, variables }) => {
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
  });
  localStorage.setItem('graphiql:tabState', JSON.stringify({ tabs, activeTabIndex: 0 }));
  // Without these, GraphiQL treats its welcome text as an edited tab and adds it.
  localStorage.setItem('graphiql:query', tabs[0].query);
  localStorage.setItem('graphiql:variables', tabs[0].variables);
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
await import(address(document.getElementById('graphiql').dataset.script).href);
