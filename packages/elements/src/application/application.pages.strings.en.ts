import {retrySeconds, type ApiError} from '@zwgk/client';
import type {Milestone} from '@zwgk/contract';
import {bytes} from '../foundation/file.strings.ts';
import {en as files} from '../foundation/file.strings.en.ts';
import type {ProblemCode} from './application.logic.ts';
import type {PageStrings} from './application.pages.strings.ts';

const labels: PageStrings['labels'] = {
  'applicant.type': 'The applicant is',
  'applicant.name': 'Name',
  'applicant.employer': 'Employer',
  'applicant.idType': 'Identity document',
  'applicant.idNumber': 'Number of the document',
  'applicant.idProofs': 'Proof of identity',
  'org.name': 'Name of the organisation',
  'org.uscc': 'Unified social credit code',
  'org.category': 'Kind of organisation',
  'org.legalRep': 'Legal representative or head',
  'org.contactName': 'Contact person',
  agent: 'I act for somebody else',
  'agent.name': 'Name of the agent',
  'agent.proofs': 'Power of attorney and the agent’s identity document',
  accessibilityNeeds: 'Help you need',
  'request.title': 'Name of the information',
  'request.docNumber': 'Document number',
  'request.description': 'Description',
  'correction.statement': 'What is wrong, and what it should say',
  'correction.evidence': 'Evidence',
  attachments: 'Further material',
  suggestProactive: 'I suggest that it be published for everyone',
  'request.delivery': 'How it is to reach you',
  'request.medium': 'In which form',
  'request.acceptOtherForm': 'If it cannot be given in this way, another way will do',
  'contact.mobile': 'Mobile',
  'contact.phone': 'Landline',
  'contact.email': 'E-mail',
  'contact.fax': 'Fax',
  'contact.address': 'Postal address',
  'contact.postcode': 'Postcode',
};

const hints: PageStrings['hints'] = {
  'applicant.name': 'As on the document.',
  'applicant.idNumber': 'Only to prove who you are. It is not published, and does not stay on this device.',
  'org.uscc': 'The 18 characters on the business licence.',
  agent: 'A power of attorney must be attached.',
  accessibilityNeeds: 'If you have difficulty in reading, seeing or hearing, say so here and the staff will help.',
  'request.title': 'For example: Approval of the feasibility study for a road',
  'request.docNumber': 'The number below the title of a document, such as 苏示办发〔2026〕18号',
  'request.description': 'Time, place, matter. No identity numbers or telephone numbers here.',
  'correction.statement': 'Say where the record is and what is wrong in it.',
  'contact.mobile': '11 digits. The period for the answer begins on the day the staff confirm receipt with you.',
  'contact.phone': 'With area code, such as 000-00000000',
  'contact.fax': 'With area code, such as 000-00000000',
};

const hintOf: PageStrings['hintOf'] = (name, {values}, {maxUploadBytes}) => {
  const files = (what: string, count: number): string =>
    `${what}JPG, PNG, PDF or DOCX, up to ${bytes(maxUploadBytes)} each, at most ${count}.`;
  switch (name) {
    case 'applicant.idProofs':
      return files(
        values['applicant.type'] === 'organization' ? 'A picture of the licence or certificate. ' : 'Pictures of both sides. ',
        4,
      );
    case 'agent.proofs':
    case 'correction.evidence':
      return files('', 4);
    case 'attachments':
      return files('What helps to find the information, such as a map. ', 5);
    default:
      return hints[name] ?? '';
  }
};

const PROBLEMS: Readonly<Record<ProblemCode, (label: string) => string>> = {
  required: (label) => `Please fill in “${label}”`,
  'one-of-three': () => 'Please give the name, the number or a description',
  'no-channel': () => 'Please leave one way to reach you',
  'medium-does-not-fit': () => 'This way cannot carry that form: please choose another',
  'wrong-characters': (label) => `“${label}” has characters that never stand in it`,
  'too-short': (label) => `“${label}” is too short`,
  'too-long': (label) => `“${label}” is too long`,
  'wrong-check-digit': (label) => `One character of “${label}” is wrong, or two are swapped: compare it with the document`,
  'impossible-date': (label) => `The date of birth in “${label}” is wrong: compare it with the document`,
  'unknown-region': (label) => `The first two digits of “${label}” are wrong: compare it with the document`,
  'unknown-kind': (label) => `“${label}” looks like a number of another kind`,
  obsolete: () => 'Identity numbers of 15 digits are void: please give the one of 18',
  'no-area-code': (label) => `“${label}” needs an area code`,
  'no-at-sign': (label) => `“${label}” has no @`,
  'no-domain': (label) => `What follows the @ in “${label}” is wrong`,
  'no-choice': (label) => `Please choose “${label}”`,
  'no-file': (label) => `Please add files to “${label}”`,
  uploading: (label) => `“${label}” is still being uploaded`,
  refused: (label) => `“${label}” did not pass the check`,
};

