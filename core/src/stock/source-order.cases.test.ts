import type { Lot, Warehouse } from './model';
import { sourceOrder, type SourceQuestion } from './source-order';
import { aLot, anAgreement, aWant, aWarehouse } from './testing';

/** `A 10`: ten of the SKU free in warehouse A. A name with a slash names the SKU too: `A/tea 10`. */
function lotsOf(stock: string, ownerId = 'seller'): readonly Lot[] {
  return stock
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [place = '', onHand = '0'] = part.split(' ');
      const [warehouseId = '', skuId = 'sku'] = place.split('/');
      return aLot({ id: `${ownerId} ${place}`, ownerId, warehouseId, skuId, onHand: Number(onHand) });
    });
}

interface Row {
  readonly situation: string;
  /** What the seller has where. */
  readonly stock: string;
  /** `sku 10, tea 5`: line by line. */
  readonly wanted: string;
  readonly warehouses?: Readonly<Record<string, Partial<Warehouse>>>;
  readonly contract?: SourceQuestion['contract'];
  readonly zone?: 'ambient' | 'chilled' | 'frozen';
  /** `A 10 B 5 | A 3`: line by line; what is short stands after a minus. */
  readonly gets: string;
  readonly by?: string;
}

const rows: readonly Row[] = [
  { situation: 'one warehouse has all of it', stock: 'A 10', wanted: 'sku 10', gets: 'A 10', by: 'only' },
  { situation: 'one warehouse has some of it', stock: 'A 7', wanted: 'sku 10', gets: 'A 7 -3', by: 'only' },
  { situation: 'nobody has anything', stock: '', wanted: 'sku 10', gets: '-10', by: 'only' },
  {
    situation: 'the contract warehouse has all, another is nearer and cheaper',
    stock: 'A 10, B 10',
    wanted: 'sku 10',
    warehouses: { A: { leadDays: 1 }, B: { leadDays: 5, costRank: 9 } },
    contract: { warehouseId: 'B', isOnly: false },
    gets: 'B 10',
    by: 'contract',
  },
  {
    situation: 'the contract warehouse has some: it gives what it has, the rest comes from elsewhere',
    stock: 'A 10, B 4',
    wanted: 'sku 10',
    contract: { warehouseId: 'B', isOnly: false },
    gets: 'B 4 A 6',
    by: 'fillsMost',
  },
  {
    situation: 'the contract warehouse has some, and no other may serve this buyer',
    stock: 'A 10, B 4',
    wanted: 'sku 10',
    contract: { warehouseId: 'B', isOnly: true },
    gets: 'B 4 -6',
    by: 'only',
  },
  {
    situation: 'the contract warehouse is empty: as if there were no contract',
    stock: 'A 10',
    wanted: 'sku 10',
    contract: { warehouseId: 'B', isOnly: false },
    gets: 'A 10',
    by: 'only',
  },
  {
    situation: 'the far one alone fills all, the near one does not',
    stock: 'A 9, B 10',
    wanted: 'sku 10',
    warehouses: { A: { leadDays: 1 }, B: { leadDays: 7 } },
    gets: 'B 10',
    by: 'fillsMost',
  },
  {
    situation: 'only both together fill all: the fuller one is drawn first',
    stock: 'A 4, B 7',
    wanted: 'sku 10',
    gets: 'B 7 A 3',
    by: 'fillsMost',
  },
  {
    situation: 'three have some, two of them suffice: the pair that arrives sooner',
    stock: 'A 6, B 6, C 6',
    wanted: 'sku 10',
    warehouses: { A: { leadDays: 5 }, B: { leadDays: 2 }, C: { leadDays: 1 } },
    gets: 'C 6 B 4',
    by: 'earliest',
  },
  {
    situation: 'all are needed and not enough: nobody keeps goods back',
    stock: 'A 2, B 3, C 4',
    wanted: 'sku 10',
    gets: 'C 4 B 3 A 2 -1',
    by: 'fillsMost',
  },
  {
    situation: 'both fill all: the one that arrives earlier',
    stock: 'A 10, B 10',
    wanted: 'sku 10',
    warehouses: { A: { leadDays: 3 }, B: { leadDays: 2, costRank: 8 } },
    gets: 'B 10',
    by: 'earliest',
  },
  {
    situation: 'both fill all on the same day: the cheaper one',
    stock: 'A 10, B 10',
    wanted: 'sku 10',
    warehouses: { A: { costRank: 2 }, B: { costRank: 1 } },
    gets: 'B 10',
    by: 'cheapest',
  },
  {
    situation: 'nothing tells them apart: the first id',
    stock: 'B 10, A 10',
    wanted: 'sku 10',
    gets: 'A 10',
    by: 'id',
  },
  {
    situation: 'two lines, each warehouse has one of them: both are needed',
    stock: 'A/tea 10, B/milk 10',
    wanted: 'tea 10, milk 10',
    gets: 'A 10 | B 10',
    by: 'fillsMost',
  },
  {
    situation: 'two lines, one warehouse has both and the other only one, though sooner',
    stock: 'A/tea 10, A/milk 10, B/tea 10',
    wanted: 'tea 10, milk 10',
    warehouses: { A: { leadDays: 4 } },
    gets: 'A 10 | A 10',
    by: 'fillsMost',
  },
  {
    situation: 'more lines in full come before more bottles',
    stock: 'A/tea 90, B/milk 5, B/soda 5',
    wanted: 'tea 100, milk 5, soda 5',
    gets: 'A 90 -10 | B 5 | B 5',
    by: 'fillsMost',
  },
  {
    situation: 'the same goods on two lines: the second gets what the first left',
    stock: 'A 12',
    wanted: 'sku 10, sku 5',
    gets: 'A 10 | A 2 -3',
    by: 'only',
  },
  {
    situation: 'chilled goods are not taken from a warehouse that keeps none',
    stock: 'A 10, B 10',
    wanted: 'sku 10',
    zone: 'chilled',
    warehouses: { A: { temperatureZones: ['ambient'] }, B: { leadDays: 9 } },
    gets: 'B 10',
    by: 'only',
  },
  {
    situation: 'frozen goods lie where nobody can keep them: short',
    stock: 'A 10',
    wanted: 'sku 10',
    zone: 'frozen',
    warehouses: { A: { temperatureZones: ['ambient', 'chilled'] } },
    gets: '-10',
    by: 'only',
  },
  {
    situation: 'a warehouse for Shanghai does not deliver to Hangzhou',
    stock: 'A 10, B 3',
    wanted: 'sku 10',
    warehouses: { A: { servesRegions: ['310000'] }, B: { servesRegions: ['330000'] } },
    gets: 'B 3 -7',
    by: 'only',
  },
  {
    situation: 'a warehouse for one district delivers to it',
    stock: 'A 10, B 10',
    wanted: 'sku 10',
    warehouses: { A: { servesRegions: ['330106'], leadDays: 1 }, B: { leadDays: 2 } },
    gets: 'A 10',
    by: 'earliest',
  },
];

