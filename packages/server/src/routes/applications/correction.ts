/** 补正 (条例第三十条): what a corrected request changes in the application, whoever enters it. */
import type {ApplicationInput, InformationRequest} from '@zwgk/contract';
import type {Applications} from '../../store/applications/applications.ts';
import {topicOf} from './check.ts';

interface Correction {
  readonly request?: InformationRequest;
  readonly attachments?: readonly string[];
  readonly note?: string;
}

export function correctionOf(applications: Applications, old: ApplicationInput, {request = {}, attachments = [], note}: Correction) {
  const input = {...old, request};
  return {
    input,
    topic: applications.topicHash(topicOf(input)),
    words: {replaced: old.request, ...(note === undefined ? {} : {note})},
    claims: attachments.map((id, i) => ({id, use: 'correction' as const, path: `/attachments/${i}`})),
  };
}
