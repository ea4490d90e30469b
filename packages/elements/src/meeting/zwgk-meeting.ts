import {define} from '../foundation/define.ts';
import {ZwgkMeeting} from './meeting.ts';

define('zwgk-meeting', ZwgkMeeting);

declare global {
  interface HTMLElementTagNameMap {
    'zwgk-meeting': ZwgkMeeting;
  }
}