function source(row: Row) {
  const lots = lotsOf(row.stock);
  const names = ['A', 'B', 'C'];
  return sourceOrder({
    sellerId: 'seller',
    regionCode: '330106',
    on: '2026-01-05',
    contract: row.contract ?? null,
    warehouses: names.map((id) => aWarehouse({ id, ...row.warehouses?.[id] })),
    wants: row.wanted.split(', ').map((part, at) => {
      const [skuId = '', quantity = '0'] = part.split(' ');
      const want = aWant({ lineNo: at + 1, skuId, quantity: Number(quantity) });
      return { want, temperatureZone: row.zone ?? 'ambient', productLine: '' };
    }),
    lotsOf: (_owner, skuId) => lots.filter((lot) => lot.skuId === skuId),
    sharing: null,
  });
}

describe('which warehouses serve an order', () => {
  it.each(rows)('$situation', (row) => {
    const { lines, chosenBy } = source(row);

    const got = lines.map(({ picks, short }) =>
      [
        ...picks.map(({ warehouseId, quantity }) => `${warehouseId} ${quantity}`),
        ...(short > 0 ? [`-${short}`] : []),
      ].join(' '),
    );
    expect(got.join(' | ')).toBe(row.gets);
    if (row.by) expect(chosenBy).toBe(row.by);
  });
});

