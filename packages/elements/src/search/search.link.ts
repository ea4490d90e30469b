import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../foundation/icons.ts';
import {searchIcon} from './search.icons.ts';
import type {SearchHost} from './search.host.ts';
import type {SearchFilters} from './search.logic.ts';

/** What moves inside the widget, and what takes the focus then. */
export interface Going {
  readonly host: SearchHost;
  go(filters: SearchFilters, focus?: string): void;
}

interface Look {
  readonly name?: string;
  readonly focus?: string;
  /** Whether this is where the reader is: said to screen readers. */
  readonly current?: boolean;
  /** What finds this link again when the reader comes back. */
  readonly id?: string;
  /** Told of the click, wherever it leads. */
  readonly onClick?: () => void;
}

/** A click that the browser should handle itself: a new tab, a download. */
export const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** A change of what is in view: a real link where the address follows, else a button. */
export function renderGo(going: Going, filters: SearchFilters, content: unknown, look: Look = {}): TemplateResult {
  const {name = '', focus, current, id, onClick} = look;
  const href = going.host.hrefOf(filters);
  const go = (): void => {
    onClick?.();
    going.go(filters, focus);
  };
  if (href === undefined) {
    const look = name.startsWith('btn ') ? name : `btn quiet ${name}`;
    return html`<button type="button" class=${look} data-link=${id ?? nothing} aria-pressed=${current ?? nothing} @click=${go}>
      ${content}
    </button>`;
  }
  const follow = (event: MouseEvent): void => {
    if (!isPlain(event)) return onClick?.();
    event.preventDefault();
    go();
  };
  return html`<a class=${name} href=${href} data-link=${id ?? nothing} aria-current=${current ? 'true' : nothing} @click=${follow}
    >${content}</a
  >`;
}

export const arrow = (content: unknown): TemplateResult => html`${searchIcon('arrow')}<span class="t">${content}</span>`;
export const back = (content: unknown): TemplateResult => html`${icon('left')}<span class="t">${content}</span>`;
