/** Sends requests over eight kept-alive sockets for some seconds; answers how many a second came back whole. */
import {Agent, get} from 'node:http';
import {parentPort, workerData} from 'node:worker_threads';

const {port, paths, seconds} = workerData;
const SOCKETS = 8;
const agent = new Agent({keepAlive: true, maxSockets: SOCKETS});

const ask = (path) =>
  new Promise((done, fail) => {
    get({port, host: '127.0.0.1', path, agent}, (response) => {
      if (response.statusCode !== 200) fail(new Error(`${path}: ${response.statusCode}`));
      response.on('data', () => {}).on('end', done);
    }).on('error', fail);
  });

let count = 0;
const start = performance.now();
const until = start + seconds * 1000;
await Promise.all(
  Array.from({length: SOCKETS}, async (_, hand) => {
    for (let i = hand; performance.now() < until; i++) {
      await ask(paths[i % paths.length]);
      count++;
    }
  }),
);
agent.destroy();
parentPort.postMessage((count / (performance.now() - start)) * 1000);
