import { createHmac } from 'node:crypto';
import type { Instant } from '../platform';
import type { HookLetter } from './courier';
import type { HookDelivery, Webhook } from './model';

const signatureOf = (secret: string, signed: string) =>
  `v1=${createHmac('sha256', secret).update(signed).digest('hex')}`;

/**
 * A delivery as it leaves. What is signed is the time of sending in seconds, a full stop, and the body; after a change
 * of secrets there are two signatures for a day, so the other side need not change in the same moment.
 */
export function letterOf(
  { url, secret, formerSecret, formerUntil }: Webhook,
  { id, type, occurredAt, data }: HookDelivery,
  at: Instant,
): HookLetter {
  const body = JSON.stringify({ id, type, occurredAt: new Date(occurredAt).toISOString(), data });
  const timestamp = String(Math.floor(at / 1000));
  const secrets = formerSecret !== '' && at < formerUntil ? [secret, formerSecret] : [secret];
  return {
    url,
    body,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'Tongpan-Webhook/1',
      'X-Tongpan-Delivery': id,
      'X-Tongpan-Event': type,
      'X-Tongpan-Timestamp': timestamp,
      'X-Tongpan-Signature': secrets.map((one) => signatureOf(one, `${timestamp}.${body}`)).join(','),
    },
  };
}
