import fc from 'fast-check';
import { pageOf, readCursor, writeCursor } from './cursor';

describe('a cursor', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string({ unit: 'grapheme' }), (at, id) => {
        expect(readCursor(writeCursor([at, id]), 'number', 'string')).toEqual([at, id]);
      }),
    );
  });

  it('stands in an address without escaping', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (id) => {
        const cursor = writeCursor([id]);
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
    );
  });

  const written = (text: string) => Buffer.from(text).toString('base64url');
  it.each([
    ['nothing', ''],
    ['text that is no cursor', 'hello'],
    ['text that is no base64', '%%%'],
    ['no list', written('{"0":1,"1":"a","length":2}')],
    ['nothing at all', written('null')],
    ['too few values', writeCursor([1])],
    ['too many values', writeCursor([1, 'a', 'b'])],
    ['values in the wrong order', writeCursor(['a', 1])],
    ['a list where a text belongs', written('[1,["a"]]')],
    ['nothing where a number belongs', written('[null,"a"]')],
    ['a number beyond all numbers', written('[1e999,"a"]')],
  ])('is refused when it holds %s', (_what, cursor) => {
    expect(() => readCursor(cursor, 'number', 'string')).toThrow(
      expect.objectContaining({ name: 'Refused', code: 'request.cursorUnknown' }),
    );
  });

  it('made of any text is read or refused, and breaks nothing', () => {
    fc.assert(
      fc.property(fc.string(), (cursor) => {
        try {
          expect(readCursor(cursor, 'string')).toHaveLength(1);
        } catch (error) {
          expect(error).toMatchObject({ code: 'request.cursorUnknown' });
        }
      }),
    );
  });
});

describe('a page', () => {
  const rows = [1, 2, 3, 4].map((id) => ({ id }));
  const keyOf = ({ id }: { id: number }) => [id];

  it('names where it ended when a row was read beyond it', () => {
    const { items, nextCursor } = pageOf(rows, 3, keyOf);

    expect(items).toEqual(rows.slice(0, 3));
    expect(readCursor(nextCursor!, 'number')).toEqual([3]);
  });

  it.each([
    ['is full and the last', 4],
    ['is not full', 5],
  ])('has none after it when it %s', (_rule, limit) => {
    expect(pageOf(rows, limit, keyOf)).toEqual({ items: rows, nextCursor: null });
  });

  it('may be empty', () => {
    expect(pageOf([], 3, keyOf)).toEqual({ items: [], nextCursor: null });
  });

  it('after page shows every row once', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 1, max: 7 }), (count, limit) => {
        const all = Array.from({ length: count }, (_, id) => ({ id }));
        const seen: { id: number }[] = [];
        let after = -1;
        for (;;) {
          const read = all.filter(({ id }) => id > after).slice(0, limit + 1);
          const { items, nextCursor } = pageOf(read, limit, keyOf);
          seen.push(...items);
          if (nextCursor === null) break;
          [after] = readCursor(nextCursor, 'number');
        }
        expect(seen).toEqual(all);
      }),
    );
  });
});
