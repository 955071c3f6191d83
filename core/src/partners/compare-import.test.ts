import { compareImport, type ImportRow } from './compare-import';
import type { Party, Supply } from './model';
import { aParty, aSupply } from './testing';

const seller = aParty({ id: 'D1', code: 'D1', kind: 'distributor', level: 1 });
const known = aParty({ id: 'S1', code: 'S1', name: '好邻居' });
const row = (given: Partial<ImportRow> = {}): ImportRow => ({
  code: 'S1',
  kind: 'store',
  name: '好邻居',
  channel: 'traditional',
  regionCode: '330106',
  sellerCode: 'D1',
  ...given,
});
const judge = (
  given: Partial<ImportRow>,
  party: Party | undefined = known,
  by: Party | undefined = seller,
  supplies: readonly Supply[] = [aSupply({ buyerId: 'S1', sellerId: 'D1' })],
) => compareImport(row(given), party, by, supplies, { id: 'NEW', at: 7 });

describe('a row of an import', () => {
  it('adds who is not there, a level below its seller', () => {
    const { outcome, party, supply } = compareImport(row({ code: 'S9' }), undefined, seller, [], {
      id: 'NEW',
      at: 7,
    });

    expect(outcome).toBe('added');
    expect(party).toMatchObject({ id: 'NEW', code: 'S9', level: 2, parentId: null, status: 'active' });
    expect(supply).toEqual({ buyerId: 'NEW', productLine: '*', sellerId: 'D1', status: 'active', since: 7 });
  });

  it.each([
    ['says what is there', {}, 'same', null],
    ['gives another name', { name: '新邻居' }, 'changed', null],
    ['adds a product line', { productLine: '饮品' }, 'changed', null],
    ['turns a store into a chain', { kind: 'chain' as const }, 'refused', 'kindDiffers'],
  ])('%s', (_, given, outcome, refusal) => {
    expect(judge(given)).toMatchObject({ outcome, refusal });
  });

  it('moves no store to another seller, sells nothing to itself, and takes no store for a seller', () => {
    const other = aParty({ id: 'D2', code: 'D2', kind: 'distributor' });

    expect(judge({ sellerCode: 'D2' }, known, other).refusal).toBe('sellerDiffers');
    expect(judge({}, known, aParty({ id: 'S2', kind: 'store' })).refusal).toBe('sellerUnknown');
    expect(
      compareImport(row({ code: 'D1', kind: 'distributor' }), seller, seller, [], { id: 'N', at: 0 }).refusal,
    ).toBe('sellsToItself');
  });

  it('leaves alone what it does not speak of', () => {
    const fuller = aParty({
      ...known,
      contactPhone: '13900001000',
      status: 'ordersStopped',
      orderMinimumFen: 500,
    });

    expect(judge({ name: '新邻居' }, fuller).party).toEqual({ ...fuller, name: '新邻居' });
  });
});