interface BorrowRow {
  readonly situation: string;
  readonly own: number;
  /** Lenders by id: what they have, what they ask, how far away, what quota is left. */
  readonly lenders: Readonly<
    Record<
      string,
      { readonly has: number; readonly priceE4: number; readonly days?: number; readonly quota?: number }
    >
  >;
  readonly wanted: number;
  readonly gets: string;
}

const borrowRows: readonly BorrowRow[] = [
  {
    situation: 'own stock is enough: nothing is borrowed',
    own: 10,
    lenders: { X: { has: 99, priceE4: 1 } },
    wanted: 10,
    gets: '',
  },
  {
    situation: 'what own stock lacks is borrowed, and no more',
    own: 4,
    lenders: { X: { has: 99, priceE4: 50 } },
    wanted: 10,
    gets: 'X 6@50',
  },
  {
    situation: 'a lender who can give all comes before a cheaper one who cannot',
    own: 0,
    lenders: { X: { has: 9, priceE4: 10 }, Y: { has: 10, priceE4: 99 } },
    wanted: 10,
    gets: 'Y 10@99',
  },
  {
    situation: 'both can give all: the lower transfer price',
    own: 0,
    lenders: { X: { has: 50, priceE4: 99 }, Y: { has: 50, priceE4: 98 } },
    wanted: 10,
    gets: 'Y 10@98',
  },
  {
    situation: 'at the same price: the nearer one',
    own: 0,
    lenders: { X: { has: 50, priceE4: 99, days: 3 }, Y: { has: 50, priceE4: 99, days: 2 } },
    wanted: 10,
    gets: 'Y 10@99',
  },
  {
    situation: 'nothing tells them apart: the first id',
    own: 0,
    lenders: { Y: { has: 50, priceE4: 99 }, X: { has: 50, priceE4: 99 } },
    wanted: 10,
    gets: 'X 10@99',
  },
  {
    situation: 'nobody can give all: the cheaper first, then the other',
    own: 1,
    lenders: { X: { has: 6, priceE4: 80 }, Y: { has: 5, priceE4: 70 } },
    wanted: 10,
    gets: 'Y 5@70 X 4@80',
  },
  {
    situation: 'a quota bounds what a full lender gives',
    own: 0,
    lenders: { X: { has: 99, priceE4: 80, quota: 3 }, Y: { has: 2, priceE4: 90 } },
    wanted: 10,
    gets: 'X 3@80 Y 2@90 -5',
  },
  {
    situation: 'a used-up quota lends nothing',
    own: 2,
    lenders: { X: { has: 99, priceE4: 80, quota: 0 } },
    wanted: 10,
    gets: '-8',
  },
];

describe('what is borrowed of shared stock', () => {
  it.each(borrowRows)('$situation', ({ own, lenders, wanted, gets }) => {
    const lots = [
      ...lotsOf(`A ${own}`),
      ...Object.entries(lenders).flatMap(([id, { has }]) => lotsOf(`W-${id} ${has}`, id)),
    ];
    const { lines } = sourceOrder({
      sellerId: 'seller',
      regionCode: '330106',
      on: '2026-01-05',
      contract: null,
      warehouses: [aWarehouse({ id: 'A' })],
      wants: [{ want: aWant({ quantity: wanted }), temperatureZone: 'ambient', productLine: '' }],
      lotsOf: (ownerId) => lots.filter((lot) => lot.ownerId === ownerId),
      sharing: {
        agreements: Object.entries(lenders).map(([id, { priceE4 }]) =>
          anAgreement({ id: `by-${id}`, lenderId: id, price: { kind: 'fixed', prices: { sku: priceE4 } } }),
        ),
        quotaLeft: new Map(Object.entries(lenders).map(([id, { quota = 1_000 }]) => [`by-${id}`, quota])),
        warehouses: Object.entries(lenders).map(([id, { days = 1 }]) =>
          aWarehouse({ id: `W-${id}`, ownerId: id, leadDays: days }),
        ),
        buffers: [],
        purchasePriceE4: () => null,
      },
    });

    const [line] = lines;
    const got = [
      ...(line?.borrows ?? []).map(
        ({ lenderId, quantity, unitPriceE4 }) => `${lenderId} ${quantity}@${unitPriceE4}`,
      ),
      ...(line?.short ? [`-${line.short}`] : []),
    ];
    expect(got.join(' ')).toBe(gets);
  });
});
