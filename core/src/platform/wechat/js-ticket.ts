import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../clock';
import type { TokenedCaller } from './access-tokens';
import { keptValue, type KeptValue } from './kept-value';
import { jsonOf } from './platform-call';

export interface JsSignature {
  readonly appId: string;
  /** Seconds. */
  readonly timestamp: number;
  readonly nonceStr: string;
  readonly signature: string;
}

const issued = z.object({ ticket: z.string().min(1), expires_in: z.number().positive() });

/** The ticket that pages inside WeChat are signed with. */
export const jsTicket = (h5: TokenedCaller, clock: Clock): KeptValue =>
  keptValue(
    () =>
      h5.call({
        path: '/cgi-bin/ticket/getticket',
        query: { type: 'jsapi' },
        read: (answer) => {
          const read = jsonOf(issued)(answer);
          return read && { value: read.ticket, validMs: read.expires_in * 1_000 };
        },
      }),
    clock,
  );

/**
 * Signs a page's address, without what follows its `#`. On iOS it is the address the visitor landed on, on Android the
 * present one. Source: JS-SDK 使用权限签名算法.
 */
export function signPage(
  page: { readonly ticket: string; readonly appid: string; readonly address: string },
  seconds: number,
  nonceStr = randomBytes(16).toString('hex'),
): JsSignature {
  const [address = ''] = page.address.split('#');
  const text = `jsapi_ticket=${page.ticket}&noncestr=${nonceStr}&timestamp=${seconds}&url=${address}`;
  const signature = createHash('sha1').update(text).digest('hex');
  return { appId: page.appid, timestamp: seconds, nonceStr, signature };
}
