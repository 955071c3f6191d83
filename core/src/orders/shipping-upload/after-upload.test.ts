import { afterLook, afterUpload, triesLimit } from './after-upload';

const refused = (code: string) => ({ kind: 'refused', code, message: '' }) as const;
const silent = { kind: 'unknown', why: 'TimeoutError' } as const;
const seen = <State>(value: State) => ({ kind: 'done', value }) as const;

it.each([
  ['is taken', seen(null), { is: 'settled', state: 'sent', code: '' }],
  ['is not answered: the same again is harmless', silent, { is: 'again', code: 'silent', when: 'soon' }],
  ['comes before word of the payment', refused('10060001'), { is: 'again', code: '10060001', when: 'soon' }],
  ['comes among too many', refused('45011'), { is: 'again', code: '45011', when: 'soon' }],
  ['finds the quota used', refused('45009'), { is: 'again', code: '45009', when: 'tomorrow' }],
  ['was told before', refused('10060002'), { is: 'look', code: '10060002' }],
  ['may not be corrected again', refused('10060003'), { is: 'look', code: '10060003' }],
  ['meets another state', refused('10060004'), { is: 'look', code: '10060004' }],
  ['says nothing new', refused('10060023'), { is: 'look', code: '10060023' }],
  ['tells an earlier time', refused('268485216'), { is: 'look', code: '268485216' }],
  ['names another payer', refused('10060031'), { is: 'settled', state: 'failed', code: '10060031' }],
])('decides about an upload that %s', (_, outcome, wanted) => {
  expect(afterUpload(outcome, 1)).toEqual(wanted);
});

it('leaves to a person what no waiting mends', () => {
  expect(afterUpload(silent, triesLimit)).toEqual({ is: 'settled', state: 'failed', code: 'silent' });
  expect(afterUpload(refused('10060001'), triesLimit)).toMatchObject({ state: 'failed' });
});

it.each([
  ['shipped', 'sent'],
  ['received', 'sent'],
  ['done', 'sent'],
  ['settling', 'sent'],
  ['refunded', 'notNeeded'],
  ['toShip', 'failed'],
] as const)('takes a payment that WeChat sees as %s for %s', (state, wanted) => {
  expect(afterLook(seen(state), '10060002', 1)).toEqual({ is: 'settled', state: wanted, code: '10060002' });
});

it('asks again where WeChat does not say how it sees a payment', () => {
  expect(afterLook(silent, '10060002', 1)).toEqual({ is: 'again', code: '10060002', when: 'soon' });
  expect(afterLook(silent, '10060002', triesLimit)).toMatchObject({ state: 'failed' });
});
