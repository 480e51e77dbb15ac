// What a client shows of a refusal: a program can read its code, and the answers before it stay. With a token, that
// one is not accepted; without, what is asked is not public.

import assert from "node:assert/strict";

const [CLIENT, , authorization] = process.argv.slice(2);
const { client } = await import(`../${CLIENT}/client.mjs`);

const [question, variables, code] = authorization
  ? ["Municipality", { code: "0626", on: "2026-11-01" }, "UNAUTHENTICATED"]
  : ["Deliveries", { where: {}, on: "2026-11-01" }, "FORBIDDEN"];

/** The errors of an answer, where each library keeps them. */
const errorsOf = (error) => error.graphQLErrors ?? error.errors ?? error.source?.errors ?? [];

const refusal = await client(question, variables).then(
  () => assert.fail(`${question} was answered`),
  (error) => error,
);
const codes = errorsOf(refusal).map(({ extensions }) => extensions?.code);
assert.ok(codes.length > 0, `${refusal}`);
assert.deepEqual([...new Set(codes)], [code], `${refusal}`);
console.log(`${CLIENT}: ${code}`);
process.exit();
