/** The fourth step: the form in which it is wanted (第二十九条第二款第三项), and how the person is reached. */
import {html, nothing, type TemplateResult} from 'lit';
import {renderField, renderForm} from './application.fields.ts';
import {fieldsOf, mediaFor} from './application.logic.ts';
import type {ApplicationSession} from './application.session.ts';

export function renderHow(session: ApplicationSession): TemplateResult {
  const {t, host, values} = session;
  const fields = fieldsOf('how', session.filled, host.guide);
  const reached = fields.findIndex((name) => name === 'request.acceptOtherForm') + 1;
  const render = (names: readonly string[]): unknown => names.map((name) => renderField(session, name));
  const media = mediaFor(values['request.delivery'], host.guide);
  return html`<p>${host.kind === 'correction' ? t.howIntroRecord : t.howIntro}</p>
    ${renderForm(
      session,
      html`${render(fields.slice(0, reached))}
        ${host.kind === 'information' && media.length === 1 ? html`<p class="help">${t.onlyMedium(t.media[media[0]!]!)}</p>` : nothing}
        <fieldset class="group">
          <legend class="h3">${t.reach}</legend>
          <p class="help">${t.reachHelp}</p>
          ${render(fields.slice(reached))}
        </fieldset>`,
    )}`;
}
