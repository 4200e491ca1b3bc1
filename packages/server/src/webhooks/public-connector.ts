import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress } from '../core/webhook-target.ts';

/** Resolves a name, as `dns.lookup` does when it is asked for all addresses. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Thrown where a webhook leads to an address that is not of the public internet. */
export class TargetRefusedError extends Error {
  override readonly name = 'TargetRefusedError';
}

/**
 * Creates what connects to addresses of the public internet alone.
 *
 * Security: what is checked is the address that is connected to, at each connection: a name that was public when the webhook was made, or a
 * moment ago, may lead inside now. One address that is not public refuses the name whole.
 */
export function createPublicConnector(timeoutMs: number, resolve: Resolve = lookUp): buildConnector.connector {
  const connect = buildConnector({
    timeout: timeoutMs,
    lookup(hostname, options, done) {
      resolve(hostname, { ...options, all: true }, (error, addresses) => {
        const [first] = addresses ?? [];
        if (error !== null) done(error, '');
        else if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) done(new TargetRefusedError(), '');
        else if (options.all === true) done(null, addresses);
        else done(null, first.address, first.family);
      });
    },
  });
  return (options, done) => {
    // An address that stands in the URL itself is never looked up.
    const host = options.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !isPublicAddress(host)) done(new TargetRefusedError(), null);
    else connect(options, done);
  };
}
