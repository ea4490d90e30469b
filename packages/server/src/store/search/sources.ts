/** Every kind of record that can be found. A new resource adds itself here. */
import {agencySource} from './agency-source.ts';
import {catalogSource} from './catalog-source.ts';
import {consultationSource} from './consultation-source.ts';
import {documentSource} from './document-source.ts';
import {interpretationSource} from './interpretation-source.ts';
import {meetingSource} from './meeting-source.ts';
import type {SearchSource} from './source.ts';

export const SOURCES: readonly SearchSource[] = [
  documentSource,
  interpretationSource,
  consultationSource,
  meetingSource,
  catalogSource,
  agencySource,
];
export const TYPE_CODES: readonly string[] = SOURCES.map(({type}) => type);
