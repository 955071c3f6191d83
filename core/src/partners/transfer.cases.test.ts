import fc from 'fast-check';
import { supplierOf } from './choose-supplier';
import type { Supply } from './model';
import { hasToGive, moveSupplies } from './move-supplies';
import { aConsent, aSupply, aTransfer } from './testing';
import {
  consentsMissing,
  mayConsent,
  mayWithdraw,
  overlaps,
  sidesOf,
  type TransferSide,
  type TransferState,
  transferState,
} from './transfer-state';

const said = (...sides: TransferSide[]) => sides.map((side) => aConsent({ side }));
const refused = (side: TransferSide) => aConsent({ side, answer: 'refuses' });

describe('a transfer that takes effect on 1 February', () => {
  it.each([
    ['nobody has spoken', [], '2026-01-10', 'proposed'],
    ['only the giving side has', said('from'), '2026-01-10', 'proposed'],
    ['both distributors have, HQ has not', said('from', 'to'), '2026-01-10', 'proposed'],
    ['HQ was first, the giving side is last to come', said('hq', 'to'), '2026-02-10', 'proposed'],
    ['all have, before the day', said('to', 'hq', 'from'), '2026-01-31', 'agreed'],
    ['all have, on the day', said('hq', 'to', 'from'), '2026-02-01', 'due'],
    ['all have, long after the day', said('from', 'hq', 'to'), '2026-03-01', 'due'],
    ['the receiving side refuses', [...said('from'), refused('to')], '2026-01-10', 'refused'],
    [
      'HQ refuses what both want, even on the day',
      [...said('from', 'to'), refused('hq')],
      '2026-02-01',
      'refused',
    ],
  ])('when %s is %s: %s', (_, consents, on, state) => {
    expect(transferState({ consents, effectiveOn: '2026-02-01' }, on)).toBe(state);
  });

  it.each<[string, TransferState, TransferSide[], TransferSide[], TransferSide[]]>([
    ['the receiving side may after the giving one', 'proposed', ['from'], ['to'], ['to']],
    ['nobody speaks twice', 'proposed', ['from'], ['from'], []],
    ['HQ that gives a store of its own speaks for two', 'proposed', ['to'], ['from', 'hq'], ['from', 'hq']],
    ['nobody speaks once it is agreed', 'agreed', ['from', 'to', 'hq'], ['hq'], []],
    ['nobody speaks once it is withdrawn', 'withdrawn', [], ['to'], []],
  ])('hears a side: %s', (_, state, spoken, sides, may) => {
    expect(mayConsent({ state, consents: said(...spoken) }, sides)).toEqual(may);
  });

  it.each<[string, TransferState, TransferSide[], boolean]>([
    ['by whoever proposed it', 'proposed', ['from'], true],
    ['by whoever proposed it, even agreed', 'agreed', ['from'], true],
    ['not by the other side, which may refuse', 'proposed', ['to'], false],
    ['by HQ, whoever proposed it', 'agreed', ['hq'], true],
    ['by nobody once it is done', 'done', ['from', 'hq'], false],
    ['by nobody who has no part in it', 'proposed', [], false],
  ])('is withdrawn %s', (_, state, sides, may) => {
    expect(mayWithdraw({ state, proposedBy: 'from' }, sides)).toBe(may);
  });

  it.each([
    ['*', '*', true],
    ['*', '饮品', true],
    ['饮品', '*', true],
    ['饮品', '饮品', true],
    ['饮品', '乳品', false],
  ])('of line %s runs beside one of line %s: overlap %s', (one, other, overlap) => {
    expect(overlaps(one, other)).toBe(overlap);
  });

  it('knows who speaks for which side', () => {
    const transfer = aTransfer({ fromId: 'D1', toId: 'D2' });
    const sides = (partyId: string, partyKind = 'distributor') => sidesOf(transfer, { partyId, partyKind });

    expect(sides('D1')).toEqual(['from']);
    expect(sides('D2')).toEqual(['to']);
    expect(sides('D3')).toEqual([]);
    expect(sides('HQ', 'hq')).toEqual(['hq']);
    expect(sidesOf({ fromId: 'HQ', toId: 'D2' }, { partyId: 'HQ', partyKind: 'hq' })).toEqual(['from', 'hq']);
  });
});

