/** What policies mean: read (R4.5–R4.7), publish under the rules of §4 (staff, R4.1–R4.10). */
import {randomUUID} from 'node:crypto';
import type {DocumentDetail, FieldError, Interpretation, InterpretationInput} from '@zwgk/contract';
import {
  bodyIsPublic,
  CALENDAR_YEARS,
  firstInterpretation,
  interpretationDuty,
  responsibleFor,
  reviewInterpretation,
  WorkCalendar,
} from '@zwgk/rules';
import {API_BASE, POLICY_PROFILE} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';
import {linkHeader} from '../../http/headers.ts';
import {pageLinks} from '../../http/links.ts';
import {ProblemError, unknownDocument} from '../../http/problem.ts';
import {mustOwn} from '../../http/staff.ts';
import type {InterpretationRecord, Store} from '../../store/store.ts';

const LIST = `${API_BASE}/interpretations`;
const DOCUMENTS = `${API_BASE}/documents`;

export function interpretationRoutes(api: Api, deps: Dependencies): void {
  readRoutes(api, deps);
  writeRoutes(api, deps);
}

function readRoutes(api: Api, {store}: Dependencies): void {
  const calendar = new WorkCalendar(CALENDAR_YEARS);

  api.on('listInterpretations', async ({query, url}) => {
    const body = await store.listInterpretations(query);
    return {body, headers: {Link: pageLinks(url, body)}};
  });

  api.on('getInterpretation', async ({path}) => {
    const body = await store.getInterpretation(path.id);
    if (!body) throw new ProblemError('not-found');
    const links = {self: `${LIST}/${body.id}`, collection: LIST, related: `${DOCUMENTS}/${body.document}`};
    return {body, version: body.version, headers: {Link: linkHeader(links)}};
  });

  api.on('getDocumentInterpretations', async ({path, today}) => {
    const found = await store.documentInterpretations(path.id);
    if (!found) throw new ProblemError('not-found');
    const {document, items} = found;
    const duty = interpretationDuty(document, firstInterpretation(items, today), today, calendar, POLICY_PROFILE);
    const at = `${DOCUMENTS}/${document.id}`;
    return {body: {document, duty, items}, headers: {Link: linkHeader({self: `${at}/interpretations`, up: at})}};
  });
}

function writeRoutes(api: Api, {store}: Dependencies): void {
  /** The interpretation that a write is about, when the writer may touch it and means its current version. */
  const writable = async (id: string, staff: string, version: number | 'any'): Promise<Interpretation> => {
    const found = await store.getInterpretation(id);
    const document = found && (await store.getDocument(found.document));
    if (!document) throw new ProblemError('not-found');
    await mustExplain(store, staff, document);
    if (version !== 'any' && version !== found.version) throw new ProblemError('precondition-failed');
    return found;
  };

  api.on('createInterpretation', async ({body, staff, now}) => {
    await checkInterpretation(store, body, staff);
    const id = randomUUID();
    await store.saveInterpretations([await toRecord(id, body)], now);
    const made = await store.getInterpretation(id);
    return {status: 201, body: made, version: made!.version, headers: {Location: `${LIST}/${id}`}};
  });

  api.on('replaceInterpretation', async ({path: {id}, body, staff, version, now}) => {
    const old = await writable(id, staff, version);
    await checkInterpretation(store, body, staff);
    const record = {...(await toRecord(id, body)), ...(old.demo ? {demo: true} : {})};
    if (!(await store.replaceInterpretation(record, old.version, now))) throw new ProblemError('precondition-failed');
    const made = await store.getInterpretation(id);
    return {body: made, version: made!.version};
  });

  api.on('removeInterpretation', async ({path: {id}, staff, version, now}) => {
    const old = await writable(id, staff, version);
    if (!(await store.removeInterpretation(id, old.version, now))) throw new ProblemError('precondition-failed');
    return {status: 204};
  });
}

async function toRecord(id: string, input: InterpretationInput): Promise<InterpretationRecord> {
  // The sanitiser brings a whole DOM with it; a server that only reads never loads it.
  const {sanitiseInterpretation} = await import('../../import/sanitise.ts');
  return {id, input: sanitiseInterpretation(input)};
}

/** Who issued a document may explain it, and who must (R4.1). @throws ProblemError `forbidden` */
async function mustExplain(store: Store, staff: string, document: DocumentDetail): Promise<void> {
  const responsible = await store.findAgency(responsibleFor(document).name);
  mustOwn(staff, document.issuer, ...(responsible ? [responsible.id] : []));
}

/** Every rule of §4 in the order in which people ask: of what, by whom, for whom, and where it stands. @throws ProblemError */
async function checkInterpretation(store: Store, input: InterpretationInput, staff: string): Promise<void> {
  const document = await store.getDocument(input.document);
  if (!document) throw unknownDocument();
  await mustExplain(store, staff, document);
  if (!bodyIsPublic(document.disclosure)) {
    const message = '文件不公开，它的解读也不能公开（R3.4）';
    throw new ProblemError('rule-violated', {errors: [{path: '/document', code: 'rule-violated', message}]});
  }
  const [first, ...rest] = reviewInterpretation(input, document);
  if (first) {
    const errors = [first, ...rest].map(({code, path, message, rule}) => ({path, code, message: `${message}（${rule}）`}));
    throw new ProblemError(first.code, {errors});
  }
  const wrong = [...(await store.anchorFaults(input)), ...disorderedCues(input)];
  if (wrong.length > 0) throw new ProblemError('invalid-body', {errors: wrong});
}

/** Captions come in order of time, each with an end after its start. */
const disorderedCues = ({media = []}: InterpretationInput): FieldError[] =>
  media.flatMap(({cues = []}, i) =>
    cues.flatMap(({start, end}, k) =>
      end > start && (k === 0 || start >= cues[k - 1]!.start) ? [] : [{path: `/media/${i}/cues/${k}`, message: '字幕要按时间先后排列'}],
    ),
  );
