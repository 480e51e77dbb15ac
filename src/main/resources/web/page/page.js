// Sets up GraphiQL and starts it. It takes no tabs as configuration, but it reads those of the last
// visit from the local storage: on the first visit the sample questions are put there.

import { pickIdentity } from './identity.js';

window.MonacoEnvironment = {
  getWorkerUrl(_module, label) {
    const workers = {
      editorWorkerService: 'editor.worker.bundle.js',
      json: 'json.worker.bundle.js',
      graphql: 'graphql.worker..bundle.js',
    };
    return '/graphiql/monacoeditorwork/' + workers[label];
  },
};

window.VERTX_GRAPHIQL_CONFIG = { graphQLUri: '/graphql', graphQLWSEnabled: false };

async function openQuestions() {
  if (localStorage.getItem('graphiql:tabState')) {
    return;
  }
  const questions = await (await fetch('/questions.json')).json();
  if (questions.length === 0) {
    return;
  }
  const tabs = questions.map(({ name, query, variables }) => {
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
  // Without these, GraphiQL takes its welcome text for an edited tab and adds it.
  localStorage.setItem('graphiql:query', tabs[0].query);
  localStorage.setItem('graphiql:variables', tabs[0].variables);
}

try {
  await pickIdentity();
} catch (error) {
  console.warn('Nobody can be chosen to ask as.', error);
}
try {
  await openQuestions();
} catch (error) {
  console.warn('The sample questions cannot be opened.', error);
}
await import(document.getElementById('graphiql').dataset.script);
