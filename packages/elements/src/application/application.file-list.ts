/** Files of a field: those chosen, how far each has got, and what can be done about it. */
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../foundation/icons.ts';
import {FILE_TYPES, type ChosenFile} from './application.files.ts';
import {FILE_FIELDS} from './application.logic.ts';
import type {ApplicationSession} from './application.session.ts';

interface About {
  readonly name: string;
  readonly id: string;
  readonly described: string;
  readonly invalid: boolean;
}

function renderFile(session: ApplicationSession, field: string, chosen: ChosenFile): TemplateResult {
  const {t, files} = session;
  const {file, sent, id, trouble} = chosen;
  const remove = (): void => {
    files.remove(field, file);
    session.show(field);
  };
  const again = trouble === 'network' || trouble === 'refused';
  return html`<li class="file">
    <span>
      <span dir="auto">${file.name}</span>
      <span class="soft nowrap">${id ? t.fileDone(file.size) : trouble ? t.bytes(file.size) : t.fileSent(sent, file.size)}</span>
    </span>
    <span class="row">
      ${
        again
          ? html`<button class="btn quiet" type="button" @click=${() => files.again(field, file)}>
              ${t.fileAgain}<span class="sr">${file.name}</span>
            </button>`
          : nothing
      }
      <button class="btn quiet" type="button" @click=${remove}>
        ${id || trouble ? t.fileRemove : t.fileCancel}<span class="sr">${file.name}</span>
      </button>
    </span>
    ${id || trouble ? nothing : html`<progress max=${file.size} value=${sent} aria-label=${t.fileProgress(file.name)}></progress>`}
    ${trouble ? html`<p class="error">${icon('alert')}<span>${t.fileTrouble(trouble, session.host.guide.maxUploadBytes)}</span></p>` : nothing}
  </li>`;
}

export function renderFiles(session: ApplicationSession, {name, id, described, invalid}: About): TemplateResult {
  const {t, files} = session;
  const list = files.of(name);
  const full = list.filter(({trouble}) => !trouble).length >= FILE_FIELDS[name]!;
  const choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    files.add(name, [...(input.files ?? [])]);
    // The same file can be chosen again after it was mended.
    input.value = '';
  };
  return html`${
      list.length > 0
        ? html`<ul class="files">
            ${list.map((chosen) => renderFile(session, name, chosen))}
          </ul>`
        : nothing
    }
    <label class="btn secondary choose" ?hidden=${full}>
      <input
        class="sr"
        type="file"
        id=${id}
        data-field=${name}
        accept=${FILE_TYPES}
        multiple
        aria-label=${`${t.fileChoose} ${session.labelOf(name)}`}
        aria-invalid=${invalid ? 'true' : nothing}
        aria-describedby=${described || nothing}
        @change=${choose}
      />${t.fileChoose}
    </label>`;
}
