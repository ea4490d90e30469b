import type {ReactiveControllerHost} from 'lit';
import {getReceiptByKey, submitApplication} from '@zwgk/client';
import type {ApplicationInput, Receipt} from '@zwgk/contract';
import {KeyedSend, type Sent} from '../controllers/keyed-send.ts';
import {pendingName} from './application.pending.ts';

/** What has become of the request. */
export type Sending = Sent<Receipt>;

/** Sends one request, once; its key is left on no device that others use. */
export class ApplicationController extends KeyedSend<ApplicationInput, Receipt> {
  constructor(host: ReactiveControllerHost, kiosk: () => boolean, onSettled: (state: Sending) => void) {
    super(host, {
      send: submitApplication,
      find: getReceiptByKey,
      storage: ({endpoint}) => (kiosk() ? '' : pendingName(endpoint)),
      onSettled,
    });
  }
}
