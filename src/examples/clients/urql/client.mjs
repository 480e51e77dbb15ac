// urql with its normalised cache as it is without settings.

import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import documents from "../checks/documents.mjs";
import { ENDPOINT, HEADERS, recordingFetch } from "../checks/server.mjs";

const urql = new Client({
  url: ENDPOINT,
  fetchOptions: { headers: HEADERS },
  fetch: recordingFetch,
  preferGetMethod: false,
  exchanges: [cacheExchange(), fetchExchange],
});

/** It says so of each object without an id, and keeps it where it was found: as groups need it. */
export const expectedWarning = /^Invalid key: .*no key could be generated/s;

async function ask(question, variables, requestPolicy) {
  const asked = urql.query(documents[question], variables, { requestPolicy });
  const { data, error } = await asked.toPromise();
  if (error) {
    throw error;
  }
  return data;
}

/** Asks the server, and then reads out of the cache alone. */
export async function client(question, variables) {
  await ask(question, variables, "cache-first");
  return () => ask(question, variables, "cache-only");
}
