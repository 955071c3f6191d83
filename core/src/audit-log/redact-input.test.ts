import fc from 'fast-check';
import { cut, isSecretKey, redactInput } from './redact-input';

it.each([
  ['password', true],
  ['currentPassword', true],
  ['code', true],
  ['phoneCode', true],
  ['phone', true],
  ['contactPhone', true],
  ['flashToken', true],
  ['ticket', true],
  ['openid', true],
  ['content', true],
  ['secret', true],
  ['regionCode', false],
  ['sellerCode', false],
  ['barcode', false],
  ['tokenSeconds', false],
  ['phoneVerified', false],
  ['reason', false],
])('a value under %s is a secret: %s', (key, isSecret) => {
  expect(isSecretKey(key)).toBe(isSecret);
});

it.each([
  ['keeps what was asked', { buyerId: 'S1', days: 30, ok: true, none: null }, undefined],
  ['cuts a password', { loginName: 'boss', password: 'p' }, { loginName: 'boss', password: cut }],
  ['cuts all below a secret key', { ticket: { inner: ['x'] } }, { ticket: cut }],
  ['cuts secrets inside lists', { lines: [{ flashToken: 'a.b' }] }, { lines: [{ flashToken: cut }] }],
  ['tells that a secret was not said', { phone: null }, { phone: null }],
  ['cuts a number in a note', { note: '找老板13812345678谈过' }, { note: `找老板${cut}谈过` }],
  ['cuts a number with gaps', { note: '+86 138-1234-5678' }, { note: cut }],
  ['leaves other numbers', { note: '6901234567892 单' }, undefined],
  ['leaves out what was not said', { reason: undefined, days: 1 }, { days: 1 }],
  ['shortens a long text', { note: '长'.repeat(300) }, { note: `${'长'.repeat(200)}${cut}` }],
  [
    'shortens a long list and says by how many',
    { ids: Array.from({ length: 32 }, (_, at) => at) },
    { ids: [...Array.from({ length: 30 }, (_, at) => at), `${cut}2`] },
  ],
  ['has nothing to say of nothing', null, undefined],
])('%s', (_rule, input, kept) => {
  expect(redactInput(input)).toEqual(kept ?? input);
});

const secretKey = fc.constantFrom(
  'password',
  'newPassword',
  'code',
  'phoneCode',
  'token',
  'phone',
  'ticket',
  'openid',
  'content',
);
const marker = 'S3CR3T-VALUE';

it('lets no secret through, wherever in the input it stands', () => {
  const secretOf = fc.tuple(secretKey, fc.constant(marker)).map((pair) => Object.fromEntries([pair]));
  const inputs = fc.letrec((tie) => ({
    input: fc.oneof(
      { maxDepth: 6 },
      secretOf,
      fc.array(tie('input'), { maxLength: 4 }),
      fc.dictionary(fc.string({ maxLength: 8 }), tie('input'), { maxKeys: 4 }),
      fc.record({ kept: fc.string(), below: tie('input') }),
    ),
  })).input;

  fc.assert(fc.property(inputs, (input) => !JSON.stringify(redactInput(input)).includes(marker)));
});

it('answers a bounded piece of JSON to whatever comes', () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 10, maxKeys: 20 }), (input) => {
      const kept = JSON.stringify(redactInput(input));

      expect(JSON.parse(kept)).toEqual(redactInput(input));
      expect(kept.length).toBeLessThan(40_000);
    }),
  );
});

it('bounds a large input', () => {
  const lines = Array.from({ length: 30 }, () => ({ words: Array(30).fill('长'.repeat(200)) }));

  expect(JSON.stringify(redactInput({ lines, more: lines })).length).toBeLessThan(6_000);
});
