// Generates types for two callers out of the schema that each of them sees: a document that asks for what a role may
// never see gets no types.

import assert from "node:assert/strict";
import { codegen } from "@graphql-codegen/core";
import * as typescript from "@graphql-codegen/typescript";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { assertValidSchema, buildSchema, parse } from "graphql";

const [server] = process.argv.slice(2);

const PRODUCTS = parse("query Products { products { code name region { code } } }");
const HELP = parse(
  "query Help { youths { key trajectories { step deliveries { status product { code } } } } }",
);

/** The schema as a caller sees it. */
async function seenBy(token) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const response = await fetch(`${server}/schema.graphqls`, { headers });
  assert.equal(response.status, 200);
  return response.text();
}

/** A token of the demo. */
async function demoToken(caller) {
  const response = await fetch(`${server}/demo/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(caller),
  });
  return (await response.json()).token;
}

/** Types for a document and the schema of a caller. */
function types(printed, document) {
  const schemaAst = buildSchema(printed);
  assertValidSchema(schemaAst);
  return codegen({
    filename: "types.ts",
    schema: parse(printed),
    schemaAst,
    documents: [{ location: "document.graphql", document }],
    plugins: [{ typescript: {} }, { typescriptOperations: {} }],
    pluginMap: { typescript, typescriptOperations },
    config: {},
  });
}

const everybody = await seenBy();
const municipality = await seenBy(
  await demoToken({ role: "MUNICIPALITY", organisation: "0014", purpose: "REGIE" }),
);

assert.match(await types(everybody, PRODUCTS), /ProductsQuery/);
assert.match(await types(municipality, PRODUCTS), /ProductsQuery/);
assert.match(await types(municipality, HELP), /HelpQuery/);
await assert.rejects(async () => types(everybody, HELP), /youths/);
console.log("two callers, two schemas");