const milestone: PageStrings['milestone'] = (what, date, estimated) => {
  const on = estimated ? `${date} (estimated)` : date;
  const words: Readonly<Record<Milestone['what'], string>> = {
    correction_notice: `By ${on} you are asked, once, to make it clearer where it is not clear.`,
    answer: `By ${on} you have an answer. If it takes longer you are told before.`,
    correction: `Please make it clearer by ${on}.`,
    third_party: `The third party answers by ${on}.`,
    co_agency: `The other agency answers by ${on}.`,
    fee: `Please pay by ${on}.`,
  };
  return words[what];
};

function unsentWhy(error: ApiError): string {
  const again = 'Everything is still here. Sending again makes no second request.';
  switch (error.problem?.code) {
    case 'guide-outdated':
      return `The guide has just been changed. ${again}`;
    case 'form-closed':
      return 'This agency takes no requests online now. You can print yours, and post it or hand it in.';
    case 'upload-expired':
      return 'Some files had lain too long and were removed. Please upload them again; everything else is still here.';
    case 'too-many-requests':
      return `Too many people are sending. Please try again in ${Math.ceil((retrySeconds(error) ?? 60) / 60)} min. Everything is still here.`;
    case 'storage-full':
      return `The server has no room for now. ${again}`;
    case 'idempotency-mismatch':
      return `It has to be found out first whether the last one was received. ${again}`;
    default:
  }
  switch (error.code) {
    case 'offline':
      return `Your device is offline. Please send when it is online. ${again}`;
    case 'intercepted':
    case 'contract-mismatch':
      return `Something else answered, such as the login page of a wireless network. Please log in or change the network. ${again}`;
    case 'rejected':
      return 'The server did not accept it. Please mend what is marked. Everything is still here.';
    default:
      return `No receipt came, so it counts as not sent. ${again}`;
  }
}

