/** Runs the corpus in a page that enforces Trusted Types and tells the page around it what happened. */
import {executed, loadVectors, sanitiseAll, setAlarm} from '../xss-corpus.ts';

setAlarm();
let enforced = false;
try {
  document.createElement('p').innerHTML = '<b>1</b>';
} catch {
  enforced = true;
}
const left = await sanitiseAll(await loadVectors());
parent.postMessage({enforced, left, executed}, location.origin);
