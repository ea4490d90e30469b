/** Official documents: read (R3.4), submit under the rules of §3 and §4 (staff, R3.3–R3.7, R4.3). */
import {randomUUID} from 'node:crypto';
import type {DocumentDetail, DocumentInput} from '@zwgk/contract';
import {reviewPublishedAt, reviewSubmission} from '@zwgk/rules';
import {API_BASE} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';
import {linkHeader} from '../../http/headers.ts';
import {pageLinks} from '../../http/links.ts';
import {ProblemError} from '../../http/problem.ts';
import {mustOwn} from '../../http/staff.ts';
import type {DocumentRecord, Store} from '../../store/store.ts';
import {documentVersionRoutes} from './versions.ts';

const LIST = `${API_BASE}/documents`;

export function documentRoutes(api: Api, deps: Dependencies): void {
  readRoutes(api, deps);
  documentVersionRoutes(api, deps);
  writeRoutes(api, deps);
}

function readRoutes(api: Api, {store}: Dependencies): void {
  api.on('listDocuments', async ({query, url}) => {
    const body = await store.listDocuments(query);
    return {body, headers: {Link: pageLinks(url, body)}};
  });

  api.on('getDocument', async ({path}) => {
    const body = await store.getDocument(path.id);
    if (!body) throw new ProblemError('not-found');
    return {body, version: body.version, headers: {Link: linkHeader({self: `${LIST}/${body.id}`, collection: LIST})}};
  });
}

function writeRoutes(api: Api, {store}: Dependencies): void {
  const writable = async (id: string, staff: string, version: number | 'any'): Promise<DocumentDetail> => {
    const document = await store.getDocument(id);
    if (!document) throw new ProblemError('not-found');
    mustOwn(staff, document.issuer);
    if (version !== 'any' && version !== document.version) throw new ProblemError('precondition-failed');
    return document;
  };

  const review = (input: DocumentInput, staff: string, today: string): Promise<void> => {
    mustOwn(staff, input.issuer);
    return checkDocument(store, input, staff, today);
  };

  api.on('submitDocument', async ({body, staff, now, today}) => {
    await review(body, staff, today);
    const id = randomUUID();
    await store.saveDocuments([await toRecord(id, body, staff)], now);
    const document = await store.getDocument(id);
    return {status: 201, body: document, version: document!.version, headers: {Location: `${LIST}/${id}`}};
  });

  api.on('replaceDocument', async ({path: {id}, body, staff, version, now, today}) => {
    const old = await writable(id, staff, version);
    await review(body, staff, today);
    const record = {...(await toRecord(id, body, staff)), ...(old.demo ? {demo: true} : {})};
    if (!(await store.replaceDocument(record, old.version, now))) throw new ProblemError('precondition-failed');
    const document = await store.getDocument(id);
    return {body: document, version: document!.version};
  });

  api.on('removeDocument', async ({path: {id}, staff, version, now}) => {
    const old = await writable(id, staff, version);
    if (!(await store.removeDocument(id, old.version, now))) throw new ProblemError('precondition-failed');
    return {status: 204};
  });
}

/** What is kept of a submission: not how it was reviewed, only what was decided; its HTML made safe; the plan of its interpretation apart. */
async function toRecord(id: string, input: DocumentInput, staff: string): Promise<DocumentRecord> {
  // The sanitiser brings a whole DOM with it; a server that only reads never loads it.
  const {sanitiseSections} = await import('../../import/sanitise.ts');
  const {disclosureProposal: _proposal, disclosureReview: _review, signedAt: _signed, publicMark: _mark, body, ...rest} = input;
  const {interpretationPlan: plan, interpretationMaterial: material, ...meta} = rest;
  return {id, meta, body: sanitiseSections(body), onlyIssuer: staff !== '*', plan: {plan, material}};
}

/** Every rule of §3, and R4.3, first, then what the document refers to. @throws ProblemError */
async function checkDocument(store: Store, input: DocumentInput, staff: string, today: string): Promise<void> {
  const [first, ...rest] = reviewSubmission(input);
  if (first) {
    const errors = [first, ...rest].map(({code, path, message, rule}) => ({path, code, message: `${message}（${rule}）`}));
    throw new ProblemError(first.code, {state: 'returned', errors});
  }
  const [fault] = reviewPublishedAt(input);
  if (fault) throw new ProblemError(fault.code, {errors: [{path: fault.path, code: fault.code, message: fault.message}]});
  await checkIssuerName(store, input, staff);
  for (const [i, item] of (input.catalogItems ?? []).entries()) {
    const path = `/catalogItems/${i}`;
    const found = await store.getCatalogItem(item, today);
    if (!found) throw new ProblemError('unknown-item', {errors: [{path, code: 'unknown-item', message: '没有这个公开事项'}]});
    if (staff === '*' || found.publisher === staff) continue;
    throw new ProblemError('forbidden', {errors: [{path, code: 'forbidden', message: '这个公开事项属于另一个机关'}]});
  }
}

/** An agency signs by its own name, or by one that it bore when the document was made; only an operator may write another. */
async function checkIssuerName(store: Store, {issuer, issuerName}: DocumentInput, staff: string): Promise<void> {
  if (staff === '*') return;
  const agency = await store.findAgency(issuer);
  if (!agency) throw new ProblemError('unknown-agency');
  const names = [agency.name, ...(agency.predecessors ?? []).map(({name}) => name)];
  if (names.includes(issuerName)) return;
  const message = `发文机关名称应为“${agency.name}”`;
  throw new ProblemError('rule-violated', {errors: [{path: '/issuerName', code: 'rule-violated', message}]});
}
