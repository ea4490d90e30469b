/**
 * What one person wrote and looked up goes before the next one comes: when the page is left, what is personal; where
 * others use the device too, everything, and also when nobody is there any more.
 */
import {html, nothing} from 'lit';
import {IdleWatch, PATIENCE} from '../controllers/idle-watch.ts';
import {icon} from '../foundation/icons.ts';
import type {ConsultationPage} from './consultation.page.ts';

export class Leaving {
  readonly #page: ConsultationPage;
  readonly #watch: IdleWatch;

  constructor(page: ConsultationPage) {
    const {host} = page;
    this.#page = page;
    this.#watch = new IdleWatch(host, {
      patience: () => (host.kiosk && page.holdsSome ? PATIENCE : 0),
      onWarn: (isWarning) => isWarning && host.say(page.t.idle),
      onGone: (why) => {
        page.wipe(host.kiosk);
        if (why === 'idle') host.say(page.t.wiped);
      },
    });
  }

  /** A word before everything is cleared, with a way to stay: any other sign does as well. */
  render(): unknown {
    const {t} = this.#page;
    return this.#watch.isWarning
      ? html`<div class="callout no-print">
          <p class="badge attention">${icon('clock')}<span>${t.idle}</span></p>
          <p class="actions"><button class="btn secondary" type="button">${t.stay}</button></p>
        </div>`
      : nothing;
  }
}