export const en: PageStrings = {
  ...files,
  labels,
  hints,
  hintOf,
  types: {natural_person: 'A person', organization: 'A legal person or another organisation'},
  idTypes: {
    resident_id: 'Resident identity card',
    residence_permit: 'Residence permit (Hong Kong, Macao, Taiwan)',
    hk_macao_permit: 'Mainland travel permit (Hong Kong, Macao)',
    taiwan_permit: 'Mainland travel permit (Taiwan)',
    passport: 'Passport',
    foreign_residence: 'Foreigner’s permanent residence card',
    officer: 'Officer’s card',
    other: 'Another document',
  },
  categories: {
    commercial: 'Business',
    research: 'Research institution',
    public_interest: 'Public-interest organisation',
    legal_service: 'Legal service',
    other: 'Other',
  },
  deliveries: {
    post: 'By post',
    email: 'By e-mail',
    fax: 'By fax',
    pickup: 'I collect it',
    online: 'Online',
    inspect: 'I read and copy it there',
  },
  media: {paper: 'On paper', electronic: 'Electronic file'},
  choiceHints: {natural_person: 'asking for oneself', organization: 'a company, an institution, an association'},
  choose: 'Please choose',
  optional: '(optional)',
  yes: 'Yes',
  comma: ', ',
  next: 'Next',
  back: 'Back',
  change: 'Change ',
  newTab: ' (opens a new tab)',
  count: (length, limit) => `${length} of at most ${limit} characters`,
  problems: (count) => (count === 1 ? 'One thing to put right' : `${count} things to put right`),
  problem: (label, code) => PROBLEMS[code](label),
  restored: 'The draft kept on this device is back. Name, document and contact were never kept: please fill them in again.',
  wiped: 'For your safety, name, document, contact and files were wiped. Please fill them in again; the rest is still here.',
  idleSoon: 'Nothing has happened for a while. What is personal will soon be wiped; press any key to go on.',
  whoIntro: 'The law asks for a name, a proof of identity, and a way to reach you.',
  whoIntroPaper:
    'The law asks for a name, a proof of identity, and a way to reach you. Print the letter and enclose a copy of your document.',
  privacy: 'How your data is used, and how long it is kept',
  handler: 'Who handles it',
  purpose: 'What for',
  kinds: 'Which data',
  retention: 'How long',
  retentionOf: (days) => (days % 365 === 0 ? `${days / 365} years` : `${days} days`),
  rights: 'Your rights',
  privacyContact: 'Whom to ask',
  whatIntro:
    'Name, number or description: one is enough. The more exact, the sooner the answer. One matter a request. No purpose is asked.',
  whatIntroRecord: 'Say which record it is and what is wrong in it, and add the evidence. Name, number or description: one is enough.',
  found: 'These are published already: perhaps one is what you want',
  foundIt: 'This is it, no need to ask ',
  foundSaid: (count) => `${count} published documents may be what you want`,
  draft: (days) => `Keep a draft on this device; it is removed after ${days} days`,
  draftHelp: 'Name, document and contact are not kept. Not for a device that others use.',
  draftRefused: 'This device keeps no drafts. You can fill in the form all the same.',
  tabRival: 'This draft was changed in another tab too, and the two differ. Both texts are still there: please choose one.',
  tabFollowed: 'This draft was changed in another tab, and is now shown here as changed.',
  tabTheirs: 'The other one says:',
  tabBefore: 'Before, it said here:',
  tabEmpty: '(empty)',
  tabTake: 'Use the other one',
  tabBack: 'Change it back',
  tabKeep: 'Use this one',
  tabGone: 'This request was sent in another tab, or its draft was deleted there. What is here is still here, but no draft of it is kept.',
  howIntro: 'The agency gives it in the way you choose where it can.',
  howIntroRecord: 'The agency will tell you the outcome.',
  onlyMedium: (medium) => `In this way you get: ${medium}`,
  reach: 'How you can be reached',
  reachHelp: 'At least one way.',
  parts: {who: 'Who you are', what: 'What you want', how: 'How to get it', guide: '', check: ''},
  truth: 'Please look it over, then send it. What you send has to be true.',
  send: 'Send the request',
  sending: 'Sending…',
  retrying: (at) => `The network is bad; try ${at}…`,
  resolving: 'Finding out whether the last one was received…',
  unsent: 'Not sent; everything is kept',
  unsentWhy,
  sendAgain: 'Send again',
  offline: 'Your device is offline; everything is kept. Send it when you are online.',
  online: 'You are online and can send it.',
  call: 'Questions? Call:',
  received: 'Your request was received',
  receipt: 'Receipt',
  earlier: 'This is the receipt of what you sent before: it was received. What you changed afterwards was not sent.',
  number: 'Receipt number',
  code: 'Query code',
  codeHelp: 'Shown only this once: write it down or print it. With the number it shows where your request stands.',
  submitted: 'Sent',
  to: 'To',
  handledBy: 'Handled by',
  asked: 'What you asked for',
  print: 'Print or save as PDF',
  copy: 'Copy number and code',
  download: 'Download the receipt',
  copied: 'Copied.',
  copyFailed: 'Copying failed: please select and copy it yourself.',
  nextTitle: 'What happens next',
  confirm: 'The staff will confirm receipt with you. The period begins on the day both sides confirm.',
  milestone,
  seeStatus: 'See where it stands',
  finish: 'I have kept it, back to the beginning',
  finishKiosk: 'I have kept it, wipe and leave',
  resolved: 'Found: no need to ask',
  askAfterAll: 'That is not it, I want to ask',
  letter: 'Letter',
  letterTitle: 'Request for government information',
  letterTitleRecord: 'Request to put a record right',
  letterTo: (agency) => `To: ${agency}`,
  letterEnclosed: 'Enclosed: a copy of the identity document.',
  letterSign: 'Signature or seal of the applicant:',
  letterSend: 'Post it or hand it in at:',
  printLetter: 'Print the letter',
  paperIntro:
    'This agency takes no requests online yet. Please print this letter, sign it, and post it or hand it in with a copy of your document.',
};
