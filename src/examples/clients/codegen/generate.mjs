// Generates types for the schema and typed documents for the operations, as strict as graphql-codegen
// can make them. Uses its core and plugins without its command line, which only finds files and
// brings 250 packages.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescript from "@graphql-codegen/typescript";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { assertValidSchema, buildSchema, parse } from "graphql";

const folder = new URL("./", import.meta.url);
const operations = new URL("operations/", folder);
const generated = new URL("generated/", folder);

/** The same scalars as for Relay. A scalar that is not listed there is an error. */
const relay = await readFile(new URL("../relay.config.json", folder), "utf8");
const { customScalarTypes } = JSON.parse(relay);

/** Settings of all outputs. */
const strict = {
  strictScalars: true,
  scalars: { ID: "string", ...customScalarTypes },
  arrayInputCoercion: false,
  immutableTypes: true,
  nonOptionalTypename: true,
  useTypeImports: true,
};

const outputs = {
  "schema.ts": {
    pluginMap: { typescript },
    config: { ...strict, avoidOptionals: { field: true }, enumsAsTypes: true },
  },
  "operations.ts": {
    pluginMap: { typescriptOperations, typedDocumentNode },
    config: { ...strict, enumType: "string-literal", skipTypeNameForRoot: true },
  },
};

const printed = await readFile(new URL("../schema.graphql", folder), "utf8");
const schema = parse(printed);
const schemaAst = buildSchema(printed);
assertValidSchema(schemaAst);

const documents = [];
for (const location of (await readdir(operations)).sort()) {
  const text = await readFile(new URL(location, operations), "utf8");
  documents.push({ location, document: parse(text) });
}

await mkdir(generated, { recursive: true });
for (const [filename, { pluginMap, config }] of Object.entries(outputs)) {
  const plugins = Object.keys(pluginMap).map((name) => ({ [name]: {} }));
  const text = await codegen({ filename, schema, schemaAst, documents, plugins, pluginMap, config });
  await writeFile(new URL(filename, generated), text);
}
