/** What the words begun may become: the list of the combobox, loaded when the reader first comes to the box. */
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type SVGTemplateResult, type TemplateResult} from 'lit';
import type {Suggestion} from '@zwgk/contract';
import {Resource} from '../controllers/resource.ts';
import {icon} from '../foundation/icons.ts';
import {renderMarked} from '../foundation/marked.ts';
import {Strings} from '../foundation/strings.ts';
import {valueOf} from '../foundation/view-state.ts';
import {searchIcon} from './search.icons.ts';
import type {SearchHost} from './search.host.ts';
import {isComposing, roomIn, type SearchScope} from './search.logic.ts';
import {forgetWords, recentWords, rememberWords} from './search.recent.ts';
import type {SuggestQuery} from './search.source.ts';
import {suggestionStrings, type SuggestionStrings} from './search.suggestions.strings.ts';
import {suggestionStyles} from './search.suggestions.styles.ts';

/** Milliseconds that typing rests before suggestions follow. */
const TYPING = 150;
const MAX = 8;

type Option = Pick<Suggestion, 'text' | 'highlights' | 'type'> & {readonly kind: string};

const ICONS: Readonly<Record<string, () => SVGTemplateResult>> = {
  title: () => icon('file'),
  interpretation: () => searchIcon('explain'),
  consultation: () => searchIcon('talk'),
  meeting: () => searchIcon('talk'),
  catalog_item: () => searchIcon('list'),
  agency: () => searchIcon('building'),
  'doc-number': () => searchIcon('number'),
  term: () => searchIcon('term'),
  hot: () => searchIcon('trend'),
  recent: () => icon('clock'),
};

