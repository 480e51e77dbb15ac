// The compiler of Relay adds id to whatever has one of type ID. It must add it to nodes only: in the
// key of a group each value more makes more groups.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { buildSchema, getNamedType, isInterfaceType, isObjectType, parse } from "graphql";
import { TypeInfo, visit, visitWithTypeInfo } from "graphql";

const folder = new URL("./", import.meta.url);
const schema = buildSchema(await readFile(new URL("../schema.graphql", folder), "utf8"));
const node = schema.getType("Node");
const artefacts = new URL("built/__generated__/", folder);

function isNode(type) {
  const mayBe = isObjectType(type) || isInterfaceType(type);
  return type === node || (mayBe && type.getInterfaces().includes(node));
}

/** The types whose ids a compiled document asks for. */
function identified(document) {
  const types = new Set();
  const info = new TypeInfo(schema);
  const Field = ({ name, alias }) => {
    if (name.value === "id" && !alias) {
      types.add(getNamedType(info.getParentType()));
    }
  };
  visit(document, visitWithTypeInfo(info, { Field }));
  return types;
}

const types = new Set();
for (const file of await readdir(artefacts)) {
  const { default: artefact } = (await import(new URL(file, artefacts))).default;
  if (artefact.kind === "Request") {
    identified(parse(artefact.params.text)).forEach((type) => types.add(type));
  }
}
const names = (kept) => [...types].filter(kept).map(({ name }) => name).sort();
assert.deepEqual(names((type) => !isNode(type)), [], "types that are no nodes and got an id");
assert.ok(types.has(schema.getType("Segment")), "no id was added at all");
console.log(`Relay: ids of ${names(isNode).join(", ")}, and of no key`);
