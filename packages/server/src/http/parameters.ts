/** Query, path and header parameters, read by the style the contract gives them and checked against its schemas. */
import type {FieldError} from '@zwgk/contract';
import type {ErrorObject} from 'ajv';
import {resolve, Validator, type Operation, type Parameter} from './contract.ts';
import {ProblemError} from './problem.ts';

/** What is wrong, by the keyword of the schema that says so. */
const MESSAGES: Readonly<Record<string, string>> = {
  required: '缺少必填项',
  type: '类型不对',
  enum: '不在允许的取值之内',
  const: '不在允许的取值之内',
  pattern: '格式不对',
  format: '格式不对',
  minLength: '不能为空',
  maxLength: '太长',
  minimum: '太小',
  maximum: '太大',
  minItems: '太少',
  maxItems: '太多',
  uniqueItems: '有重复',
  additionalProperties: '没有这个字段',
  unevaluatedProperties: '没有这个字段',
};

/** An error of the validator as the contract words it. */
export function fieldError({keyword, instancePath, params}: ErrorObject): FieldError {
  const {missingProperty, additionalProperty, unevaluatedProperty} = params as Record<string, string | undefined>;
  const property = missingProperty ?? additionalProperty ?? unevaluatedProperty;
  const path = property === undefined ? instancePath : `${instancePath}/${property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  return {path, message: MESSAGES[keyword] ?? '不符合格式'};
}

type Values = Record<string, unknown>;

export class Parameters {
  readonly #query: readonly Parameter[];
  readonly #path: readonly Parameter[];
  readonly #header: readonly Parameter[];
  readonly #validateQuery: Validator;
  readonly #validatePath: Validator;
  readonly #validateHeader: Validator;

  constructor(operation: Operation) {
    this.#query = operation.parameters.filter((parameter) => parameter.in === 'query');
    this.#path = operation.parameters.filter((parameter) => parameter.in === 'path');
    this.#validateQuery = objectValidator(this.#query);
    this.#validatePath = objectValidator(this.#path);
    // What `If-Match` names is a version, and read as such.
    this.#header = operation.parameters.filter((parameter) => parameter.in === 'header' && parameter.name !== 'If-Match');
    this.#validateHeader = objectValidator(this.#header);
  }

  /** @throws ProblemError `invalid-parameter` on an unknown name, a scalar given twice, or a value that does not fit. */
  query(search: URLSearchParams): Values {
    const values: Values = {};
    const wrong: FieldError[] = [];
    for (const name of new Set(search.keys())) {
      const parameter = this.#query.find((known) => known.name === name);
      const given = search.getAll(name);
      if (!parameter) wrong.push({path: name, message: '没有这个参数'});
      else if (given.length > 1 && !isExploded(parameter)) wrong.push({path: name, message: '只能给一次'});
      else values[name] = readValue(parameter, given);
    }
    return this.#checked(values, this.#validateQuery, wrong);
  }

  path(given: Readonly<Record<string, string>>): Values {
    const values = Object.fromEntries(this.#path.map((parameter) => [parameter.name, readValue(parameter, [given[parameter.name] ?? ''])]));
    return this.#checked(values, this.#validatePath, []);
  }

  header(headers: Headers): Values {
    const values: Values = {};
    for (const parameter of this.#header) {
      const text = headers.get(parameter.name);
      if (text !== null) values[parameter.name] = readValue(parameter, [text]);
      else if (parameter.name === 'Idempotency-Key') throw new ProblemError('idempotency-key-required');
    }
    return this.#checked(values, this.#validateHeader, []);
  }

  #checked(values: Values, validator: Validator, wrong: FieldError[]): Values {
    for (const error of validator.errors(values)) {
      const {path, message} = fieldError(error);
      wrong.push({path: path.slice(1).split('/')[0]!, message});
    }
    if (wrong.length > 0) throw new ProblemError('invalid-parameter', {errors: wrong});
    return values;
  }
}

const schemaType = (parameter: Parameter): unknown => resolve<{type?: unknown}>(parameter.schema).type;
const isExploded = (parameter: Parameter): boolean => schemaType(parameter) === 'array' && parameter.explode !== false;

function objectValidator(parameters: readonly Parameter[]): Validator {
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: parameters.filter(({required}) => required).map(({name}) => name),
    properties: Object.fromEntries(parameters.map(({name, schema: of}) => [name, of])),
  };
  return new Validator(schema as ConstructorParameters<typeof Validator>[0]);
}

/** The value in the type its schema names; text that is no such value stays text and fails the schema. */
function readValue(parameter: Parameter, given: readonly string[]): unknown {
  const text = given[0]!;
  switch (schemaType(parameter)) {
    case 'array':
      return isExploded(parameter) ? given : text.split(',');
    case 'integer':
      return /^-?\d{1,9}$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}
