/** Files of a field: those chosen, how far each has got, and what can be done about it. */
import {html, nothing, type TemplateResult} from 'lit';
import type {FileStrings} from './file.strings.ts';
import {icon} from './icons.ts';
import {FILE_TYPES, type ChosenFile, type FileLimits, type StagedFiles} from './staged-files.ts';

/** What the list needs of the form. */
export interface FileView {
  readonly t: FileStrings;
  readonly files: StagedFiles;
  readonly limits: FileLimits;
  labelOf(field: string): string;
  /** A file was taken out: the focus goes to its field. */
  show(field: string): void;
}

interface About {
  readonly name: string;
  readonly id: string;
  readonly described: string;
  readonly invalid: boolean;
}

function renderFile(view: FileView, field: string, chosen: ChosenFile): TemplateResult {
  const {t, files, limits} = view;
  const {file, sent, id, trouble} = chosen;
  const remove = (): void => {
    files.remove(field, file);
    view.show(field);
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
    ${trouble ? html`<p class="error">${icon('alert')}<span>${t.fileTrouble(trouble, limits.bytes())}</span></p>` : nothing}
  </li>`;
}

export function renderFiles(view: FileView, {name, id, described, invalid}: About): TemplateResult {
  const {t, files, limits} = view;
  const list = files.of(name);
  const full = list.filter(({trouble}) => !trouble).length >= limits.count(name);
  const choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    files.add(name, [...(input.files ?? [])]);
    // The same file can be chosen again after it was mended.
    input.value = '';
  };
  return html`${
      list.length > 0
        ? html`<ul class="files">
            ${list.map((chosen) => renderFile(view, name, chosen))}
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
        aria-label=${`${t.fileChoose} ${view.labelOf(name)}`}
        aria-invalid=${invalid ? 'true' : nothing}
        aria-describedby=${described || nothing}
        @change=${choose}
      />${t.fileChoose}
    </label>`;
}
