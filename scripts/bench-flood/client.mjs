/** Requests over kept-alive sockets, at a steady rate, however long each takes: what comes late is counted as late. */
import {Agent, request} from 'node:http';

const SOCKETS = 16;

/** @returns status of the answer, and milliseconds from when it was due. */
function ask(port, agent, {method = 'GET', path, headers = {}, body}) {
  return new Promise((done, fail) => {
    const sent = request({port, host: '127.0.0.1', method, path: `/api/v1${path}`, headers, agent}, (response) => {
      response.on('data', () => {}).on('end', () => done(response.statusCode));
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

/**
 * Sends `count` requests in so many milliseconds, evenly. @param make The n-th request.
 * @returns {Promise<{status: number, ms: number}[]>}
 */
export async function steadily(port, count, span, make) {
  const agent = new Agent({keepAlive: true, maxSockets: SOCKETS});
  const start = performance.now();
  const one = async (n) => {
    const due = start + (n * span) / count;
    await new Promise((go) => setTimeout(go, Math.max(0, due - performance.now())));
    const status = await ask(port, agent, make(n));
    return {status, ms: performance.now() - due};
  };
  const all = await Promise.all(Array.from({length: count}, (_, n) => one(n)));
  agent.destroy();
  return all;
}
