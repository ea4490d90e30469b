/** Applications of a database, with what they need beside it. */
import {requestPolicy} from '@zwgk/rules/application';
import type {WorkCalendar} from '@zwgk/rules';
import {POLICY_PROFILE} from '../../config.ts';
import {UploadFiles} from '../../uploads/files.ts';
import type {Vault} from '../../vault/vault.ts';
import {uploadsBeside} from '../backup.ts';
import type {Connections} from '../connection.ts';
import {Applications} from './applications.ts';
import {Uploads} from './uploads.ts';

const HOUR_MS = 3_600_000;

/** What a store needs so that it may keep personal data. */
export interface PersonalOptions {
  /** Without one, nothing personal is taken. */
  readonly vault?: Vault | undefined;
  /** Folder of uploaded files; beside the database where absent. */
  readonly uploads?: string | undefined;
  /** Command that looks at uploaded files. */
  readonly scanner?: string | undefined;
}

export function openApplications(connections: Connections, file: string, calendar: WorkCalendar, personal: PersonalOptions): Applications {
  const files = new UploadFiles(personal.uploads ?? uploadsBeside(file), personal.scanner);
  const uploads = new Uploads(connections, files, POLICY_PROFILE.periods['stagedUpload']!.value * HOUR_MS);
  return new Applications(connections, {policy: requestPolicy(POLICY_PROFILE), calendar}, uploads, personal.vault);
}
