/** Last gate of every import: what is stored satisfies the contract's own schema. */
import {Validator} from '../http/contract.ts';

const validators = new Map<string, Validator>();

/** Where `value` breaks the named schema of `openapi.yaml`: JSON Pointer and the validator's words; empty when it fits. */
export function contractErrors(schema: string, value: unknown): {path: string; message: string}[] {
  let validator = validators.get(schema);
  if (!validator) validators.set(schema, (validator = Validator.of(schema)));
  return validator.errors(value).map(({instancePath, message, params}) => ({
    path: instancePath || `/${(params as {missingProperty?: string}).missingProperty ?? ''}`,
    message: message ?? 'invalid',
  }));
}
