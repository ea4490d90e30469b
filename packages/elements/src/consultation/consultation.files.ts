/** Files that go with comments, where the consultation takes them: for the sponsor, never published. Comes on demand. */
import {html, type TemplateResult} from 'lit';
import {adopt} from '../foundation/adopt.ts';
import {renderFiles, type FileView} from '../foundation/file-list.ts';
import type {FileStrings} from '../foundation/file.strings.ts';
import {fileStyles} from '../foundation/file.styles.ts';
import {StagedFiles, type FileLimits} from '../foundation/staged-files.ts';
import {Strings} from '../foundation/strings.ts';
import {icon} from '../foundation/icons.ts';
import {filesStrings, type FilesStrings} from './consultation.files.strings.ts';
import type {ConsultationWriting} from './consultation.writing.ts';

const FIELD = 'attachments';

export class CommentFiles implements FileView {
  readonly limits: FileLimits;
  readonly files: StagedFiles;
  readonly #session: ConsultationWriting;
  readonly #strings: Strings<FilesStrings>;

  constructor(session: ConsultationWriting) {
    const {host, page} = session;
    this.#session = session;
    this.limits = {bytes: () => page.consultation.maxUploadBytes ?? 0, count: () => page.consultation.maxAttachments ?? 0};
    this.files = new StagedFiles(
      host,
      () => host.client,
      this.limits,
      (_field, chosen) => host.say(this.t.fileSaid(chosen)),
    );
    this.#strings = new Strings(host, filesStrings, () => host.localeWanted);
    adopt(host.shadowRoot!, fileStyles);
  }

  get t(): FileStrings & FilesStrings {
    return this.#strings.t;
  }
  /** What is on the server. */
  get ids(): readonly string[] {
    return this.files.staged[FIELD]?.ids ?? [];
  }
  get isWaiting(): boolean {
    return (this.files.staged[FIELD]?.waiting ?? 0) > 0;
  }

  labelOf(): string {
    return this.t.attachments;
  }
  show(field: string): void {
    this.#session.focus(`[data-field="${field}"]`);
  }

  /** @param fault What the server, or the form, has against them. */
  render(fault: string | undefined): TemplateResult {
    const {t, limits} = this;
    return html`<fieldset class="extras">
      <legend class="h3">${t.attachments}</legend>
      <p class="help" id="files-help">${t.help(limits.count(FIELD), limits.bytes())}</p>
      ${fault || this.isWaiting ? html`<p class=${fault ? 'error' : 'soft'} id="files-fault">${fault ? icon('alert') : ''}${fault ?? t.waiting}</p>` : ''}
      ${renderFiles(this, {name: FIELD, id: 'files', described: `files-help${fault ? ' files-fault' : ''}`, invalid: Boolean(fault)})}
    </fieldset>`;
  }
}
