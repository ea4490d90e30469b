/** Small things that the parts of a status share. */
import {html, type SVGTemplateResult, type TemplateResult} from 'lit';
import {formatDate} from '../foundation/format.ts';
import type {Locale} from '../foundation/host-context.ts';
import {draw} from '../foundation/icons.ts';

const PATHS = {
  pause: 'M2.5 10a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0M8 7.2v5.6m4-5.6v5.6',
  now: 'M2.5 10a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0M8.6 10a1.4 1.4 0 1 0 2.8 0 1.4 1.4 0 1 0-2.8 0m.7 0a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0',
  todo: 'M2.5 10a7.5 7.5 0 1 0 15 0 7.5 7.5 0 1 0-15 0',
};

export const statusIcon = (name: keyof typeof PATHS): SVGTemplateResult => draw(PATHS[name]);

/** A date between the words of a pair. */
export const dated = ([before, after]: readonly [string, string], date: string, locale: Locale): TemplateResult =>
  html`${before}<strong class="nowrap">${formatDate(date, locale)}</strong>${after}`;

/** A day without its year, where two stand side by side. */
export const monthDay = (date: string, locale: Locale): string =>
  new Date(date).toLocaleDateString(locale === 'en' ? 'en-GB' : locale, {month: 'long', day: 'numeric', timeZone: 'UTC'});

/** A section under the widget's title; its heading is enough to find it by. */
export const section = (level: number, title: string, content: unknown): TemplateResult =>
  html`<section>
    <h3 class="h3" aria-level=${level + 1}>${title}</h3>
    ${content}
  </section>`;