export class SearchSuggestions implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #host: SearchHost;
  readonly #root: ShadowRoot;
  readonly #strings: Strings<SuggestionStrings>;
  readonly #resource: Resource<[string, string], readonly Suggestion[]>;
  #recent: readonly string[] = [];
  /** Whether the list is wanted; it shows when there is something in it. */
  #wanted = false;
  #at = -1;
  #timer = 0;
  /** Whether what has loaded belongs to the present opening of the list. */
  #fresh = false;
  /** Where to stand once what the reader asked for with an arrow has come. */
  #step = 0;

  constructor(element: ReactiveControllerHost & HTMLElement, host: SearchHost, root: ShadowRoot) {
    this.#element = element;
    this.#host = host;
    this.#root = root;
    this.#strings = new Strings(element, suggestionStrings, () => host.locale);
    this.#resource = new Resource<[string, string], readonly Suggestion[]>(element, {
      load: async ([, query], signal) => (await host.answers!.load()).suggest(JSON.parse(query) as SuggestQuery, signal),
      onSettled: () => this.#handleSettled(),
    });
    if (host.sharedComputer) forgetWords();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, suggestionStyles.styleSheet!];
    element.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get isOpen(): boolean {
    return this.#wanted && this.#options.length > 0;
  }
  /** Id of the suggestion that the arrows stand on; empty while they are in the words. */
  get active(): string {
    return this.isOpen && this.#at >= 0 ? `suggestion-${this.#at}` : '';
  }

  /** The reader has written something, and no input method is at work. */
  type(text: string): void {
    clearTimeout(this.#timer);
    this.#at = -1;
    if (roomIn(text) < 0) this.close();
    else this.#timer = window.setTimeout(() => this.#ask(text), TYPING);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#wanted = false;
    this.#at = -1;
    this.#step = 0;
    this.#fresh = false;
    this.#resource.want(undefined);
    this.#element.requestUpdate();
  }

  remember(text: string): void {
    if (this.#host.keepsRecent) rememberWords(text);
  }

  readonly onLeave = (event: FocusEvent): void => {
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) this.close();
  };

  /** A press in the empty box shows what others look for, and what this reader looked for before. */
  press(): void {
    if (!this.#input.value && !this.#wanted) this.#ask('');
  }

  readonly onKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) {
      // Safari: the Enter that ended a composition must not send the form.
      if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
      return;
    }
    const steps: Readonly<Record<string, () => boolean>> = {
      ArrowDown: () => this.#walk(1, event.altKey),
      ArrowUp: () => (event.altKey ? this.#shut() : this.#walk(-1, false)),
      Enter: () => this.#choose(this.#at),
      Escape: () => this.#shut() || this.#clear(),
      Home: () => this.#toWords(),
      End: () => this.#toWords(),
      ArrowLeft: () => this.#toWords(),
      ArrowRight: () => this.#toWords(),
    };
    if (steps[event.key]?.()) event.preventDefault();
  };

  get #input(): HTMLInputElement {
    return this.#root.querySelector<HTMLInputElement>('#q')!;
  }

  get #options(): readonly Option[] {
    const found: readonly Option[] = (this.#fresh && valueOf(this.#resource.state)) || [];
    const kept = this.#recent.map((text) => ({kind: 'recent', text}));
    return [...kept, ...found.filter(({text}) => !this.#recent.includes(text))].slice(0, MAX);
  }

  #ask(text: string): void {
    const {answers, scope, keepsRecent} = this.#host;
    const q = text.trim();
    this.#wanted = true;
    this.#recent = !q && keepsRecent ? recentWords() : [];
    const named = Object.entries(scope as SearchScope).filter(([, values]) => values.length > 0);
    this.#resource.want(answers && [answers.key, JSON.stringify({q, ...Object.fromEntries(named)})]);
    this.#element.requestUpdate();
  }

  #handleSettled(): void {
    if (!this.#wanted) return;
    this.#fresh = true;
    const {length} = this.#options;
    if (this.#step && length > 0) this.#at = this.#step > 0 ? 0 : length - 1;
    this.#step = 0;
    if (length > 0) this.#host.say(this.#strings.t.count(length));
    this.#element.requestUpdate();
  }

  /** One suggestion on or back, around the ends through the words themselves; opens the list where it is closed. */
  #walk(step: 1 | -1, stay: boolean): boolean {
    if (!this.isOpen) {
      if (roomIn(this.#input.value) < 0) return false;
      this.#step = stay ? 0 : step;
      this.#ask(this.#input.value);
      return true;
    }
    const size = this.#options.length + 1;
    this.#at = ((this.#at + 1 + step + size) % size) - 1;
    this.#element.requestUpdate();
    void this.#element.updateComplete.then(() => this.#root.getElementById(this.active)?.scrollIntoView({block: 'nearest'}));
    return true;
  }

  #choose(at: number): boolean {
    const option = this.isOpen ? this.#options[at] : undefined;
    if (!option) return false;
    this.#input.value = option.text;
    this.close();
    this.#host.submit(option.text);
    return true;
  }

  #shut(): boolean {
    if (!this.isOpen) return false;
    this.close();
    return true;
  }

  #clear(): boolean {
    if (!this.#input.value) return false;
    this.#input.value = '';
    this.#input.dispatchEvent(new Event('input', {bubbles: true}));
    this.close();
    return true;
  }

  /** The arrows are in the words again; the key itself still moves the caret. */
  #toWords(): false {
    if (this.#at >= 0) this.#element.requestUpdate();
    this.#at = -1;
    return false;
  }

  readonly #handleForget = (): void => {
    forgetWords();
    this.#recent = [];
    this.#host.say(this.#strings.t.forgotten);
    this.#input.focus();
    this.#element.requestUpdate();
  };

  render(): unknown {
    if (!this.isOpen) return nothing;
    const {t} = this.#strings;
    // The press must not take the focus out of the field.
    return html`<div class="pop" @mousedown=${(event: Event) => event.preventDefault()}>
      <ul role="listbox" id="suggestions" aria-label=${t.list}>
        ${this.#options.map((option, i) => this.#renderOption(option, i))}
      </ul>
      ${this.#recent.length > 0 ? html`<button class="btn quiet" type="button" @click=${this.#handleForget}>${t.forget}</button>` : nothing}
    </div>`;
  }

  #renderOption({kind, text, highlights, type}: Option, i: number): TemplateResult {
    const {t} = this.#strings;
    const words = [t.kind[kind], type && t.type[type]].filter(Boolean).join(' · ');
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the keys are the field's: focus stays there (ARIA APG)
    return html`<li class="option" role="option" id="suggestion-${i}" aria-selected=${i === this.#at} @click=${() => this.#choose(i)}>
      ${(ICONS[(kind === 'title' && type) || kind] ?? ICONS['title']!)()}
      <span><span lang="zh">${renderMarked(text, highlights)}</span><small>${words}</small></span>
    </li>`;
  }
}
