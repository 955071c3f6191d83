import { type ImportRow, upsertParties } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('partners put in as a set', (engine) => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const put = (rows: readonly ImportRow[]) =>
    shop.core.database.transaction((tx) => upsertParties(tx, shop.newId, rows, shop.core.clock.now()));
  const row = (code: string, more: Partial<ImportRow> = {}): ImportRow => ({
    code,
    kind: 'store',
    name: `${code} 店`,
    channel: 'traditional',
    regionCode: '330106',
    sellerCode: 'D1',
    address: { receiver: '孙老板', phone: '13500001111', regionCode: '330106', detail: '学院路 1 号' },
    ...more,
  });
  const outcomes = async (rows: readonly ImportRow[]) =>
    (await put(rows)).map(({ code, outcome, refusal }) => [code, refusal ?? outcome]);

  it('adds, finds the same, and changes, row by row', async () => {
    expect(await outcomes([row('N1'), row('N2')])).toEqual([
      ['N1', 'added'],
      ['N2', 'added'],
    ]);
    expect(await outcomes([row('N1'), row('N2', { name: '新名字' }), row('N3')])).toEqual([
      ['N1', 'same'],
      ['N2', 'changed'],
      ['N3', 'added'],
    ]);

    const parties = await shop.rows<{ code: string; name: string }>(
      `SELECT code, name FROM party WHERE code IN ('N1', 'N2', 'N3') ORDER BY code`,
    );
    expect(parties.map(({ name }) => name)).toEqual(['N1 店', '新名字', 'N3 店']);
    const customers = await (await shop.as('d1')).partners.parties({ q: '新名字' });
    expect(customers.items).toHaveLength(1);
  });

  it('puts a distributor in and its stores below it, in one go', async () => {
    const answers = await put([
      row('ND', { kind: 'distributor', sellerCode: 'HQ' }),
      row('NS', { sellerCode: 'ND' }),
      row('NS', { sellerCode: 'D2', productLine: '乳品' }),
    ]);

    expect(answers.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'changed']);
    const hq = await shop.as('hq');
    const store = await hq.partners.get({ partyId: answers[1]?.partyId ?? '' });
    expect(store).toMatchObject({ code: 'NS', level: 2 });
    expect(
      await shop.rows('SELECT productLine, sellerId FROM supply WHERE buyerId = ? ORDER BY productLine', [
        store.partyId,
      ]),
    ).toEqual([
      { productLine: '*', sellerId: answers[0]?.partyId },
      { productLine: '乳品', sellerId: 'D2' },
    ]);
  });

  it('refuses what makes no sense and leaves its neighbours alone', async () => {
    expect(
      await outcomes([
        row('R1'),
        row('R1'),
        row('R2', { sellerCode: 'NOBODY' }),
        row('R3', { sellerCode: 'S1' }),
        row('S5', { sellerCode: 'D1' }),
        row('D1', { kind: 'distributor', sellerCode: 'D1' }),
        row('S2', { kind: 'chain' }),
        row('R4'),
      ]),
    ).toEqual([
      ['R1', 'added'],
      ['R1', 'codeTwice'],
      ['R2', 'sellerUnknown'],
      ['R3', 'sellerUnknown'],
      ['S5', 'sellerDiffers'],
      ['D1', 'sellsToItself'],
      ['S2', 'kindDiffers'],
      ['R4', 'added'],
    ]);
  });

  it('keeps the people, the standing and the addresses of who was there', async () => {
    const store = await shop.openStore({ id: 'OLD' });
    await outcomes([row('OLD', { name: '老店新名', contactPhone: '13500002222' })]);

    expect((await store.auth.me({})).party.name).toBe('老店新名');
    expect((await store.partners.addresses({})).items.map(({ addressId }) => addressId)).toEqual(['A-OLD']);
    await outcomes([row('S4')]);
    expect(await codeOf(shop.logIn('s4'))).toBe('auth.suspended');
  });

  it('takes a thousand rows in a handful of statements, twice the same', async () => {
    const rows = Array.from({ length: 1_000 }, (_, at) => row(`M${at}`));

    expect(new Set((await put(rows)).map(({ outcome }) => outcome))).toEqual(new Set(['added']));
    expect(new Set((await put(rows)).map(({ outcome }) => outcome))).toEqual(new Set(['same']));
  });

  endsWithBooks(() => shop);
});
