import { type ShareDemand, shareFairly } from './share-fairly';

const aDemand = (given: Partial<ShareDemand> & { readonly id: string }): ShareDemand => ({
  wanted: 0,
  shipped: 0,
  promised: 0,
  isProtected: false,
  segment: 1,
  weight: 1,
  priority: 1,
  ...given,
});

interface Row {
  readonly situation: string;
  readonly supply: number;
  readonly pack: number;
  readonly demands: readonly (Partial<ShareDemand> & { readonly id: string })[];
  readonly gets: readonly number[];
  readonly left: number;
}

const rows: readonly Row[] = [
  {
    situation: 'there is enough: everybody gets what it wants, loose bottles too',
    supply: 100,
    pack: 12,
    demands: [
      { id: 'a', wanted: 29 },
      { id: 'b', wanted: 60 },
    ],
    gets: [29, 60],
    left: 11,
  },
  {
    situation: 'half is there: half each, in whole cases',
    supply: 120,
    pack: 12,
    demands: [
      { id: 'a', wanted: 120 },
      { id: 'b', wanted: 120 },
    ],
    gets: [60, 60],
    left: 0,
  },
  {
    situation: '100 over 3 equal wants by the piece: the odd one to the first id',
    supply: 100,
    pack: 1,
    demands: [
      { id: 'c', wanted: 90 },
      { id: 'b', wanted: 90 },
      { id: 'a', wanted: 90 },
    ],
    gets: [33, 33, 34],
    left: 0,
  },
  {
    situation: '5 cases over 3 equal wants: two odd cases to the first two ids',
    supply: 60,
    pack: 12,
    demands: [
      { id: 'a', wanted: 120 },
      { id: 'b', wanted: 120 },
      { id: 'c', wanted: 120 },
    ],
    gets: [24, 24, 12],
    left: 0,
  },
  {
    situation: 'each case to whom it leaves best off: 7 cases over 100, 200 and 400 cases',
    supply: 7 * 12,
    pack: 12,
    demands: [
      { id: 'a', wanted: 1_200 },
      { id: 'b', wanted: 2_400 },
      { id: 'c', wanted: 4_801 },
    ],
    gets: [12, 24, 48],
    left: 0,
  },
  {
    situation: '10 over 1, 2 and 4 by the piece: 10/7, 20/7 and 40/7, the odd ones to the larger',
    supply: 10,
    pack: 1,
    demands: [
      { id: 'a', wanted: 100 },
      { id: 'b', wanted: 200 },
      { id: 'c', wanted: 400 },
    ],
    gets: [1, 3, 6],
    left: 0,
  },
  {
    situation: 'between two that stand alike, priority has the first word',
    supply: 3,
    pack: 1,
    demands: [
      { id: 'a', wanted: 100 },
      { id: 'b', wanted: 100, priority: 0 },
    ],
    gets: [1, 2],
    left: 0,
  },
  {
    situation: 'less than a case is left: it stays',
    supply: 65,
    pack: 12,
    demands: [
      { id: 'a', wanted: 60 },
      { id: 'b', wanted: 60 },
    ],
    gets: [36, 24],
    left: 5,
  },
  {
    situation:
      'less than a case is left and is all that one wants: it stays, or more goods might give it less',
    supply: 65,
    pack: 12,
    demands: [
      { id: 'a', wanted: 5 },
      { id: 'b', wanted: 120 },
    ],
    gets: [0, 60],
    left: 5,
  },
  {
    situation: 'twice the weight, twice the share',
    supply: 90,
    pack: 1,
    demands: [
      { id: 'a', wanted: 100, weight: 2 },
      { id: 'b', wanted: 100 },
    ],
    gets: [60, 30],
    left: 0,
  },
  {
    situation: 'a weight gives nobody more than it wants; the rest is shared again',
    supply: 90,
    pack: 1,
    demands: [
      { id: 'a', wanted: 40, weight: 9 },
      { id: 'b', wanted: 100 },
      { id: 'c', wanted: 100 },
    ],
    gets: [40, 25, 25],
    left: 0,
  },
  {
    situation: 'the first segment is served in full, the second shares the rest',
    supply: 100,
    pack: 1,
    demands: [
      { id: 'ka', wanted: 70, segment: 1 },
      { id: 'a', wanted: 60, segment: 2 },
      { id: 'b', wanted: 60, segment: 2 },
    ],
    gets: [70, 15, 15],
    left: 0,
  },
  {
    situation: 'the first segment alone runs dry: the second gets nothing',
    supply: 100,
    pack: 1,
    demands: [
      { id: 'a', wanted: 150, segment: 1 },
      { id: 'b', wanted: 50, segment: 1 },
      { id: 'c', wanted: 60, segment: 2 },
    ],
    gets: [75, 25, 0],
    left: 0,
  },
  {
    situation: 'a protected order keeps its promise beside a segment that comes first',
    supply: 100,
    pack: 1,
    demands: [
      { id: 'kept', wanted: 50, promised: 40, isProtected: true, segment: 9 },
      { id: 'first', wanted: 100, segment: 1 },
    ],
    gets: [40, 60],
    left: 0,
  },
  {
    situation: 'a promise that is not protected is shared like everything else',
    supply: 100,
    pack: 1,
    demands: [
      { id: 'held', wanted: 100, promised: 100 },
      { id: 'other', wanted: 100 },
    ],
    gets: [50, 50],
    left: 0,
  },
  {
    situation: 'what was shipped is not taken back, and counts as its share',
    supply: 40,
    pack: 1,
    demands: [
      { id: 'served', wanted: 100, shipped: 60 },
      { id: 'waiting', wanted: 100 },
    ],
    gets: [60, 40],
    left: 0,
  },
  {
    situation: 'what was shipped within its share leaves it the rest of the share',
    supply: 80,
    pack: 1,
    demands: [
      { id: 'served', wanted: 100, shipped: 20 },
      { id: 'waiting', wanted: 100 },
    ],
    gets: [50, 50],
    left: 0,
  },
  { situation: 'nobody wants anything', supply: 7, pack: 12, demands: [{ id: 'a' }], gets: [0], left: 7 },
  {
    situation: 'there is nothing: nobody gets anything',
    supply: 0,
    pack: 12,
    demands: [{ id: 'a', wanted: 10 }],
    gets: [0],
    left: 0,
  },
];

describe('goods that are short are shared', () => {
  it.each(rows)('$situation', ({ supply, pack, demands, gets, left }) => {
    const shared = shareFairly(supply, demands.map(aDemand), pack);

    expect([shared.shares.map(({ quantity }) => quantity), shared.left]).toEqual([gets, left]);
  });
});
