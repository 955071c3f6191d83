import { answerText, scopesText, typesText, webhookWords } from './words';
import type { Webhook } from './queries';

const webhook = (given: Partial<Webhook>) =>
  ({ state: 'active', pausedBecause: '', failingSince: null, ...given }) as Webhook;

it.each([
  [webhook({}), '推送中'],
  [webhook({ failingSince: '2026-01-01T00:00:00.000Z' }), '推送失败'],
  [webhook({ state: 'paused' }), '已暂停'],
  [webhook({ state: 'paused', pausedBecause: 'failing' }), '失败已暂停'],
])('says how a webhook stands: %#', (one, words) => {
  expect(webhookWords(one).text).toBe(words);
});

it.each([
  [{ tries: 0, statusCode: null, failure: '' }, '尚未推送'],
  [{ tries: 1, statusCode: 204, failure: '' }, 'HTTP 204'],
  [{ tries: 2, statusCode: 500, failure: 'statusRefused' }, 'HTTP 500，对方返回错误'],
  [{ tries: 2, statusCode: null, failure: 'timeout' }, '5 秒内没有应答'],
  [{ tries: 0, statusCode: null, failure: 'removed' }, '推送地址已删除'],
] as const)('says what came back: %j', (delivery, words) => {
  expect(answerText(delivery)).toBe(words);
});

it('says scopes and events in words', () => {
  expect(scopesText(['orders.read', 'orders.write'])).toBe('查订单、下单');
  expect(typesText(['order.approved', 'order.shipped'])).toBe('订单已通过、订单已发货');
  expect(typesText(['order.approved', 'order.shipped', 'order.signed'])).toBe(
    '订单已通过、订单已发货等 3 项',
  );
});
