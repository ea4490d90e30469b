/**
 * Settings for every widget inside it, or, when it wraps nothing, for the whole page. It shows nothing itself and may be
 * changed at any time; widgets follow.
 *
 * @attr endpoint - Absolute address of the API.
 * @attr agency - Id of the agency whose page this is.
 * @attr lang - `zh-Hans`, `zh-Hant` or `en`.
 * @attr density - `elder` for large type, large targets and one column.
 * @attr theme - `light` (default), `dark`, or `auto` to follow the reader's system.
 */
export class ZwgkConfig extends HTMLElement {
  connectedCallback(): void {
    this.style.display ||= 'contents';
    this.dispatchEvent(new CustomEvent('zwgk-config-change', {bubbles: true, composed: true}));
  }
}
