// Generates types for two roles out of the schema that each of them sees: a document that asks for what a role may
// never see does not even get types.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { assertValidSchema, buildSchema, parse, validate } from "graphql";

const [server] = process.argv.slice(2);
const operations = new URL("operations/", import.meta.url);

/** The schema as a caller sees it. */
async function seenBy(token) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(`${server}/schema.graphqls`, { headers });
  assert.equal(response.status, 200);
  const schema = buildSchema(await response.text());
  assertValidSchema(schema);
  return schema;
}

/** A token of the demo. */
async function token(role, organisation, purpose) {
  const response = await fetch(`${server}/demo/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ role, organisation, purpose }),
  });
  return (await response.json()).token;
}

/** Messages about the documents of a file that do not fit a schema. */
async function misfits(schema, file) {
  const document = parse(await readFile(new URL(file, operations), "utf8"));
  const fragments = parse(await readFile(new URL("fragments.graphql", operations), "utf8"));
  const whole = { kind: document.kind, definitions: [...document.definitions, ...fragments.definitions] };
  return validate(schema, whole)
    .map(({ message }) => message)
    .filter((message) => !/is never used/.test(message));
}

const everybody = await seenBy();
const municipality = await seenBy(await token("MUNICIPALITY", "0014", "REGIE"));

assert.deepEqual(await misfits(everybody, "products.graphql"), []);
assert.deepEqual(await misfits(municipality, "products.graphql"), []);
assert.notDeepEqual(await misfits(everybody, "trajectories.graphql"), []);
assert.deepEqual(await misfits(municipality, "trajectories.graphql"), []);
console.log("two roles, two schemas");
