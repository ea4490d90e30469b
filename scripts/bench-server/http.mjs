/** Requests a second: the app with all its headers against bare node:http that asks the same store. */
import {createServer} from 'node:http';
import {Worker} from 'node:worker_threads';
import {serve} from '../../packages/server/src/serve.ts';

const ROUNDS = 6;
const SECONDS = 2;
const QUERIES = [
  {},
  {disclosure: ['proactive']},
  {q: '招生'},
  {domain: ['budget'], sort: '-updated'},
  {level: ['county'], stage: ['result']},
];

const pathOf = (query) =>
  `/api/v1/catalog/items?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`;

/** The least that answers: a look-up of the query, the store, one JSON text. */
async function bareServer(store, today) {
  const queries = new Map(QUERIES.map((query) => [pathOf(query), {...query, facets: true, limit: 20}]));
  const server = createServer(async (request, response) => {
    const body = JSON.stringify(await store.listCatalogItems(queries.get(request.url), today));
    response.writeHead(200, {'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(body)});
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {port: server.address().port, stop: () => new Promise((done) => server.close(done)).finally(server.closeAllConnections())};
}

/** The client runs in a thread of its own, so that both servers have this one to themselves. */
function round(port) {
  const worker = new Worker(new URL('./client.mjs', import.meta.url), {workerData: {port, paths: QUERIES.map(pathOf), seconds: SECONDS}});
  return new Promise((done, fail) => worker.once('message', done).once('error', fail));
}

export async function compareHttp(store, today) {
  const bare = await bareServer(store, today);
  // The server closes its store when it stops; this one is still needed.
  const close = store.close;
  store.close = () => Promise.resolve();
  const full = await serve({store, port: 0, host: '127.0.0.1', now: () => Date.parse(`${today}T04:00:00Z`)});
  await round(bare.port);
  await round(full.port);
  const pairs = [];
  for (let i = 0; i < ROUNDS; i++)
    pairs.push(
      i % 2 ? {full: await round(full.port), bare: await round(bare.port)} : {bare: await round(bare.port), full: await round(full.port)},
    );
  await bare.stop();
  await full.stop();
  store.close = close;
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return {
    bare: median(pairs.map((pair) => pair.bare)),
    full: median(pairs.map((pair) => pair.full)),
    ratio: median(pairs.map((pair) => pair.full / pair.bare)),
    rounds: ROUNDS,
  };
}
