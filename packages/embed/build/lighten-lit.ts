/**
 * What the elements do not use of Lit and @lit/task stays out of the SDK: every page waits for it. Edits as in
 * harden-lit.ts. Who needs one of these again takes its edit out: the linter says where it is used
 * (`static properties` with reflect, useDefault, Object or Array; @lit/task outside of controllers/resource.ts).
 */
export type Edit = readonly [what: string, pattern: RegExp, replacement: string];

/** File in node_modules → its edits. */
export const LIGHTER: Readonly<Record<string, readonly Edit[]>> = {
  // A Resource runs and aborts it, and reads status, value and error.
  '@lit/task/task.js': [
    ['promise', /get taskComplete\(\)\{.+?\}constructor\(/, 'constructor('],
    ['options', /,this\.j=h\.args,.+?this\.T\?\.\(\)\)\}/, '}'],
    ['runs of its own', /hostUpdate\(\)\{.+?async run\(/, 'async run('],
    [
      'arguments',
      /t\?\?=this\.T\(\),this\.O=t,1===this\.i\?this\.q\?\.abort\(\):\(this\.t=void 0,this\.o=void 0,this\.h=void 0\)/,
      '1===this.i&&this.q?.abort()',
    ],
    ['time of update', /"afterUpdate"===this\.autoRun\?queueMicrotask\(\(\(\)=>this\._\.requestUpdate\(\)\)\):/, ''],
    ['callbacks', /if\(!1===e\)\{try\{.+?this\.i=3,this\.h\?\.\(h\)\}this\.u=/, 'this.i=e?3:2,this.u='],
    ['rendering', /render\(t\)\{switch.+?\}\}\}const /, '}const '],
  ],
  '@lit/reactive-element/reactive-element.js': [
    // Of decorators.
    ['initialisers', /static addInitializer\(t\)\{.+?\}static get /, 'static get '],
    ["a parent's initialisers", /void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\),/, ''],
    ['call of initialisers', /,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, ''],
    // Of properties that write attributes, or fall back on a default when theirs is taken away.
    ['writing of a value', /toAttribute\(t,s\)\{.+?return t\},/, ''],
    ['writing of an attribute', /_\$ET\(t,s\)\{.+?this\._\$Em=null\}\}/, ''],
    ['writing of all', /this\._\$Eq&&=this\._\$Eq\.forEach\(t=>this\._\$ET\(t,this\[t\]\)\),/, ''],
    ['default kept', /C\(t,s,\{useDefault:i.+?\.add\(t\)\)\}/, 'C(t,s){this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}'],
    ['default on update', /\|\|i\.useDefault&&i\.reflect&&h===this\._\$Ej\?\.get\(t\)&&!this\.hasAttribute\(r\._\$Eu\(t,i\)\)/, ''],
    ['default read', /r\?\?this\._\$Ej\?\.get\(e\)\?\?r/, 'r'],
    ['values in JSON', /case Object:case Array:try\{i=JSON\.parse\(t\)\}catch\(t\)\{i=null\}/, ''],
  ],
  'lit-html/lit-html.js': [
    ['mathematics', /:3===i\?"<math>":""/, ':""'],
    ['its end', /:3===i\?"<\/math>":""/, ':""'],
  ],
};
