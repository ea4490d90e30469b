/** Pictures that can be looked at closely and read as text; sound and film with captions and a transcript that seeks (R4.8). */
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Cue, Media} from '@zwgk/contract';
import {adopt} from '../foundation/adopt.ts';
import {icon} from '../foundation/icons.ts';
import {moreIcon} from '../foundation/more-icons.ts';
import type {Locale} from '../foundation/host-context.ts';
import {safeHref} from '../foundation/safe-href.ts';
import {Strings} from '../foundation/strings.ts';
import {mediaStyles} from './interpretation.media.styles.ts';
import {mediaStrings, type MediaStrings} from './interpretation.media.strings.ts';

/** How large a picture is shown, in per cent of the window's width. */
const ZOOM = [100, 150, 200, 300];

/** Minutes and seconds: 1:05. */
const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** The cue that is being said; -1 in a pause. */
const cueAt = (cues: readonly Cue[], time: number): number => cues.findLastIndex(({start, end}) => start <= time && time < end);

export class InterpretationMedia implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #strings: Strings<MediaStrings>;
  readonly #base: () => string;
  /** Captions that an element has been given. */
  readonly #captioned = new WeakMap<HTMLMediaElement, Media>();
  readonly #said = new WeakMap<Media, number>();
  #list: readonly Media[] = [];
  #zoom = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, base: () => string, locale: () => Locale) {
    this.#host = host;
    this.#base = base;
    this.#strings = new Strings(host, mediaStrings, locale);
    host.addController(this);
    adopt(host.shadowRoot!, mediaStyles);
  }

  /** Captions go in by script: no file to fetch, so no policy of the page can keep them away. */
  #caption(player: HTMLMediaElement, media: Media): void {
    if (this.#captioned.get(player) === media) return;
    this.#captioned.set(player, media);
    const track = player.textTracks[0] ?? player.addTextTrack('captions', this.#strings.t.captions, 'zh-Hans');
    for (const cue of [...(track.cues ?? [])]) track.removeCue(cue);
    for (const {start, end, text} of media.cues ?? []) track.addCue(new VTTCue(start, end, text));
    track.mode = media.kind === 'video' ? 'showing' : 'hidden';
  }

  hostUpdated(): void {
    for (const player of this.#host.shadowRoot!.querySelectorAll<HTMLMediaElement>('.player'))
      this.#caption(player, this.#list[Number(player.dataset.index)]!);
  }

  render(list: readonly Media[]): TemplateResult[] {
    this.#list = list;
    return list.map((media, index) => {
      const href = safeHref(media.url, this.#base());
      return html`<figure class="media">
        ${href && this.#isNear(href) ? this.#renderNear(media, href, index) : this.#renderFar(media, href)} ${this.#renderText(media)}
      </figure>`;
    });
  }

  /** Another host would learn who reads: what lies there is fetched only when the reader asks for it. */
  #isNear(href: string): boolean {
    return [this.#base(), location.href].some((address) => new URL(address).origin === new URL(href).origin);
  }

  #renderFar({title}: Media, href: string | undefined): TemplateResult {
    const {t} = this.#strings;
    return html`<figcaption lang="zh-Hans" class="h4">${title}</figcaption>
      ${href ? html`<p><a class="go" href=${href} target="_blank" rel="noopener noreferrer">${t.elsewhere}</a></p>` : nothing}`;
  }

  #renderNear(media: Media, href: string, index: number): TemplateResult {
    const {title, seconds} = media;
    return html`<figcaption lang="zh-Hans" class="h4">
        ${title}${seconds && media.kind !== 'image' ? html` <span class="soft small nowrap">${clock(seconds)}</span>` : nothing}
      </figcaption>
      ${media.kind === 'image' ? this.#renderImage(media, href) : this.#renderPlayer(media, href, index)}`;
  }

  #renderImage({title, alt, width, height}: Media, href: string): TemplateResult {
    const {t} = this.#strings;
    const picture = html`<img
      src=${href}
      alt=${alt ?? title}
      width=${width ?? nothing}
      height=${height ?? nothing}
      referrerpolicy="no-referrer"
    />`;
    const open = (event: Event): void => {
      this.#setZoom(0);
      (event.currentTarget as Element).closest('figure')!.querySelector('dialog')!.showModal();
    };
    return html`${picture}
      <button class="btn secondary no-print" type="button" aria-haspopup="dialog" @click=${open}>${icon('search')}${t.zoom}</button>
      <dialog class="zoom" aria-label=${title} data-zoom=${ZOOM[this.#zoom]!}>
        <form method="dialog" class="actions">
          ${this.#renderZoom(-1, t.smaller)}${this.#renderZoom(1, t.larger)}
          <output>${ZOOM[this.#zoom]}%</output>
          <button class="btn close">${moreIcon('close')}${t.close}</button>
        </form>
        <div class="view" tabindex="0" role="region" aria-label=${t.view}>${picture}</div>
      </dialog>`;
  }

  #renderZoom(step: number, name: string): TemplateResult {
    const next = this.#zoom + step;
    const isEnd = next < 0 || next >= ZOOM.length;
    return html`<button class="btn secondary" type="button" aria-disabled=${isEnd} @click=${() => !isEnd && this.#setZoom(next)}>
      ${name}
    </button>`;
  }

  #setZoom(zoom: number): void {
    this.#zoom = zoom;
    this.#host.requestUpdate();
  }

  #renderPlayer(media: Media, href: string, index: number): TemplateResult {
    const {kind, title, cues = [], width, height} = media;
    const follow = (event: Event): void => {
      const said = cueAt(cues, (event.target as HTMLMediaElement).currentTime);
      if (said === this.#said.get(media)) return;
      this.#said.set(media, said);
      this.#host.requestUpdate();
    };
    if (kind === 'audio')
      return html`<audio
        class="player"
        controls
        preload="none"
        src=${href}
        data-index=${index}
        aria-label=${title}
        @timeupdate=${follow}
      ></audio>`;
    return html`<video
      class="player"
      controls
      preload="none"
      playsinline
      src=${href}
      width=${width ?? nothing}
      height=${height ?? nothing}
      data-index=${index}
      aria-label=${title}
      @timeupdate=${follow}
    ></video>`;
  }

  /** Everything that the picture or the sound says, in words. */
  #renderText(media: Media): unknown {
    const {t} = this.#strings;
    const {text, cues} = media;
    const fold = (name: string, content: unknown): TemplateResult =>
      html`<details class="disclose">
        <summary>${icon('chevron')}<span class="t">${name}</span></summary>
        ${content}
      </details>`;
    return [
      text ? fold(t.text, html`<div class="answer prose" lang="zh-Hans">${text}</div>`) : nothing,
      cues?.length ? fold(t.transcript, this.#renderTranscript(media, cues)) : nothing,
    ];
  }

  #renderTranscript(media: Media, cues: readonly Cue[]): TemplateResult {
    const said = this.#said.get(media) ?? -1;
    const seek = (event: Event, start: number): void => {
      const player = (event.currentTarget as Element).closest('figure')!.querySelector<HTMLMediaElement>('.player');
      if (!player) return;
      player.currentTime = start;
      // A browser that refuses to start by itself has gone to the place all the same.
      void player.play().catch(() => undefined);
    };
    return html`<p class="small soft">${this.#strings.t.seek}</p>
      <ol class="cues" lang="zh-Hans">
        ${cues.map(
          ({start, text}, i) =>
            html`<li>
              <button
                type="button"
                class="cue"
                aria-current=${i === said ? 'true' : nothing}
                @click=${(event: Event) => seek(event, start)}
              >
                <span class="soft">${clock(start)}</span><span>${text}</span>
              </button>
            </li>`,
        )}
      </ol>`;
  }
}
