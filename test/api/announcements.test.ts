import type { Client } from '@tongpan/bff';
import { announcementKeptDays, dayMs, openAnnouncementsAtMost } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { anAnnouncementOf, type AnnouncementInput } from './an-announcement';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';
import { aPromotionOf } from './promotion-inputs';

afterAll(removePlaces);

const hour = 3_600_000;

forEachEngine('announcements', (engine) => {
  let shop: Shop;
  let headquarters: Client;
  let d1: Client;
  let d2: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [headquarters, d1, d2] = (await Promise.all(['hq', 'd1', 'd2'].map(shop.as))) as [Client, Client, Client];
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const inHours = (hours: number) => new Date(shop.core.clock.now() + hours * hour).toISOString();
  const publish = async (publisher: Client, given: Partial<AnnouncementInput> = {}) => {
    const input = anAnnouncementOf(shop, given);
    const { announcementId } = await publisher.announcements.put(input);
    await publisher.announcements.publish({ ...said(), announcementId, expectedVersion: 1 });
    return announcementId;
  };
  const stop = (publisher: Client, announcementId: string, expectedVersion = 2) =>
    publisher.announcements.stop({ ...said(), announcementId, expectedVersion });
  /** Which of the readers are shown an announcement; what is not on the list is not there either. */
  const readersOf = async (announcementId: string, names = ['s1', 's3', 's5', 'd1', 'd2', 'hq']) => {
    const shown: string[] = [];
    for (const name of names) {
      const reader = await shop.as(name);
      const { items } = await reader.announcements.shown({});
      const isListed = items.some((one) => one.announcementId === announcementId);
      if (isListed) {
        shown.push(name);
        expect(await reader.announcements.one({ announcementId })).toMatchObject({ announcementId });
      } else expect(await codeOf(reader.announcements.one({ announcementId }))).toBe('announcements.unknown');
    }
    return shown;
  };

  it('are shown from the moment they are published, with their line breaks, until they are stopped', async () => {
    const input = anAnnouncementOf(shop, { audience: { parties: 'all', regions: [] }, isPinned: true });
    const { announcementId } = input;
    expect(await headquarters.announcements.put(input)).toMatchObject({ standing: 'draft', version: 1 });
    expect(await readersOf(announcementId)).toEqual([]);

    const answer = await headquarters.announcements.publish({
      ...said(),
      announcementId,
      expectedVersion: 1,
    });
    expect(answer).toMatchObject({ standing: 'shown', version: 2 });
    expect(await readersOf(announcementId)).toEqual(['s1', 's3', 's5', 'd1', 'd2']);
    const store = await shop.as('s1');
    expect(await store.announcements.one({ announcementId })).toMatchObject({
      version: 2,
      title: '春节发货安排',
      body: '除夕至初六停发。\n初七恢复。',
      publisherName: 'HQ 商号',
      isPinned: true,
      link: null,
    });

    expect(await stop(headquarters, announcementId)).toMatchObject({ standing: 'over', version: 3 });
    expect(await readersOf(announcementId)).toEqual([]);
  });

  it('are for stores, for distributors, or for a region', async () => {
    const to = (parties: 'all' | 'stores' | 'distributors', ...regions: string[]) =>
      publish(headquarters, { audience: { parties, regions } });

    expect(await readersOf(await to('stores'))).toEqual(['s1', 's3', 's5']);
    expect(await readersOf(await to('distributors'))).toEqual(['d1', 'd2']);
    expect(await readersOf(await to('all', '3302'))).toEqual(['s3', 's5', 'd2']);
    expect(await readersOf(await to('stores', '330106', '31'))).toEqual(['s1']);
  });

  it('of a distributor reach its own stores alone', async () => {
    expect(await readersOf(await publish(d1))).toEqual(['s1', 's3']);
    expect(await readersOf(await publish(d2))).toEqual(['s5']);
    const toAll = anAnnouncementOf(shop, { audience: { parties: 'all', regions: [] } });
    expect(await codeOf(d1.announcements.put(toAll))).toBe('announcements.audienceWrong');
  });

  it('begin and end by themselves, and stand in order', async () => {
    const store = await shop.openStore({ id: 'AN-STORE', supplierId: 'D2', regionCode: '330203' });
    const listed = async () => (await store.announcements.shown({})).items.map(({ title }) => title);
    for (const { announcementId, version } of (await headquarters.announcements.own({ standing: 'shown' }))
      .items)
      await stop(headquarters, announcementId, version);
    for (const { announcementId, version } of (await d2.announcements.own({ standing: 'shown' })).items)
      await stop(d2, announcementId, version);
    expect(await listed()).toEqual([]);

    const regions = ['3302'];
    const audience = { parties: 'stores' as const, regions };
    await publish(headquarters, { title: '旧', audience, startsAt: inHours(-2), endsAt: inHours(30) });
    await publish(d2, { title: '新', audience, startsAt: inHours(-1), endsAt: inHours(5) });
    await publish(headquarters, {
      title: '置顶',
      audience,
      isPinned: true,
      startsAt: inHours(-3),
      endsAt: inHours(30),
    });
    await publish(d2, { title: '将来', audience, startsAt: inHours(3), endsAt: inHours(30) });
    expect(await listed()).toEqual(['置顶', '新', '旧']);
    const waiting = await d2.announcements.own({ standing: 'waiting' });
    expect(waiting.items).toMatchObject([{ title: '将来', standing: 'waiting' }]);

    shop.passTime(4 * hour);
    expect(await listed()).toEqual(['置顶', '将来', '新', '旧']);
    shop.passTime(2 * hour);
    expect(await listed()).toEqual(['置顶', '将来', '旧']);
    const over = await d2.announcements.own({ standing: 'over' });
    expect(over.items.map(({ title }) => title)).toContain('新');
  });

  it('change by versions, each of which is kept; a repeat changes nothing', async () => {
    const announcementId = await publish(d1, { title: '一' });
    const change = anAnnouncementOf(shop, { announcementId, expectedVersion: 2, title: '二' });
    const answer = await d1.announcements.put(change);
    expect(answer).toMatchObject({ version: 3, title: '二', standing: 'shown' });
    expect(await d1.announcements.put(change)).toEqual(answer);
    expect(await codeOf(d1.announcements.put({ ...change, title: '三' }))).toBe('command.idReused');
    expect(await codeOf(d1.announcements.put({ ...change, ...said() }))).toBe('announcements.versionChanged');
    expect(await codeOf(stop(d1, announcementId, 2))).toBe('announcements.versionChanged');

    const store = await shop.as('s1');
    expect(await store.announcements.one({ announcementId })).toMatchObject({ title: '二', version: 3 });
    const { versions } = await d1.announcements.ownOne({ announcementId });
    expect(versions.map(({ version, title, standing }) => [version, title, standing])).toEqual([
      [3, '二', 'shown'],
      [2, '一', 'shown'],
      [1, '一', 'draft'],
    ]);

    await stop(d1, announcementId, 3);
    const late = { ...change, ...said(), expectedVersion: 4 };
    expect(await codeOf(d1.announcements.put(late))).toBe('announcements.over');
    expect(await codeOf(stop(d1, announcementId, 4))).toBe('announcements.over');
  });

  it('changed by two at once are changed by one of them', async () => {
    const announcementId = await publish(d1);
    const change = (title: string) =>
      d1.announcements.put(anAnnouncementOf(shop, { announcementId, expectedVersion: 2, title }));
    const outcomes = await Promise.allSettled([change('甲'), change('乙')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { announcement, versions } = await d1.announcements.ownOne({ announcementId });
    expect(announcement.version).toBe(3);
    expect(versions).toHaveLength(3);
  });

  it('are nobody’s but their publisher’s', async () => {
    const announcementId = await publish(d1);
    const change = anAnnouncementOf(shop, { announcementId, expectedVersion: 2 });
    for (const other of [d2, headquarters]) {
      expect(await codeOf(other.announcements.ownOne({ announcementId }))).toBe('announcements.unknown');
      expect(await codeOf(stop(other, announcementId))).toBe('announcements.unknown');
      const { items } = await other.announcements.own({ limit: 100 });
      expect(items.map((one) => one.announcementId)).not.toContain(announcementId);
    }
    expect(await codeOf(d2.announcements.put(change))).toBe('announcements.unknown');
    const taken = anAnnouncementOf(shop, { announcementId });
    expect(await codeOf(d2.announcements.put(taken))).toBe('announcements.versionChanged');
    expect((await d1.announcements.ownOne({ announcementId })).announcement.version).toBe(2);
  });

  it('lead to goods there are and to promotions of their publisher, and of those only its customers', async () => {
    const promotionOf = async (seller: Client, sellerId: string) => {
      const promotionId = shop.newId();
      const promotion = aPromotionOf(sellerId, { promotionId, kind: 'thresholdOff' });
      await seller.promotions.put({ ...said(), expectedVersion: 0, promotion });
      await seller.promotions.publish({ ...said(), promotionId, expectedVersion: 1 });
      return promotionId;
    };
    const linkSeenBy = async (name: string, announcementId: string) =>
      (await (await shop.as(name)).announcements.one({ announcementId })).link;

    const goods = { kind: 'goods', id: 'WATER' } as const;
    expect(await linkSeenBy('s1', await publish(d1, { link: goods }))).toEqual(goods);
    const ofD1 = { kind: 'promotion', id: await promotionOf(d1, 'D1') } as const;
    expect(await linkSeenBy('s1', await publish(d1, { link: ofD1 }))).toEqual(ofD1);
    const ofHq = { kind: 'promotion', id: await promotionOf(headquarters, 'HQ') } as const;
    const fromHq = await publish(headquarters, {
      link: ofHq,
      audience: { parties: 'all', regions: [] },
    });
    expect(await linkSeenBy('d1', fromHq)).toEqual(ofHq);
    expect(await linkSeenBy('s1', fromHq)).toBeNull();

    for (const link of [{ kind: 'goods', id: 'NO-SUCH' } as const, ofHq]) {
      expect(await codeOf(d1.announcements.put(anAnnouncementOf(shop, { link })))).toBe(
        'announcements.linkUnknown',
      );
    }
  });

  it('have a time that makes sense, and are not too many at once', async () => {
    const refused = (given: Partial<AnnouncementInput>) =>
      codeOf(d2.announcements.put(anAnnouncementOf(shop, given)));
    expect(await refused({ endsAt: inHours(-1) })).toBe('announcements.windowWrong');
    expect(await refused({ startsAt: inHours(-2), endsAt: inHours(-1) })).toBe('announcements.windowOver');
    expect(await refused({ endsAt: inHours(24 * 400) })).toBe('announcements.windowWrong');
    expect(await refused({ title: ' ' })).toBe('request.invalid');

    const open = async () => {
      const { items } = await d2.announcements.own({ limit: 100 });
      return items.filter(({ standing }) => standing !== 'over');
    };
    for (let left = openAnnouncementsAtMost - (await open()).length; left > 0; left -= 1)
      await d2.announcements.put(anAnnouncementOf(shop));
    expect(await refused({})).toBe('announcements.tooMany');
    const [one] = await open();
    await stop(d2, one!.announcementId, one!.version);
    await d2.announcements.put(anAnnouncementOf(shop));
  });

  it('are read by pages', async () => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await d2.announcements.own({ limit: 7, cursor: cursor ?? undefined });
      seen.push(...page.items.map(({ announcementId }) => announcementId));
      cursor = page.nextCursor;
    } while (cursor);
    const { items } = await d2.announcements.own({ limit: 100 });
    expect(seen).toEqual(items.map(({ announcementId }) => announcementId));
    expect(seen.length).toBeGreaterThan(7);
  });

  it('are forgotten long after they are over, with their versions', async () => {
    const announcementId = await publish(d1, { endsAt: inHours(1) });
    const [job] = [shop.core.announcements.purgeJob()];
    const run = () => job.run({ log: { info: () => undefined } } as unknown as Parameters<typeof job.run>[0]);
    const kept = async () =>
      (await d1.announcements.own({ limit: 100 })).items.some((one) => one.announcementId === announcementId);
    await run();
    expect(await kept()).toBe(true);
    await shop.run('UPDATE announcement SET endsAt = ? WHERE id = ?', [
      shop.core.clock.now() - announcementKeptDays * dayMs - 1,
      announcementId,
    ]);
    await run();
    expect(await kept()).toBe(false);
    const [left] = await shop.rows<{ count: number }>(
      'SELECT COUNT(*) AS count FROM announcementVersion WHERE announcementId = ?',
      [announcementId],
    );
    expect(left?.count).toBe(0);
  });

  endsWithBooks(() => shop);
});
