/** Answers that are not the server's, or not yet: none of them may look like success (R4, R5). */
const RECEIPT = {
  ...{number: '20261125-000001', queryCode: 'K7M4-9QXT-2RW8', linkToken: 'a'.repeat(22), submittedAt: '2026-11-25T07:42:00Z'},
  ...{agency: 'sls-zjt', agencyName: '甲', handledBy: 'sls-zjt', handledByName: '甲', guideVersion: 3, next: []},
};
const HTML = '<!doctype html><title>请先登录无线网络</title><script>globalThis.ran = true</script>';
const JSON_TYPE = 'application/json; charset=utf-8';

const answer =
  (status: number, body: BodyInit | null, type = JSON_TYPE, more: Record<string, string> = {}) =>
  (): Response =>
    new Response(body, {status, headers: {'content-type': type, ...more}});
const like = (changes: object): string => JSON.stringify({...RECEIPT, ...changes});

export const BAD_RESPONSES: Readonly<Record<string, () => Response>> = {
  'a login page with 200': answer(200, HTML, 'text/html'),
  'a login page with 201': answer(201, HTML, 'text/html'),
  'a login page called JSON': answer(201, HTML),
  'a firewall page in GBK': answer(403, new Uint8Array([0xc4, 0xfa, 0xb5, 0xc4]), 'text/html; charset=gbk'),
  'network authentication required': answer(511, HTML, 'text/html'),
  'a proxy that wants a password': answer(407, HTML, 'text/html'),
  'nothing with 201': answer(201, ''),
  'nothing with 200': answer(200, ''),
  'no content': answer(204, null),
  'half a receipt': answer(201, like({}).slice(0, 60)),
  'a receipt with a script behind it': answer(201, `${like({})}<script>globalThis.ran = true</script>`),
  'a receipt as text': answer(201, like({}), 'text/plain'),
  'a receipt with 200': answer(200, like({})),
  'a receipt with 202': answer(202, like({})),
  null: answer(201, 'null'),
  'a number': answer(201, '1'),
  'a list': answer(201, '[]'),
  'an empty object': answer(201, '{}'),
  'a receipt of another agency': answer(201, like({agency: 'sls-jyt'})),
  'a receipt without a code': answer(201, like({queryCode: undefined})),
  'a receipt with a short code': answer(201, like({queryCode: 'K7M4'})),
  'a receipt without a number': answer(201, like({number: ''})),
  'a receipt of no day': answer(201, like({submittedAt: 'soon'})),
  'a receipt with next as text': answer(201, like({next: 'soon'})),
  'a receipt of another contract': answer(201, like({}), JSON_TYPE, {'zwgk-contract': '9.0'}),
  'a server that is broken': answer(500, HTML, 'text/html'),
  'a bad gateway': answer(502, HTML, 'text/html'),
  'a gateway that waits in vain': answer(504, '{"code":"timeout"}', 'application/problem+json'),
  'a server at rest for an hour': answer(503, '{"code":"unavailable"}', 'application/problem+json', {'retry-after': '3600'}),
  'a server at rest until a day in the past': answer(503, '{}', JSON_TYPE, {'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT'}),
  'a server that rests absurdly': answer(503, '{}', JSON_TYPE, {'retry-after': '-1e999'}),
  'a disk that is full': answer(507, '{"code":"storage-full"}', 'application/problem+json'),
};

/** Runs with every wait of a second or more shortened, so that five tries take no time. */
export async function hurried<T>(run: () => Promise<T>): Promise<T> {
  const {setTimeout: patient} = globalThis;
  const quick = ((then: () => void, ms = 0) => patient(then, ms >= 900 && ms < 20_000 ? 1 : ms)) as typeof setTimeout;
  globalThis.setTimeout = quick;
  try {
    return await run();
  } finally {
    globalThis.setTimeout = patient;
  }
}
