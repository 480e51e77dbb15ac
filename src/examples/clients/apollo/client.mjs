// Apollo Client as it is without settings.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import documents from "../checks/documents.mjs";
import { ENDPOINT, HEADERS, recordingFetch } from "../checks/server.mjs";

const apollo = new ApolloClient({
  cache: new InMemoryCache(),
  link: new HttpLink({ uri: ENDPOINT, headers: HEADERS, fetch: recordingFetch }),
});

/** Watches a question, as a component does, and reads what it then shows. */
export async function client(question, variables) {
  const asked = { query: documents[question], variables };
  const watched = apollo.watchQuery(asked);
  await new Promise((resolve, reject) => {
    watched.subscribe(({ dataState, error }) => {
      if (error) {
        reject(error);
      } else if (dataState === "complete") {
        resolve();
      }
    });
  });
  return async () => {
    // A watched question hears of changes in the cache one turn later.
    await setTimeout(0);
    const { data } = watched.getCurrentResult();
    assert.deepEqual(data, apollo.readQuery(asked), `${question}: watched, and in the cache`);
    return data;
  };
}
