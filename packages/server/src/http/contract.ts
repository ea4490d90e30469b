/** `openapi.yaml` at work: the operations, and a validator for every parameter and body, all read from the one source. */
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {operations} from '@zwgk/contract';
import {Ajv2020, type ErrorObject, type ValidateFunction} from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

export type OperationId = keyof operations;
export type Method = 'get' | 'post' | 'put' | 'delete';

interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | string[];
  readonly items?: JsonSchema;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly schema: JsonSchema;
}

interface OperationObject {
  readonly operationId: OperationId;
  readonly parameters?: readonly object[];
  readonly security?: readonly object[];
  readonly requestBody?: {
    readonly content: {readonly 'application/json'?: {readonly schema: JsonSchema}; readonly 'application/octet-stream'?: object};
  };
  readonly responses: Readonly<Record<string, object>>;
}

export interface ContractDocument {
  readonly paths: Readonly<Record<string, Partial<Record<Method, OperationObject>> & {parameters?: readonly object[]}>>;
  readonly components: {readonly schemas: Readonly<Record<string, object>>};
}

export interface Operation {
  readonly id: OperationId;
  readonly method: Method;
  /** Path template below the API's base, e.g. `/documents/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Whether only staff may call it. */
  readonly staff: boolean;
  readonly bodySchema: JsonSchema | undefined;
  /** Whether the body is a file. */
  readonly takesFile: boolean;
}

const read = (name: 'openapi.yaml' | 'openapi.json'): string =>
  readFileSync(fileURLToPath(import.meta.resolve(`@zwgk/contract/${name}`)), 'utf8');

/** As people wrote it. */
export const contractText = read('openapi.yaml');
/** Its JSON form: parsing YAML would hold up every start. */
export const contractDocument = JSON.parse(read('openapi.json')) as ContractDocument;

const SCHEMAS = '#/components/schemas/';

/** A schema whose references name other schemas of the contract directly, as ajv knows them. */
const byName = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' && value.startsWith(SCHEMAS) ? value.slice(SCHEMAS.length) : value,
  ) as object;

/** @param allErrors Whether to go on after the first error. */
function makeAjv(allErrors: boolean): Ajv2020 {
  const ajv = new Ajv2020({allErrors, strict: true, strictTypes: false, strictRequired: false, useDefaults: true, ownProperties: true});
  formats.default(ajv, ['date', 'date-time']);
  const {validate} = formats.default.get('date-time') as {validate(text: string): boolean};
  // A leap second is an instant to ajv and none to Date.
  ajv.addFormat('date-time', (text: string) => validate(text) && !Number.isNaN(Date.parse(text)));
  ajv.addFormat('binary', true);
  for (const [name, schema] of Object.entries(contractDocument.components.schemas)) ajv.addSchema(byName(schema), name);
  return ajv;
}

const quick = makeAjv(false);
let thorough: Ajv2020 | undefined;

/** Follows `#/…` references inside the contract. */
export function resolve<T>(node: object): T {
  let at = node as {$ref?: string};
  while (typeof at.$ref === 'string') {
    at = at.$ref
      .slice(2)
      .split('/')
      .reduce((part: object, key) => (part as Record<string, object>)[key]!, contractDocument as object) as {$ref?: string};
  }
  return at as T;
}

export const OPERATIONS: ReadonlyMap<OperationId, Operation> = new Map(
  Object.entries(contractDocument.paths).flatMap(([path, {parameters: shared = [], ...methods}]) =>
    Object.entries(methods).map(([method, object]) => [
      object.operationId,
      {
        id: object.operationId,
        method: method as Method,
        path,
        parameters: [...shared, ...(object.parameters ?? [])].map((parameter) => resolve<Parameter>(parameter)),
        staff: object.security !== undefined,
        bodySchema: object.requestBody?.content['application/json']?.schema,
        takesFile: object.requestBody?.content['application/octet-stream'] !== undefined,
      },
    ]),
  ),
);

/** Validates values against one schema of the contract. */
export class Validator {
  /** For a schema by its name in the contract. */
  static of(name: string): Validator {
    return new Validator({$ref: SCHEMAS + name});
  }

  readonly #schema: object;
  #first: ValidateFunction | undefined;
  #all: ValidateFunction | undefined;

  constructor(schema: JsonSchema) {
    this.#schema = byName(schema);
  }

  /** @returns every error, of a list that is too long only that; none when the value fits. Defaults are filled in. */
  errors(value: unknown): ErrorObject[] {
    this.#first ??= quick.compile(this.#schema);
    if (this.#first(value)) return [];
    if (this.#first.errors?.[0]?.keyword === 'maxItems') return this.#first.errors;
    this.#all ??= (thorough ??= makeAjv(true)).compile(this.#schema);
    this.#all(value);
    return this.#all.errors ?? [];
  }
}
