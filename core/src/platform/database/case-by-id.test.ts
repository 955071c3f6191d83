import fc from 'fast-check';
import { sum } from '../money';
import { addAmounts, caseById } from './case-by-id';

describe('many amounts in one statement', () => {
  it('give each id its own, and others nothing', () => {
    const amounts = new Map([
      ['a', 3],
      ['b', 5],
      ['c', 3],
    ]);

    expect(caseById(amounts)).toEqual({
      text: 'CASE WHEN id IN (?) THEN ? WHEN id IN (?) THEN ? ELSE 0 END',
      parameters: [['a', 'c'], 3, ['b'], 5],
    });
  });

  it('may go by another column', () => {
    expect(caseById(new Map([[1, 7]]), 'lineNo')).toEqual({
      text: 'CASE WHEN lineNo IN (?) THEN ? ELSE 0 END',
      parameters: [[1], 7],
    });
  });

  it('are nothing where there are none', () => {
    expect(caseById(new Map())).toEqual({ text: '0', parameters: [] });
  });

  it('have a place for every value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (given) => {
        const { text, parameters } = caseById(new Map(Object.entries(given)));
        expect(text.split('?')).toHaveLength(parameters.length + 1);
      }),
    );
  });
});

describe('amounts added up by id', () => {
  it('lose nothing, whatever order they come in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -99, max: 99 }))),
        (amounts) => {
          const totals = addAmounts(amounts);

          expect(sum(totals.values())).toBe(sum(amounts.map(([, amount]) => amount)));
          expect(new Map([...totals].sort())).toEqual(
            new Map([...addAmounts([...amounts].reverse())].sort()),
          );
        },
      ),
    );
  });
});
