// Asks for groups, and for the nodes that they are named after, with one client and one cache. Out
// of the cache each group must come back with its own key and its own numbers.

import assert from "node:assert/strict";
import { Views } from "./views.mjs";
import { warnings } from "./server.mjs";

const CLIENT = process.argv[2];
const { client, expectedWarning } = await import(`../${CLIENT}/client.mjs`);
const views = new Views(client);

const DAYS = ["2026-05-01", "2026-11-01"];

/** The answers must give a cache something to confuse. */
function checkProviders(groups) {
  const names = new Set(groups.map(({ key }) => key.name));
  assert.ok(names.size > 1, `${names.size} providers`);
  assert.ok(groups.length > names.size, "no provider has deliveries in two states");
}

for (const on of DAYS) {
  await views.open("Providers", { on });
  const { deliveriesConnection } = await views.open("ByDeliverer", { on });
  assert.ok(deliveriesConnection.groups.length > 1, `${deliveriesConnection.groups.length} groups`);
  const { providersConnection } = await views.open("ByProviderAndStatus", { on });
  checkProviders(providersConnection.groups);
  const { deliveriesConnection: twice } = await views.open("ByStatusAndByYear", { on });
  assert.ok(twice.byYear.length > twice.byStatus.length, "no state has two years");
  await views.check();
}

const opened = await views.check();
const unexpected = warnings.filter((text) => !expectedWarning?.test(text));
assert.deepEqual(unexpected, [], "warnings of the client");
console.log(`${CLIENT}: ${opened} views, each group with its own numbers`);
process.exit();
