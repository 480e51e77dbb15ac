// The questions of the checks by their names, for clients that take documents as text.

import { readFile } from "node:fs/promises";
import { Kind, parse } from "graphql";

const documents = {};
for (const file of ["days.graphql", "groups.graphql"]) {
  const text = await readFile(new URL(file, import.meta.url), "utf8");
  for (const operation of parse(text).definitions) {
    documents[operation.name.value] = { kind: Kind.DOCUMENT, definitions: [operation] };
  }
}

export default documents;
