/** The contract holds together: every operation is named and says how it fails, and the policy profile obeys its schema. */
import {readFileSync} from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import {parse} from 'yaml';

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];
const PROBLEM = '#/components/responses/Problem';

const operationsOf = (spec) =>
  Object.entries(spec.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => ({where: `${method.toUpperCase()} ${path}`, operation})),
  );

/** Targets of every `$ref` inside, at any depth. */
const refsOf = (value) =>
  value && typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [inner] : refsOf(inner))) : [];

const resolves = (spec, ref) =>
  ref
    .slice(2)
    .split('/')
    .reduce((node, key) => node?.[key], spec) !== undefined;

/** @returns {string[]} findings in the parsed OpenAPI document */
export function lintContract(spec) {
  const seen = new Map();
  const findings = operationsOf(spec).flatMap(({where, operation}) => {
    const {operationId, responses} = operation;
    const twin = operationId && seen.get(operationId);
    seen.set(operationId, where);
    return [
      !operationId && `${where} has no operationId`,
      twin && `${where} and ${twin} are both called ${operationId}`,
      responses?.default?.$ref !== PROBLEM && `${where} does not answer failures with the Problem response`,
    ].filter(Boolean);
  });
  const broken = [...new Set(refsOf(spec))].filter((ref) => !resolves(spec, ref));
  return [...findings, ...broken.map((ref) => `${ref} does not exist`)];
}

/** @returns {string[]} what is wrong with the policy profile, after its schema in the contract */
export function lintProfile(spec, profile) {
  const ajv = new Ajv2020({strict: false, allErrors: true, validateFormats: false});
  ajv.addSchema({$id: 'contract', components: spec.components});
  const validate = ajv.getSchema('contract#/components/schemas/PolicyProfile');
  return validate(profile) ? [] : validate.errors.map(({instancePath, message}) => `policy-profile.json${instancePath} ${message}`);
}

export function checkContract() {
  const spec = parse(readFileSync('packages/contract/openapi.yaml', 'utf8'));
  const profile = JSON.parse(readFileSync('packages/contract/policy-profile.json', 'utf8'));
  const findings = [...lintContract(spec), ...lintProfile(spec, profile)];
  return {ok: !findings.length, output: findings.join('\n'), note: `${operationsOf(spec).length} operations`};
}
