// Relay with its store as it is without settings.

import relay from "relay-runtime";
import { ENDPOINT, HEADERS, recordingFetch } from "../checks/server.mjs";

const { createOperationDescriptor, Environment, fetchQuery, Network, RecordSource, Store } = relay;

async function send({ text: query }, variables) {
  const response = await recordingFetch(ENDPOINT, {
    method: "POST",
    headers: { "content-type": "application/json", ...HEADERS },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

const environment = new Environment({
  network: Network.create(send),
  store: new Store(new RecordSource()),
});

/** The compiled document of a question: the questions are in days.ts and groups.ts. */
async function compiled(question) {
  for (const module of ["days", "groups"]) {
    const url = new URL(`built/__generated__/${module}${question}Query.graphql.js`, import.meta.url);
    const found = await import(url).catch(() => undefined);
    if (found) {
      return found.default.default;
    }
  }
  throw new Error(`no compiled document for ${question}`);
}

/** Retains a question, as a component does, and reads what the store then holds for it. */
export async function client(question, variables) {
  const operation = createOperationDescriptor(await compiled(question), variables);
  environment.retain(operation);
  await fetchQuery(environment, operation.request.node, variables).toPromise();
  return () => {
    const { data, isMissingData } = environment.lookup(operation.fragment);
    return isMissingData ? undefined : data;
  };
}
