/** Hearings and discussion meetings that belong to a consultation (R11.1, R11.2), shown by `<zwgk-meeting>`, which the loader brings. */
import {html, nothing} from 'lit';
import type {ConsultationPage} from './consultation.page.ts';

export const renderMeetings = ({host, consultation}: ConsultationPage): unknown =>
  consultation.meetings
    ? html`<zwgk-meeting
        quiet
        consultation=${consultation.id}
        url-key=""
        ?kiosk=${host.kiosk}
        heading-level=${Math.min(host.headingLevel + 1, 6)}
        endpoint=${host.client?.endpoint ?? nothing}
      ></zwgk-meeting>`
    : nothing;
