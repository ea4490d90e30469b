/** A page that does the least that is safe: the text of a document, sanitised, put in. */
import {sanitise} from '../../packages/elements/src/foundation/sanitise.ts';

const {document, location} = globalThis;
const address = location.origin + document.body.dataset.document;
const {title, body} = await (await fetch(address)).json();
const htmlOf = (block) =>
  'html' in block
    ? block.html
    : block.text
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join('');
const heading = document.createElement('h1');
heading.textContent = title;
document.body.append(heading, sanitise(body.map(({label, blocks}) => `<h3>${label}</h3>${blocks.map(htmlOf).join('')}`).join(''), address));
document.body.lastElementChild.id = `art-${body.length}`;
