/** Whom a request comes from, for limits. Never logged, never stored as it is. */
import type {IncomingMessage} from 'node:http';
import {isIPv6} from 'node:net';
import type {Context} from 'hono';
import type {Env} from './api.ts';

/**
 * The peer of the socket or, behind so many reverse proxies of one's own, the address that the outermost of them saw: what
 * stands further left in `X-Forwarded-For` anybody can write. Of IPv6 the /64 network, which is one household.
 */
export function clientAddress(c: Context<Env>, proxies = 0): string {
  const socket = (c.env as {incoming?: IncomingMessage} | undefined)?.incoming?.socket.remoteAddress ?? '';
  const seen = proxies > 0 ? (c.req.header('x-forwarded-for') ?? '').split(',').at(-proxies)?.trim() : undefined;
  return networkOf(seen || socket);
}

export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = head ? head.split(':') : [];
  const rest = tail ? tail.split(':') : [];
  const full = tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest];
  return `${full.slice(0, 4).join(':')}::/64`;
}
