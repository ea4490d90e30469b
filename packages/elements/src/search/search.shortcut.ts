import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Whether what has the focus takes letters: also inside shadow roots, where a closed one is given the benefit of the doubt. */
function isField(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const {localName, isContentEditable, role} = target;
  const closed = localName.includes('-') && !target.shadowRoot;
  return isContentEditable || closed || /^(input|textarea|select)$/.test(localName) || /^(textbox|searchbox|combobox)$/.test(role ?? '');
}

/** `/` brings the reader to the box, unless they are writing somewhere. */
export class SlashKey implements ReactiveController {
  readonly #focus: () => boolean;

  /** @param focus Focuses the box; false when it does not want to be. */
  constructor(host: ReactiveControllerHost, focus: () => boolean) {
    this.#focus = focus;
    host.addController(this);
  }
  hostConnected(): void {
    document.addEventListener('keydown', this.#handleKey);
  }
  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#handleKey);
  }
  readonly #handleKey = (event: KeyboardEvent): void => {
    const held = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key !== '/' || held || event.defaultPrevented || event.isComposing || isField(event.composedPath()[0])) return;
    if (this.#focus()) event.preventDefault();
  };
}
