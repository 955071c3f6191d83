import { lookup as resolveName } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Courier, HookLetter, HookOutcome } from '@tongpan/core';
import { isOutsideAddress } from './outside-addresses';

/** For the whole of a try: name, connection, answer. */
const patienceMs = 5_000;

interface CourierOptions {
  /** Programs on this very machine may be told too: while one develops. */
  readonly allowsLoopback: boolean;
}

class AddressForbidden extends Error {}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '');

/**
 * Brings messages to addresses that strangers have written down. A name is resolved as the connection is made and only
 * an address outside of the house is connected to, so no second answer of a name server leads inside; a redirect is an
 * answer like any other and is not followed; of the answer only the status is read.
 */
export function openCourier({ allowsLoopback }: CourierOptions): Courier {
  const isAllowed = (address: string) => isOutsideAddress(address, { allowsLoopback });

  const lookup: LookupFunction = (hostname, options, done) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      // One inner address among many is enough: which one would be taken is not ours to say.
      const isOutside = addresses.length > 0 && addresses.every(({ address }) => isAllowed(address));
      if (!isOutside) return done(new AddressForbidden(hostname), '', 0);
      if (options.all) return done(null, addresses);
      const [first] = addresses;
      done(null, first?.address ?? '', first?.family);
    });
  };

  const isOutside = (url: string) => {
    const host = bare(new URL(url).hostname);
    return isIP(host) === 0 || isAllowed(host);
  };

  const statusOf = ({ url, headers, body }: HookLetter): Promise<number> =>
    new Promise((resolve, reject) => {
      const isSecure = url.startsWith('https:');
      const options: RequestOptions = {
        method: 'POST',
        headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
        lookup,
        agent: false,
        signal: AbortSignal.timeout(patienceMs),
      };
      const sending = (isSecure ? requestSecure : requestPlain)(url, options, (answer) => {
        resolve(answer.statusCode ?? 0);
        // What strangers write back is neither read nor kept.
        answer.on('error', () => undefined);
        sending.destroy();
      });
      sending.on('error', reject);
      sending.end(body);
    });

  return {
    allowsLoopback,
    isOutside,
    async send(letter) {
      const begunAt = performance.now();
      const after = (statusCode: number | null, failure: HookOutcome['failure']): HookOutcome => ({
        statusCode,
        failure,
        durationMs: Math.round(performance.now() - begunAt),
      });
      if (!isOutside(letter.url)) return after(null, 'addressForbidden');
      try {
        const status = await statusOf(letter);
        return after(status, status >= 200 && status < 300 ? '' : 'statusRefused');
      } catch (error) {
        return after(null, failureOf(error));
      }
    },
  };
}

function failureOf(error: unknown): HookOutcome['failure'] {
  if (error instanceof AddressForbidden) return 'addressForbidden';
  const name = error instanceof Error ? error.name : '';
  return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : 'unreachable';
}
