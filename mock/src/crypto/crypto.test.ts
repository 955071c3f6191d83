import { X509Certificate, createDecipheriv } from 'node:crypto';
import { makeCertified } from './certificates';
import { randomDigits, randomHex, randomText } from './random';
import { isSignedBy, makeKeyPair, signText } from './rsa';
import { breakSeal, seal } from './seal';

const noon = Date.parse('2026-03-10T12:00:00+08:00');

describe('random words', () => {
  it.each([
    ['letters and digits', randomText, /^[A-Za-z0-9]{5000}$/],
    ['digits', randomDigits, /^\d{5000}$/],
    ['hexadecimal digits', randomHex, /^[0-9A-F]{5000}$/],
  ])('of %s have their length and their letters, each about as often', (_what, make, form) => {
    const text = make(5_000);
    const counts = new Map<string, number>();
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);

    expect(text).toMatch(form);
    const expected = 5_000 / counts.size;
    for (const count of counts.values())
      expect(Math.abs(count - expected)).toBeLessThan(6 * Math.sqrt(expected));
  });

  it('never come twice', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => randomText(12))).size).toBe(10_000);
  });
});

it('signs so that the key’s holder is known, and nobody else', async () => {
  const [pair, stranger] = await Promise.all([makeKeyPair(), makeKeyPair()]);
  const signature = await signText('text', pair.privateKeyPem);

  expect(isSignedBy('text', signature, pair.publicKeyPem)).toBe(true);
  expect(isSignedBy('text ', signature, pair.publicKeyPem)).toBe(false);
  expect(isSignedBy('text', signature, stranger.publicKeyPem)).toBe(false);
  expect(isSignedBy('text', `${signature}*`, pair.publicKeyPem)).toBe(false);
  expect(isSignedBy('text', '', pair.publicKeyPem)).toBe(false);
});

it('makes certificates other people can read', async () => {
  const made = await makeCertified('1900000001', noon);
  const read = new X509Certificate(made.certificatePem);

  expect(read.serialNumber).toBe(made.serial);
  expect(made.serial).toMatch(/^[0-9A-F]{40}$/);
  expect(read.subject).toContain('CN=1900000001');
  expect(read.verify(read.publicKey)).toBe(true);
  expect(Date.parse(read.validFrom)).toBe(noon - 86_400_000);
  expect(Date.parse(read.validTo)).toBe(made.validUntil);
  expect(isSignedBy('text', await signText('text', made.privateKeyPem), made.certificatePem)).toBe(true);
});

describe('a seal', () => {
  const key = 'k'.repeat(32);
  const open = (ciphertext: string, nonce: string) => {
    const bytes = Buffer.from(ciphertext, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAAD(Buffer.from('transaction'));
    decipher.setAuthTag(bytes.subarray(-16));
    return decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8');
  };

  it('opens with its key, and not once it was broken', () => {
    const sealed = seal('{"金额":1}', 'transaction', key);

    expect(sealed.nonce).toMatch(/^[A-Za-z0-9]{12}$/);
    expect(open(sealed.ciphertext, sealed.nonce)).toBe('{"金额":1}');
    expect(() => open(breakSeal(sealed.ciphertext), sealed.nonce)).toThrow();
  });
});
