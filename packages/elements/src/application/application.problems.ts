import {html, nothing} from 'lit';
import {icon} from '../foundation/icons.ts';
import type {ApplicationSession} from './application.session.ts';

/** What is wrong, on top of its step, each with the way to its field. */
export function renderProblems(session: ApplicationSession): unknown {
  const {problems, t} = session;
  if (problems.length === 0) return nothing;
  return html`<div class="error-summary no-print" role="group" tabindex="-1" aria-labelledby="problems">
    <p class="h3" id="problems">${icon('alert')}${t.problems(problems.length)}</p>
    <ul>
      ${problems.map(
        (problem) =>
          html`<li>
            <a
              href="#"
              @click=${(event: Event) => {
                event.preventDefault();
                session.show(problem.field);
              }}
              >${t.problem(session.labelOf(problem.field), problem.code)}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;
}
