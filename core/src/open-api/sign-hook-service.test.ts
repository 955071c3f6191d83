import { createHmac } from 'node:crypto';
import { letterOf } from './sign-hook-service';
import { aHookDelivery, aWebhook } from './testing';

const at = 1_800_000_000_500;
const signed = (secret: string, body: string) =>
  `v1=${createHmac('sha256', secret).update(`1800000000.${body}`).digest('hex')}`;

it('signs the time and the very body', () => {
  const { headers, body } = letterOf(aWebhook(), aHookDelivery(), at);

  expect(JSON.parse(body)).toEqual({
    id: 'HD-1',
    type: 'order.approved',
    occurredAt: '1970-01-01T00:00:00.000Z',
    data: { orderId: 'O-1' },
  });
  expect(headers['X-Tongpan-Timestamp']).toBe('1800000000');
  expect(headers['X-Tongpan-Signature']).toBe(signed('whsec_one', body));
});

it('signs by the former secret too, until its day is over', () => {
  const changed = aWebhook({ secret: 'whsec_two', formerSecret: 'whsec_one', formerUntil: at + 1 });
  const { headers, body } = letterOf(changed, aHookDelivery(), at);

  expect(headers['X-Tongpan-Signature']).toBe(`${signed('whsec_two', body)},${signed('whsec_one', body)}`);
  expect(letterOf(changed, aHookDelivery(), at + 1).headers['X-Tongpan-Signature']).not.toContain(',');
});
