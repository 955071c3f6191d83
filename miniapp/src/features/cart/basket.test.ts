import { basketAfter, basketLine, basketLinesMax, type BasketLine } from './basket';

const aLine = (skuId: string, quantity: number): BasketLine =>
  basketLine(
    {
      skuId,
      name: skuId,
      spec: '',
      baseUnit: '瓶',
      units: [{ unit: '瓶', factor: 1, sellable: true }],
      minimumQuantity: 1,
      multipleQuantity: 1,
      maximumQuantity: null,
    },
    quantity,
  );

const said = (lines: readonly BasketLine[]) => lines.map(({ skuId, quantity }) => `${skuId}×${quantity}`);

describe('a basket', () => {
  it('keeps one line a SKU, in the order they came', () => {
    const lines = basketAfter([aLine('a', 1), aLine('b', 2)], { type: 'set', line: aLine('a', 5) });

    expect(said(lines)).toEqual(['a×5', 'b×2']);
  });

  it('keeps what was said of ageing goods when the quantity changes', () => {
    const accepted = basketAfter([aLine('a', 1), aLine('b', 2)], {
      type: 'acceptAgeing',
      skuId: 'a',
      accepts: true,
    });
    const changed = basketAfter(accepted, { type: 'change', skuId: 'a', quantity: 3 });

    expect(changed).toEqual([{ ...aLine('a', 3), acceptsAgeing: true }, aLine('b', 2)]);
  });

  it('keeps what was said of ageing goods when a catalogue sets the quantity, unless it says otherwise', () => {
    const accepted = [{ ...aLine('a', 1), acceptsAgeing: true }];

    expect(basketAfter(accepted, { type: 'set', line: aLine('a', 4) })).toEqual([
      { ...aLine('a', 4), acceptsAgeing: true },
    ]);
    const refused = { ...aLine('a', 4), acceptsAgeing: false };
    expect(basketAfter(accepted, { type: 'set', line: refused })).toEqual([refused]);
  });

  it('drops a line of nothing', () => {
    expect(basketAfter([aLine('a', 1)], { type: 'change', skuId: 'a', quantity: 0 })).toEqual([]);
    expect(basketAfter([], { type: 'set', line: aLine('a', 0) })).toEqual([]);
  });

  it('puts a removed line back where it was', () => {
    const before = [aLine('a', 1), aLine('b', 2), aLine('c', 3)];
    const [, removed] = before;
    if (!removed) throw new Error('expected a line');

    const without = basketAfter(before, { type: 'remove', skuId: 'b' });
    const again = basketAfter(without, { type: 'putBack', line: removed, at: 1 });

    expect(said(without)).toEqual(['a×1', 'c×3']);
    expect(again).toEqual(before);
  });

  it('adds an old order to what is there', () => {
    const lines = basketAfter([aLine('a', 1)], { type: 'addAll', lines: [aLine('a', 2), aLine('b', 3)] });

    expect(said(lines)).toEqual(['a×3', 'b×3']);
  });

  it('ignores a change of a line that is gone', () => {
    const lines = [aLine('a', 1)];

    expect(basketAfter(lines, { type: 'change', skuId: 'b', quantity: 3 })).toBe(lines);
  });

  it('takes no more lines than an order', () => {
    const full = Array.from({ length: basketLinesMax }, (_, at) => aLine(`s${at}`, 1));

    expect(basketAfter(full, { type: 'set', line: aLine('one more', 1) })).toBe(full);
    expect(basketAfter(full, { type: 'clear' })).toEqual([]);
  });
});
