import { readUnits, sayUnits } from './read-units';

const units = [
  { unit: '箱', factor: 12 },
  { unit: '提', factor: 6 },
  { unit: '瓶', factor: 1 },
];

describe('a quantity as a warehouse writes it', () => {
  it.each([
    ['29', 29],
    [' 1,200 ', 1200],
    ['２箱５瓶', 29],
    ['2箱5瓶', 29],
    ['2箱5', 29],
    ['2箱', 24],
    ['1箱1提1瓶', 19],
    ['0', 0],
  ])('%s is so many base units', (text, quantity) => {
    expect(readUnits(text, units)).toBe(quantity);
  });

  it.each(['', '箱', '2盒', '2箱3箱', '-3', '1.5', '2箱x', '99999999999'])('%s is none', (text) => {
    expect(readUnits(text, units)).toBeNull();
  });

  it.each([
    [29, '2箱5瓶'],
    [18, '1箱1提'],
    [0, '0瓶'],
    [-13, '-1箱1瓶'],
  ])('%i is said as %s', (quantity, words) => {
    expect(sayUnits(quantity, units)).toBe(words);
  });
});
