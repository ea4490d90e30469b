/** One request on a connection of its own, as a proxy in between sees it. */
import {request} from 'node:http';

export interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** @throws when the connection fails before the whole answer is there. */
export function oneRequest(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Uint8Array = new Uint8Array(),
): Promise<Heard> {
  return new Promise((done, fail) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        method,
        path: `/api/v1${path}`,
        agent: false,
        headers: {...headers, Connection: 'close', 'Content-Length': String(body.length)},
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', fail);
        answer.on('close', () => {
          if (!answer.complete) fail(new Error('the answer broke off'));
          else done({status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts).toString('utf8')});
        });
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}
