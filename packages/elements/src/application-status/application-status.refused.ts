import {html, type TemplateResult} from 'lit';
import type {ApiError} from '@zwgk/client';
import {icon} from '../foundation/icons.ts';
import type {ActsStrings} from './application-status.acts.strings.ts';
import type {StatusHost} from './application-status.host.ts';

/** Why something could not be done: the state has moved on, the try was refused, or it never arrived. */
export function renderRefused(host: StatusHost, error: ApiError, t: ActsStrings, retry: () => void): TemplateResult {
  const {problem, status = 0} = error;
  // An answer of ours that says no: what is shown is not the newest.
  if (!problem || status >= 500) return host.renderFailed(error, retry);
  return html`<div class="callout refusal" tabindex="-1">
    <p class="error">${icon('alert')}<span>${t.refused}</span></p>
    <p><button class="btn secondary" type="button" @click=${() => host.lookAgain()}>${t.lookAgain}</button></p>
  </div>`;
}
