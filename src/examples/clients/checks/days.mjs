// Asks the same on two days, one after the other, with one client and one cache. Each view must go
// on showing its own day, without any setting for ids.

import assert from "node:assert/strict";
import { Views } from "./views.mjs";
import { warnings } from "./server.mjs";

const CLIENT = process.argv[2];
const { client } = await import(`../${CLIENT}/client.mjs`);
const views = new Views(client);

/** Voorschoten was in a region on the first of these days only. */
const VOORSCHOTEN = "0626";
const REGION_DAYS = ["2023-06-01", "2026-11-01"];

/** Deliveries that run on the first of these days, and have stopped by the second. */
const DELIVERY_DAYS = ["2026-05-01", "2026-11-01"];
const ENDED_BETWEEN = {
  startedOn: { lte: DELIVERY_DAYS[0] },
  endedOn: { gt: DELIVERY_DAYS[0], lte: DELIVERY_DAYS[1] },
};

/** Asks for each day, and returns the answers in the order of the days. */
async function each(days, question, variables) {
  const opened = [];
  for (const on of days) {
    opened.push(await views.open(question, { ...variables, on }));
    await views.check();
  }
  return opened;
}

/** The region on the first day, and none on the second. */
function checkRegions(then, now, way) {
  assert.equal(then.region?.code, "HAAGLANDEN", `${way}: ${JSON.stringify(then)}`);
  assert.equal(now.region, null, `${way}: ${JSON.stringify(now)}`);
}

/** Deliveries of both days ran on the first and have stopped on the second. */
function checkDeliveries(then, now, way) {
  const earlier = new Map(then.map(({ key, status }) => [key, status]));
  const moves = now
    .filter(({ key }) => earlier.has(key))
    .map(({ key, status }) => `${earlier.get(key)} to ${status}`);
  assert.ok(moves.length > 1, `${way}: ${moves.length} deliveries`);
  assert.deepEqual([...new Set(moves)], ["RUNNING to STOPPED"], way);
}

const root = await each(REGION_DAYS, "Municipality", { code: VOORSCHOTEN });
const [then, now] = root.map(({ municipality }) => municipality);
checkRegions(then, now, "a root field");

const nodes = [];
for (const { id } of [then, now]) {
  nodes.push((await views.open("Node", { id })).node);
  await views.check();
}
checkRegions(...nodes, "node by id");

const nested = await each(REGION_DAYS, "RegionOf", { code: VOORSCHOTEN });
checkRegions(...nested.map(({ municipality }) => municipality), "a field of one node");

const [regionDay, nextRegionDay] = REGION_DAYS;
const { municipality } = await views.open("Regions", {
  code: VOORSCHOTEN,
  then: regionDay,
  now: nextRegionDay,
});
await views.check();
checkRegions({ region: municipality.then }, { region: municipality.now }, "two fields of one node");

const list = await each(DELIVERY_DAYS, "Deliveries", { where: ENDED_BETWEEN });
checkDeliveries(...list.map(({ deliveries }) => deliveries), "a list");

const [deliveryDay, nextDeliveryDay] = DELIVERY_DAYS;
const { provider } = await views.open("DeliveriesOf", {
  agb: "99000012",
  where: ENDED_BETWEEN,
  then: deliveryDay,
  now: nextDeliveryDay,
});
checkDeliveries(provider.then, provider.now, "two lists of one node");

const opened = await views.check();
assert.deepEqual(warnings, [], "warnings of the client");
console.log(`${CLIENT}: ${opened} views, each with its own day`);
process.exit();
