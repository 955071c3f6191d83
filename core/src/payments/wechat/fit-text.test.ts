import fc from 'fast-check';
import { fitBytes, fitCharacters } from './fit-text';

const anyText = fc.string({ unit: fc.constantFrom('a', 'é', '水', '🥤', '\n', '\u0000', ' ', '\ud800') });

it('never gives more than WeChat takes, nor a character it does not', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, limit) => {
      const fitted = [fitCharacters(text, limit), fitBytes(text, limit)];

      expect([...fitted[0]!].length).toBeLessThanOrEqual(limit);
      expect(Buffer.byteLength(fitted[1]!)).toBeLessThanOrEqual(limit);
      for (const one of fitted) {
        expect(one).toMatch(/^[aé水 ]*$/);
        // Given again, it stays as it is: a repetition is the same byte by byte.
        expect(fitCharacters(one, limit)).toBe(one);
      }
    }),
  );
});

it('leaves alone what fits', () => {
  expect(fitCharacters('可乐 24 瓶', 127)).toBe('可乐 24 瓶');
  expect(fitBytes('退货', 6)).toBe('退货');
  expect(fitBytes('退货', 5)).toBe('退');
});
