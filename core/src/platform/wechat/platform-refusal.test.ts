import { refusalOf, retryClass } from './platform-refusal';

const refused = (errcode: number) => {
  const outcome = refusalOf(Buffer.from(JSON.stringify({ errcode, errmsg: 'no' })));
  if (!outcome) throw new Error('no refusal');
  return outcome;
};

it.each([
  [-1, 'now'],
  [45011, 'nextMinute'],
  [10060001, 'nextMinute'],
  [45009, 'tomorrow'],
  [43101, 'never'],
  [10060003, 'never'],
  [47003, 'never'],
])('asks again after %s: %s', (errcode, expected) => {
  expect(retryClass(refused(errcode))).toBe(expected);
});

it('does not ask again for what is done', () => {
  expect(retryClass({ kind: 'done', value: null })).toBe('never');
});

it('sees no refusal in zero, in its absence and in pictures', () => {
  for (const body of ['{"errcode":0}', '{"openid":"o1"}', 'PNG'])
    expect(refusalOf(Buffer.from(body))).toBeNull();
});
