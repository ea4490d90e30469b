import {expect} from '@open-wc/testing';
import {ApiError, type KeyedOptions, type ZwgkClient} from '@zwgk/client';
import {KeyedSend, type Sent} from './keyed-send.ts';

const client = {endpoint: 'https://api.example.com/api/v1'} as ZwgkClient;
const host = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};
const STORAGE = 'zwgk-test-pending';

/** A server that keeps one row a key, and a line that can be cut after it has. */
class Server {
  readonly rows = new Map<string, object>();
  cut = false;
  readonly settled: Sent<string>[] = [];

  sender(storage = STORAGE): KeyedSend<object, string> {
    return new KeyedSend<object, string>(host, {
      send: async (_client, input: object, {key}: KeyedOptions) => {
        const row = this.rows.get(key);
        if (row && JSON.stringify(row) !== JSON.stringify(input)) throw new ApiError('rejected', '', 422);
        this.rows.set(key, input);
        if (this.cut) throw new ApiError('timeout', '');
        return key;
      },
      find: async (_client, key) => {
        if (!this.rows.has(key)) throw new ApiError('not-found', '', 404);
        return key;
      },
      storage: () => storage,
      onSettled: (state) => this.settled.push(state),
    });
  }
}

afterEach(() => localStorage.clear());

describe('what is sent with a key', () => {
  it('is stored once, however often it is sent again', async () => {
    const server = new Server();
    const sender = server.sender();
    server.cut = true;
    await sender.send(client, {a: 1});
    expect(sender.state.kind).to.equal('unsent');
    server.cut = false;
    await sender.send(client, {a: 1});
    expect(sender.state.kind).to.equal('done');
    expect(server.rows.size).to.equal(1);
  });
  it('and changed since is not sent where the first had landed: its receipt is shown, and said to be the earlier one', async () => {
    const server = new Server();
    const sender = server.sender();
    server.cut = true;
    await sender.send(client, {a: 1});
    server.cut = false;
    await sender.send(client, {a: 2});
    expect(sender.state).to.deep.include({kind: 'done', earlier: true});
    expect([...server.rows.values()]).to.deep.equal([{a: 1}]);
  });
  it('is found again after a crash, without what was written', async () => {
    const server = new Server();
    server.cut = true;
    await server.sender().send(client, {a: '不该留在设备上'});
    expect(JSON.stringify(localStorage)).to.not.include('不该');
    const after = server.sender();
    await after.recover(client);
    expect(after.state).to.deep.include({kind: 'done', earlier: true});
    expect(localStorage.length).to.equal(0);
  });
  it('leaves nothing on the device where nothing may be kept', async () => {
    const server = new Server();
    server.cut = true;
    await server.sender('').send(client, {a: 1});
    expect(localStorage.length).to.equal(0);
  });
});
