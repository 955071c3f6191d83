import fc from 'fast-check';
import { branchOf, placeFault } from './category-tree';
import { checkDigitOf, isBarcode } from './check-barcode';
import { type SkuDraft, checkSku, composeSku, isSameSku, nextPackVersion } from './check-sku';
import { expiresOn } from './expires-on';
import { searchTextOf } from './search-text-service';
import { aSku, aUnit } from './testing';

const known = {
  before: undefined,
  categoryIds: new Set(['茶饮料']),
  brandIds: new Set(['清谷']),
  takenBarcodes: new Set<string>(),
};

function aDraft(given: Partial<SkuDraft> = {}): SkuDraft {
  const { searchText: _, packVersion: __, version: ___, ...draft } = aSku();
  return { ...draft, barcode: '6901234567892', ...given };
}

describe('a SKU as somebody wants it', () => {
  it('may be written when nothing is wrong with it', () => {
    expect(checkSku(aDraft(), known)).toEqual([]);
  });

  it('is told everything that is wrong with it, not the first alone', () => {
    const draft = aDraft({ category: '没有', brand: '没有', barcode: '6901234567891', stopSaleDays: 365 });

    expect(checkSku(draft, known)).toEqual([
      'categoryUnknown',
      'brandUnknown',
      'barcodeWrong',
      'shelfLifeWrong',
    ]);
  });

  it('stands as it stood when it is written again', () => {
    const before = { ...composeSku(aDraft(), undefined), searchText: '' };

    expect(isSameSku(composeSku(aDraft(), before), before)).toBe(true);
    expect(isSameSku(composeSku(aDraft({ taxRateBp: 900 }), before), before)).toBe(false);
  });

  it('has its units in the order of their factors, whatever order they came in', () => {
    const units = [aUnit({ unit: '托', factor: 960 }), aUnit({ unit: '提', factor: 6 }), aUnit()];

    expect(composeSku(aDraft({ units }), undefined).units.map(({ factor }) => factor)).toEqual([6, 15, 960]);
  });

  it('is a new pack exactly when a unit it had is gone or has another factor', () => {
    const anyUnits = fc
      .uniqueArray(fc.constantFrom('提', '盒', '箱', '托'), { maxLength: 4 })
      .chain((names) =>
        fc.tuple(
          ...names.map((unit) => fc.integer({ min: 2, max: 4 }).map((factor) => aUnit({ unit, factor }))),
        ),
      );
    fc.assert(
      fc.property(anyUnits, anyUnits, (before, after) => {
        const kept = before.every((unit) =>
          after.some(({ unit: name, factor }) => name === unit.unit && factor === unit.factor),
        );

        expect(nextPackVersion({ units: before, packVersion: 5 }, after)).toBe(kept ? 5 : 6);
      }),
    );
  });
});

describe('a barcode', () => {
  it('with any digit mistyped is none', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{12}$/),
        fc.nat(12),
        fc.integer({ min: 1, max: 9 }),
        (body, at, slip) => {
          const code = [...`${body}${checkDigitOf(body)}`];
          const typed = code.map((digit, place) =>
            place === at ? String((Number(digit) + slip) % 10) : digit,
          );

          expect(isBarcode(code.join(''))).toBe(true);
          expect(isBarcode(typed.join(''))).toBe(false);
        },
      ),
    );
  });
});

describe('the day goods expire', () => {
  it('comes later when they are made later, and never leaves its month', () => {
    const anyDay = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 60 }), (left, right, shelfLifeMonths) => {
        const life = { shelfLifeDays: 1, shelfLifeMonths };
        const [earlier, later] = [left, right].sort() as [string, string];
        const monthOf = (on: string) => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));

        expect(expiresOn(life, earlier) <= expiresOn(life, later)).toBe(true);
        expect(monthOf(expiresOn(life, earlier))).toBe(monthOf(earlier) + shelfLifeMonths);
      }),
    );
  });
});

describe('the tree of categories', () => {
  const tree = [
    { id: 'A', parentId: null },
    { id: 'B', parentId: 'A' },
    { id: 'C', parentId: 'B' },
    { id: 'D', parentId: null },
  ];

  it.each([
    ['itself', 'A', 'A', 'circle'],
    ['what stands below it', 'A', 'C', 'circle'],
    ['nowhere', 'D', 'X', 'parentUnknown'],
    ['the third floor', 'E', 'C', 'tooDeep'],
    ['another of the top', 'B', 'D', null],
    ['the second floor with two below', 'A', 'D', 'tooDeep'],
    ['the top', 'C', null, null],
  ])('puts a category under %s: %s below %s is %s', (_where, id, parentId, fault) => {
    expect(placeFault(tree, { id, parentId })).toBe(fault);
  });

  it('has in a branch what stands below, however deep', () => {
    expect([...branchOf(tree, 'A')].sort()).toEqual(['A', 'B', 'C']);
    expect(branchOf(tree, 'D')).toEqual(['D']);
  });
});

describe('what search looks through', () => {
  it('has name, pinyin and initials behind bars, and the barcode of every unit', () => {
    const units = [aUnit({ barcode: 'BOX-1' })];

    expect(searchTextOf(aSku({ id: 'QG1', name: '乌龙茶', barcode: '690', units }))).toBe(
      '|乌龙茶|wulongcha|wlc| 清谷 500ml×15 690 box-1 qg1',
    );
  });

  it('takes no bar from a name for its own', () => {
    expect(searchTextOf(aSku({ name: '茶|水' }))).toContain('|茶 水|');
  });
});
