/** Bodies against the contract; a missing part that a rule of the policy asks for is that rule's problem (R2.1, R3.4–R3.6). */
import type {ErrorCode, FieldError} from '@zwgk/contract';
import type {ErrorObject} from 'ajv';
import {Validator, type OperationId} from './contract.ts';
import {fieldError} from './parameters.ts';
import {ProblemError} from './problem.ts';

const ITEM_BYTES = 256 * 1024;
const TEXT_BYTES = 2 * 1024 * 1024;

/** Top-level members whose absence breaks a rule, not just the format. */
const RULES: Readonly<Record<string, ErrorCode>> = {
  disclosure: 'attribute-required',
  disclosureProposal: 'no-disclosure-proposal',
  disclosureReview: 'review-before-signing',
};
/** 主体、内容、时限、方式 (R2.3). */
const ITEM_RULES: Readonly<Record<string, ErrorCode>> = {
  publisher: 'rule-violated',
  contentElements: 'rule-violated',
  timeLimit: 'rule-violated',
  mode: 'rule-violated',
  channels: 'rule-violated',
};

export interface BodyChecker {
  readonly mostBytes: number;
  /** @returns the body, of the shape the contract gives. @throws ProblemError */
  check(body: unknown): unknown;
}

export function bodyChecker(operation: OperationId, schema: ConstructorParameters<typeof Validator>[0]): BodyChecker {
  const validator = new Validator(schema);
  const isDocument = /document/i.test(operation);
  const isItem = /item/i.test(operation);
  const isApplication = /application|resolved/i.test(operation);
  const rules = isItem ? {...ITEM_RULES, disclosure: RULES['disclosure']!} : isDocument ? RULES : {};
  return {
    mostBytes: isItem || isApplication ? ITEM_BYTES : TEXT_BYTES,
    check(body) {
      const errors = validator.errors(body);
      if (errors.length > 0) throw bodyProblem(errors, rules, isDocument);
      return body;
    },
  };
}

function bodyProblem(errors: readonly ErrorObject[], rules: Readonly<Record<string, ErrorCode>>, isDocument: boolean): ProblemError {
  const fields = errors.map((error): FieldError => {
    const code =
      error.keyword === 'required' && error.instancePath === ''
        ? rules[(error.params as {missingProperty: string}).missingProperty]
        : undefined;
    return code === undefined ? fieldError(error) : {...fieldError(error), code};
  });
  const first = fields[0]!.code as ErrorCode | undefined;
  if (first === undefined || fields.some(({code}) => code === undefined)) return new ProblemError('invalid-body', {errors: fields});
  return new ProblemError(first, {errors: fields, ...(isDocument ? {state: 'returned'} : {})});
}
