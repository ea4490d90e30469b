import {CONTRACT_VERSION, type Health} from '@zwgk/contract';
import {SERVER_VERSION} from '../../config.ts';
import type {Api, Dependencies} from '../../http/api.ts';

export function healthRoutes(api: Api, {store}: Dependencies): void {
  api.on('getHealth', async ({now}) => {
    const body: Health = {
      status: 'ok',
      contract: CONTRACT_VERSION,
      version: SERVER_VERSION,
      dataVersion: await store.dataVersion(),
      time: now,
    };
    return {body, headers: {'Cache-Control': 'no-store'}};
  });
}
