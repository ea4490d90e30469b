/** Last gate of every import: what is stored satisfies the contract's own schema. */
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import {parse} from 'yaml';

const file = fileURLToPath(import.meta.resolve('@zwgk/contract/openapi.yaml'));
let ajv: Ajv2020 | undefined;
const compiled = new Map<string, ValidateFunction>();

function validator(schema: string): ValidateFunction {
  if (!ajv) {
    ajv = new Ajv2020({strict: false, allErrors: true, logger: false});
    formats.default(ajv, ['date', 'date-time']);
    ajv.addSchema({$id: 'contract', ...(parse(readFileSync(file, 'utf8')) as object)});
  }
  let validate = compiled.get(schema);
  if (!validate) compiled.set(schema, (validate = ajv.compile({$ref: `contract#/components/schemas/${schema}`})));
  return validate;
}

/** Where `value` breaks the named schema of `openapi.yaml`: JSON Pointer and the validator's words; empty when it fits. */
export function contractErrors(schema: string, value: unknown): {path: string; message: string}[] {
  const validate = validator(schema);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({instancePath, message, params}) => ({
    path: instancePath || `/${(params as {missingProperty?: string}).missingProperty ?? ''}`,
    message: message ?? 'invalid',
  }));
}