describe('the supplies of a store that goes from D1 to D2', () => {
  const line = (productLine: string, sellerId: string, more: Partial<Supply> = {}) =>
    aSupply({ productLine, sellerId, ...more });
  const after = (supplies: readonly Supply[], productLine: string) =>
    Object.fromEntries(
      moveSupplies(supplies, { buyerId: 'buyer', productLine, fromId: 'D1', toId: 'D2' }, 9).map((supply) => [
        supply.productLine,
        supply.sellerId,
      ]),
    );

  it.each([
    ['all it has', [line('*', 'D1')], '*', { '*': 'D2' }],
    ['one line out of all', [line('*', 'D1')], '饮品', { '*': 'D1', 饮品: 'D2' }],
    ['a line of its own', [line('*', 'D3'), line('饮品', 'D1')], '饮品', { '*': 'D3', 饮品: 'D2' }],
    ['all of D1’s, beside D3’s', [line('*', 'D1'), line('乳品', 'D3')], '*', { '*': 'D2', 乳品: 'D3' }],
    [
      'D1’s lines without a general one',
      [line('饮品', 'D1'), line('乳品', 'D3')],
      '*',
      { 饮品: 'D2', 乳品: 'D3' },
    ],
    ['a line D3 has: nothing', [line('*', 'D1'), line('饮品', 'D3')], '饮品', { '*': 'D1', 饮品: 'D3' }],
    ['where D1 has nothing any more: nothing', [line('*', 'D3')], '*', { '*': 'D3' }],
  ])('%s', (_, supplies, productLine, expected) => {
    expect(after(supplies, productLine)).toEqual(expected);
  });

  it('leaves a stop of the giving side behind', () => {
    const [moved] = moveSupplies(
      [line('*', 'D1', { status: 'suspended' })],
      aTransfer({ fromId: 'D1', toId: 'D2' }),
      9,
    );

    expect(moved).toMatchObject({ sellerId: 'D2', status: 'active', since: 9 });
  });

  const sellers = fc.constantFrom('D1', 'D2', 'D3');
  const lines = fc.constantFrom('*', '饮品', '乳品', '粮油');
  const someSupplies = fc
    .uniqueArray(fc.record({ productLine: lines, sellerId: sellers }), {
      selector: ({ productLine }) => productLine,
    })
    .map((all) => all.map((given) => aSupply(given)));

  it('moves what D1 has of the line and nothing else, one seller a line', () => {
    fc.assert(
      fc.property(someSupplies, lines, lines, (supplies, moved, asked) => {
        const move = { buyerId: 'buyer', productLine: moved, fromId: 'D1', toId: 'D2' };
        const result = moveSupplies(supplies, move, 9);
        const before = supplierOf(supplies, 'buyer', asked).sellerId;
        const now = supplierOf(result, 'buyer', asked).sellerId;
        const isAsked = moved === '*' || moved === asked;

        expect(new Set(result.map(({ productLine }) => productLine)).size).toBe(result.length);
        expect(now).toBe(before === 'D1' && isAsked && hasToGive(supplies, move) ? 'D2' : before);
      }),
    );
  });

  it('is agreed by the same three words in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray<TransferSide>(['from', 'to', 'hq']), (spoken) => {
        const consents = said(...spoken);
        const state = transferState({ consents, effectiveOn: '2026-02-01' }, '2026-01-01');

        expect(state).toBe(spoken.length === 3 ? 'agreed' : 'proposed');
        expect(consentsMissing({ consents }).length + spoken.length).toBe(3);
      }),
    );
  });
});
