import { networkInterfaces } from 'node:os';
import { isIP } from 'node:net';

/** Addresses that nobody outside of this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * By what names a server that listens on `host` may be called, as they stand in addresses; the first is the one to open. Only
 * numbers of this machine beside its own name for itself: another name can be made to point here by whoever owns it.
 */
export function namesOf(host: string): readonly string[] {
  if (host === '127.0.0.1') return ['127.0.0.1', 'localhost'];
  if (isLoopback(host)) return [inAddress(host), 'localhost', '127.0.0.1'];
  if (host !== '0.0.0.0' && host !== '::') return [inAddress(host)];
  const all = Object.values(networkInterfaces()).flatMap((found = []) => found.map(({ address }) => address));
  return [...new Set([...all.toSorted(outerFirst).map(inAddress), 'localhost'])];
}

const outerFirst = (a: string, b: string): number => rank(a) - rank(b);
const rank = (address: string): number => (isLoopback(address) ? 2 : isIP(address) === 6 ? 1 : 0);

/** Numbers of the newer kind stand in brackets. */
const inAddress = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);
