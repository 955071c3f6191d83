import type { Client, InputOf, Contract } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

type GrantInput = InputOf<Contract['territory']['putGrant']>;

forEachEngine('grants', (engine) => {
  let shop: Shop;
  let hq: Client;
  let d1: Client;
  let d2: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [hq, d1, d2] = await Promise.all([shop.as('hq'), shop.as('d1'), shop.as('d2')]);
  });
  afterAll(() => shop.close());

  /** 食品 in a place nobody else speaks of, exclusive from today on. */
  const aGrant = (given: Partial<GrantInput> = {}): GrantInput => ({
    commandId: shop.newId(),
    grantId: shop.newId(),
    expectedVersion: 0,
    sellerId: 'D1',
    name: '食品独家',
    productLine: '食品',
    areas: ['440300'],
    startsOn: shop.today,
    exclusive: true,
    ...given,
  });

  it('are given, seen by HQ and by their distributor, and by nobody else', async () => {
    const { grant, notices } = await hq.territory.putGrant(aGrant({ areas: ['350200'] }));

    expect(notices).toEqual([]);
    expect(grant).toMatchObject({
      sellerName: 'D1 商号',
      areas: [{ code: '350200', name: '福建省厦门市' }],
      exclusive: true,
      version: 1,
    });
    const seenBy = async (client: Client) =>
      (await client.territory.grants({ limit: 100 })).items.map(({ grantId }) => grantId);
    expect(await seenBy(hq)).toContain(grant.grantId);
    expect(await seenBy(d1)).toContain(grant.grantId);
    expect(await seenBy(d2)).not.toContain(grant.grantId);
    expect((await d2.territory.grants({ sellerId: 'D1' })).items).toEqual([]);
    expect((await d2.territory.grants({ sellerId: 'NO-SUCH-THING' })).items).toEqual([]);
  });

  it('come page by page, each once', async () => {
    const all = (await hq.territory.grants({ limit: 100, state: 'all' })).items.map(({ grantId }) => grantId);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await hq.territory.grants({ limit: 2, state: 'all', ...(cursor ? { cursor } : {}) });
      paged.push(...page.items.map(({ grantId }) => grantId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);

    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(3);
  });

  it('that contradict another’s exclusive one are refused, and the refusal says where and how to go on', async () => {
    await hq.territory.putGrant(aGrant({ areas: ['440100'], channels: ['modern', 'convenience'] }));
    const before = await shop.ledger();

    const refusal = await refusalOf(
      hq.territory.putGrant(
        aGrant({ sellerId: 'D2', areas: ['440106'], channels: ['convenience', 'catering'] }),
      ),
    );

    expect([refusal.status, refusal.code]).toEqual([409, 'territory.conflict']);
    expect(refusal.problem.detail).toContain('D1 商号');
    expect(refusal.problem.detail).toContain('食品独家');
    expect(refusal.problem.detail).toContain('广东省广州市天河区');
    expect(refusal.problem.detail).toContain('产品线「食品」');
    expect(refusal.problem.detail).toContain('渠道 便利');
    expect(refusal.problem.detail).toContain(shop.today);
    expect(refusal.problem.detail).toContain('改为其余地区');
    expect(await shop.ledger()).toEqual(before);
  });

  it('are looked at before they are saved: what contradicts comes first, and nothing is written', async () => {
    await hq.territory.putGrant(aGrant({ name: '商超独家', areas: ['120101'], channels: ['modern'] }));
    await hq.territory.putGrant(
      aGrant({ name: '餐饮共营', areas: ['120101'], channels: ['catering'], exclusive: false }),
    );
    const before = await shop.ledger();
    const { commandId: _, ...asked } = aGrant({ sellerId: 'D2', areas: ['120100'] });

    const { items } = await hq.territory.previewGrant(asked);

    expect(items.map(({ kind, grantName }) => [kind, grantName])).toEqual([
      ['conflict', '商超独家'],
      ['shutsOut', '餐饮共营'],
    ]);
    expect(items[0]?.message).toContain('天津市和平区');
    expect(items[0]?.remedy).toContain('改为其余地区');
    expect(await shop.ledger()).toEqual(before);
    expect(await codeOf(hq.territory.previewGrant({ ...asked, areas: [] }))).toBe('territory.grantEmpty');
  });

  it('are on the map by division: all of them for HQ, its own for a distributor', async () => {
    await hq.territory.putGrant(aGrant({ areas: ['530102'], channels: ['modern'] }));
    await hq.territory.putGrant(aGrant({ sellerId: 'D2', areas: ['530103'], exclusive: false }));
    const shown = async (client: Client, given: Parameters<Client['territory']['holders']>[0]) =>
      (await client.territory.holders(given)).items
        .filter(({ holders }) => holders.length > 0)
        .map(({ name, holders }) => [name, holders.map(({ sellerId, share }) => `${sellerId} ${share}`)]);

    expect(await shown(hq, { parent: '530000' })).toEqual([['昆明市', ['D1 part', 'D2 part']]]);
    expect(await shown(hq, { parent: '530100', channel: 'catering' })).toEqual([['盘龙区', ['D2 whole']]]);
    expect(await shown(hq, { parent: '530100', productLine: '饮品' })).toEqual([]);
    expect(await shown(d1, { parent: '530100' })).toEqual([['五华区', ['D1 whole']]]);
    expect(await shown(d1, { parent: '530100', sellerId: 'D2' })).toEqual([]);
  });

  it('are found by where they hold, over a place and within it, and by line, channel and day', async () => {
    const { grantId } = aGrant();
    await hq.territory.putGrant(aGrant({ grantId, areas: ['540100'], channels: ['modern'] }));
    const isFound = async (given: Parameters<Client['territory']['grants']>[0]) =>
      (await hq.territory.grants({ limit: 100, ...given })).items.some((one) => one.grantId === grantId);

    expect(await isFound({ area: '540000' })).toBe(true);
    expect(await isFound({ area: '540102' })).toBe(true);
    expect(await isFound({ area: '540200' })).toBe(false);
    expect(await isFound({ area: '540100', productLine: '饮品' })).toBe(false);
    expect(await isFound({ area: '540100', channel: 'modern', productLine: '食品', on: shop.today })).toBe(
      true,
    );
    expect(await isFound({ area: '540100', channel: 'catering' })).toBe(false);
    expect(await isFound({ area: '540100', on: '2020-01-01' })).toBe(false);
  });

  it('speak of the product lines there are goods of', async () => {
    expect((await d1.territory.productLines({})).items).toContain('饮品');
  });

  it('that are one another’s remainder, or not both exclusive, are saved and the overlap is told', async () => {
    await hq.territory.putGrant(aGrant({ areas: ['440306'] }));
    const rest = await hq.territory.putGrant(
      aGrant({ sellerId: 'D2', areas: [], remainderAreas: ['440300'] }),
    );
    const shared = await hq.territory.putGrant(
      aGrant({ sellerId: 'D2', areas: ['440306'], exclusive: false }),
    );

    expect(rest.notices).toEqual([]);
    expect(shared.notices.join()).toContain('对方为独家');
  });

  it('that name a SKU of the other’s line contradict it; the catalogue tells which line that is', async () => {
    await hq.territory.putGrant(aGrant({ productLine: '饮品', areas: ['320100'] }));
    const named = { sellerId: 'D2', productLine: '', includedSkuIds: ['WATER'], areas: ['320102'] };

    expect(await codeOf(hq.territory.putGrant(aGrant(named)))).toBe('territory.conflict');
    await hq.territory.putGrant(aGrant({ productLine: '食品', areas: ['320500'] }));
    expect(await outcomeOf(hq.territory.putGrant(aGrant({ ...named, areas: ['320506'] })))).toBe('ok');
  });

  it('of two managers who contradict each other at once, one is saved', async () => {
    const neighbour = await shop.openNeighbour();
    const other = await neighbour.as('hq');
    for (const areas of [['510100'], ['500103'], ['420100']]) {
      const outcomes = await Promise.all([
        outcomeOf(hq.territory.putGrant(aGrant({ areas }))),
        outcomeOf(other.territory.putGrant(aGrant({ sellerId: 'D2', areas }))),
      ]);

      expect(outcomes.sort()).toEqual(['ok', 'territory.conflict']);
    }
  });

  it('are changed by whoever saw their last version, and a command said twice changes them once', async () => {
    const first = aGrant({ areas: ['610100'] });
    await hq.territory.putGrant(first);
    const change = aGrant({ ...first, commandId: shop.newId(), areas: ['610102'], expectedVersion: 1 });

    const changed = await hq.territory.putGrant(change);
    expect(changed.grant).toMatchObject({ version: 2, areas: [{ code: '610102' }] });
    expect((await hq.territory.putGrant(change)).grant.version).toBe(2);
    expect(await codeOf(hq.territory.putGrant({ ...change, name: '改' }))).toBe('command.idReused');
    expect(await codeOf(hq.territory.putGrant({ ...change, commandId: shop.newId() }))).toBe(
      'territory.grantChanged',
    );
    expect(
      await codeOf(
        hq.territory.putGrant({ ...change, commandId: shop.newId(), sellerId: 'D2', expectedVersion: 2 }),
      ),
    ).toBe('territory.grantUnknown');
    // The old place is free again.
    expect(await outcomeOf(hq.territory.putGrant(aGrant({ sellerId: 'D2', areas: ['610103'] })))).toBe('ok');
  });

  it('end on a day that is not past, and leave the place to others from then on', async () => {
    const given = aGrant({ areas: ['210200'] });
    await hq.territory.putGrant(given);
    const end = (endsOn: string, expectedVersion = 1) =>
      hq.territory.endGrant({ grantId: given.grantId, commandId: shop.newId(), endsOn, expectedVersion });

    expect(await codeOf(end('2026-11-21'))).toBe('territory.endInvalid');
    expect(await codeOf(end('2026-12-01', 7))).toBe('territory.grantChanged');
    expect(await end('2026-12-01')).toMatchObject({ endsOn: '2026-12-01', version: 2 });
    expect(await codeOf(end('2026-12-02', 2))).toBe('territory.endInvalid');
    const next = (startsOn: string) => aGrant({ sellerId: 'D2', areas: ['210200'], startsOn });
    expect(await codeOf(hq.territory.putGrant(next('2026-11-30')))).toBe('territory.conflict');
    expect(await outcomeOf(hq.territory.putGrant(next('2026-12-01')))).toBe('ok');
  });

  it.each<[string, Partial<GrantInput>, string]>([
    ['an area there is not', { areas: ['999999'] }, 'territory.areaUnknown'],
    ['a town there is not', { areas: ['330106999'] }, 'territory.areaUnknown'],
    ['no area', { areas: [] }, 'territory.grantEmpty'],
    ['no goods', { productLine: '' }, 'territory.grantEmpty'],
    ['a SKU there is not', { includedSkuIds: ['NO-SUCH-THING'] }, 'territory.skuUnknown'],
    ['an end before its start', { startsOn: '2026-12-02', endsOn: '2026-12-01' }, 'territory.daysReversed'],
    ['a store as its seller', { sellerId: 'S1' }, 'territory.sellerUnknown'],
    ['a seller there is not', { sellerId: 'NO-SUCH-THING' }, 'territory.sellerUnknown'],
    ['a version of what there is not', { expectedVersion: 3 }, 'territory.grantUnknown'],
  ])('with %s are refused and leave nothing behind', async (_fault, given, code) => {
    const before = await shop.ledger();

    expect(await codeOf(hq.territory.putGrant(aGrant(given)))).toBe(code);
    expect(await shop.ledger()).toEqual(before);
  });

  it('of a temporary kind end, say why and may be capped', async () => {
    const { exclusive: _, ...permit } = aGrant({ productLine: '饮品', areas: ['330800'] });
    const put = { ...permit, endsOn: '2026-12-22', reason: '展销会', quantityCap: 120 };

    const { grant } = await hq.territory.putPermit(put);

    expect(grant).toMatchObject({ kind: 'temporary', quantityCap: 120, usedQuantity: 0, reason: '展销会' });
    expect((await d1.territory.grants({ kind: 'temporary' })).items.map(({ grantId }) => grantId)).toContain(
      grant.grantId,
    );
  });

  endsWithBooks(() => shop);
});
