import { countText, dayOf, fenOfYuan, unitPriceText, whenText, yuanPlain, yuanText } from './format';

it('writes fen as yuan with two decimals and separated thousands', () => {
  expect(yuanText(123450)).toBe('¥1,234.50');
  expect(yuanText(5)).toBe('¥0.05');
  expect(yuanText(0)).toBe('¥0.00');
  expect(yuanText(-100000000)).toBe('-¥1,000,000.00');
});

it('writes a unit price with two to four decimals', () => {
  expect(unitPriceText(30000)).toBe('¥3.00');
  expect(unitPriceText(31250)).toBe('¥3.125');
  expect(unitPriceText(31255)).toBe('¥3.1255');
  expect(unitPriceText(100)).toBe('¥0.01');
  expect(unitPriceText(12345678)).toBe('¥1,234.5678');
});

it('gives spreadsheets a plain decimal', () => {
  expect(yuanPlain(123456789)).toBe('1234567.89');
  expect(yuanPlain(-50)).toBe('-0.50');
});

it('separates thousands of counts', () => {
  expect(countText(1234567)).toBe('1,234,567');
  expect(countText(-1000)).toBe('-1,000');
});

it('tells instants and days in Shanghai, wherever the browser is', () => {
  expect(whenText('2026-03-01T16:05:00.000Z')).toBe('2026-03-02 00:05');
  expect(dayOf(new Date('2026-12-31T16:00:00.000Z'))).toBe('2027-01-01');
});

it('turns typed yuan into whole fen', () => {
  expect(fenOfYuan(19.99)).toBe(1999);
  expect(fenOfYuan(1.1)).toBe(110);
});
