/** One stream of requests in a thread of its own, so that who measures does not wait for who floods. */
import {parentPort, workerData} from 'node:worker_threads';
import {commentInput} from '../../packages/server/src/testing/inputs.ts';
import {steadily} from './client.mjs';

const {port, kind, round, count, span} = workerData;
const JSON_TYPE = {'Content-Type': 'application/json'};
const comment = (n, address) => {
  const body = JSON.stringify(commentInput({comments: [{text: `${kind} ${round} 的第${n}条意见`}]}));
  const headers = {...JSON_TYPE, 'Idempotency-Key': `bench-${kind}-${round}-${n}`.padEnd(22, '-'), 'X-Forwarded-For': address};
  return {
    method: 'POST',
    path: `/consultations/c-${n % 2}/comments`,
    headers: {...headers, 'Content-Length': Buffer.byteLength(body)},
    body,
  };
};
const MAKE = {
  flood: (n) => comment(n, '203.0.113.9'),
  // Nobody of the others comes twice.
  write: (n) => comment(n, `10.${round}.${n >> 8}.${n & 255}`),
  read: (n) => ({path: n % 2 ? '/consultations/c-0' : '/consultations/c-0/comments?limit=20'}),
};
parentPort.postMessage(await steadily(port, count, span, MAKE[kind]));
