import type { Client } from '@tongpan/bff';
import { openCore } from '@tongpan/core';
import { eventually } from '../engines/eventually';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { draftSale, openSale } from './flash-company';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('flash sales', (engine) => {
  let shop: Shop;
  let buyer: Client;
  let other: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    buyer = await shop.openStore({ id: 'H1' });
    other = await shop.openStore({ id: 'H2', channel: 'catering' });
  });
  afterAll(() => shop.close());

  const publish = (seller: Client, activityId: string, expectedVersion: number) =>
    seller.flash.publish({ commandId: shop.newId(), activityId, expectedVersion });
  const inHall = async (client: Client, activityId: string) =>
    (await client.flash.hall({})).items.find((item) => item.activityId === activityId);

  describe('of a seller', () => {
    it('are drafts until they are published, and set nothing aside before', async () => {
      const { seller, activity, skuId } = await draftSale(shop, { activityId: 'DRAFT' });
      expect(activity).toMatchObject({ phase: 'draft', version: 1, sold: 0, free: null });
      expect(await inHall(buyer, 'DRAFT')).toBeUndefined();

      const changed = await seller.flash.edit({
        commandId: shop.newId(),
        activityId: 'DRAFT',
        expectedVersion: 1,
        skuId,
        title: '改名',
        unitPriceE4: 88_000,
        quota: 20,
        perBuyer: 3,
        startsAt: activity.startsAt,
        endsAt: activity.endsAt,
      });
      expect(changed.activity).toMatchObject({ title: '改名', quota: 20, version: 2 });
      expect(await codeOf(publish(seller, 'DRAFT', 1))).toBe('flash.versionStale');

      const published = await publish(seller, 'DRAFT', 2);
      expect(published.activity).toMatchObject({ phase: 'open', version: 3 });
      expect(await codeOf(publish(seller, 'DRAFT', 3))).toBe('flash.stateForbids');
    });

    it('are refused when there is not enough, and then nothing is set aside', async () => {
      const { seller, activity, skuId } = await draftSale(shop, {
        activityId: 'SHORT',
        quota: 30,
        onHand: 29,
      });

      const refused = publish(seller, 'SHORT', activity.version);

      await expect(refused).rejects.toMatchObject({ code: 'flash.stockShort' });
      expect(await shop.rows('SELECT reserved FROM lot WHERE skuId = ?', [skuId])).toEqual([{ reserved: 0 }]);
    });

    it.each([
      ['that end before they start', { endsAt: '2026-11-01T00:00:00Z' }],
      ['that give one buyer more than there is', { perBuyer: 11 }],
    ])('%s are refused', async (_, draft) => {
      const refused = draftSale(shop, { activityId: `BAD-${shop.newId().slice(-6)}`, ...draft });

      await expect(refused).rejects.toMatchObject({ code: 'flash.termsInvalid' });
    });

    it('are listed, the last to begin first, and are nobody else’s but HQ’s', async () => {
      await draftSale(shop, { activityId: 'LISTED' });
      const [d1, d2, hq] = (await Promise.all(['d1', 'd2', 'hq'].map(shop.as))) as [Client, Client, Client];

      expect((await d1.flash.activities({})).items.map(({ activityId }) => activityId)).toContain('LISTED');
      expect((await d2.flash.activities({ sellerId: 'D1' })).items).toEqual([]);
      expect((await hq.flash.activities({ sellerId: 'D1', limit: 1 })).nextCursor).not.toBeNull();
      expect(await codeOf(d2.flash.activity({ activityId: 'LISTED' }))).toBe('flash.unknown');
      const stop = { commandId: shop.newId(), activityId: 'LISTED' };
      expect(await codeOf(d2.flash.stop(stop))).toBe('flash.unknown');
    });

    it('give their leftover back when they are over, once', async () => {
      const sale = await openSale(shop, { activityId: 'SETTLE' });
      await sale.order(buyer, await sale.win(buyer));
      await sale.grab(other);
      const settle = { commandId: shop.newId(), activityId: 'SETTLE' };
      expect(await codeOf(sale.seller.flash.settle(settle))).toBe('flash.stillRuns');

      // An hour passes.
      await shop.run('UPDATE flashActivity SET startsAt = 0, endsAt = 1 WHERE id = ?', ['SETTLE']);
      await shop.core.flash.tend();

      expect(await sale.counts()).toEqual({ sold: 1, held: null, free: null, released: 9 });
      expect(await sale.lot()).toEqual({ onHand: 100, reserved: 1 });
      expect((await sale.seller.flash.activity({ activityId: 'SETTLE' })).activity).toMatchObject({
        phase: 'settled',
        attempts: 2,
      });
      await shop.core.flash.tend();
      expect(await sale.lot()).toEqual({ onHand: 100, reserved: 1 });
    });
  });

  describe('in the hall', () => {
    it('carry the time to count down by, the state and what is left', async () => {
      const now = shop.core.clock.now();
      const startsAt = new Date(now + 3_600_000).toISOString();
      const { seller, activity } = await draftSale(shop, {
        activityId: 'LATER',
        startsAt,
        endsAt: new Date(now + 7_200_000).toISOString(),
      });
      await publish(seller, 'LATER', activity.version);

      const { serverTime, items } = await buyer.flash.hall({});

      expect(Math.abs(Date.parse(serverTime) - shop.core.clock.now())).toBeLessThan(1_000);
      expect(items.find(({ activityId }) => activityId === 'LATER')).toMatchObject({
        phase: 'planned',
        startsAt,
        unitPriceE4: 99_000,
        quota: 10,
        perBuyer: 2,
        sellerName: 'D1 商号',
        leftTenths: null,
        mayComeBack: false,
      });
    });

    it('are those of my suppliers, for buyers like me', async () => {
      await openSale(shop, { activityId: 'CATERING', audience: { channels: ['catering'] } });

      expect(await inHall(other, 'CATERING')).toBeDefined();
      expect(await inHall(buyer, 'CATERING')).toBeUndefined();
      expect(await inHall(await shop.as('s5'), 'CATERING')).toBeUndefined();
    });

    it('say what is left in tenths, and that what is held may come back', async () => {
      const sale = await openSale(shop, { activityId: 'LEFT', quota: 3 });
      await sale.win(buyer, 2);
      expect(await inHall(other, 'LEFT')).toMatchObject({ leftTenths: 4, mayComeBack: false });

      await sale.win(other);

      expect(await inHall(other, 'LEFT')).toMatchObject({ leftTenths: 0, mayComeBack: true });
      expect(await sale.grab(buyer, 1)).toMatchObject({ outcome: 'capped', token: null });
      expect(await sale.grab(other, 1)).toMatchObject({ outcome: 'lost', mayComeBack: true });
    });
  });

  describe('at the gate', () => {
    it('give who may not take part no token, and the unit stays', async () => {
      const sale = await openSale(shop, { activityId: 'NOT-FOR', audience: { buyers: ['H1'] } });
      const stranger = await shop.as('s5');

      expect((await sale.grab(other)).outcome).toBe('notForYou');
      expect((await sale.grab(other)).outcome).toBe('notForYou');
      expect((await sale.grab(stranger)).outcome).toBe('notForYou');

      expect(await sale.counts()).toMatchObject({ held: 0, free: 10 });
      expect((await sale.grab(buyer)).outcome).toBe('token');
    });

    it('answer the same request the same, and the tokens I hold with the time they run', async () => {
      const sale = await openSale(shop, { activityId: 'SAME', tokenSeconds: 60 });
      const first = await sale.grab(buyer, 2, 'SAME-1');
      const again = await sale.grab(buyer, 2, 'SAME-1');

      expect({ ...again, serverTime: '' }).toEqual({ ...first, serverTime: '' });
      const { items } = await buyer.flash.tokens({});
      const mine = items.filter(({ activity }) => activity.activityId === 'SAME');
      expect(mine).toMatchObject([{ token: first.token, quantity: 2, isOrdering: false }]);
      expect(mine[0]?.secondsLeft).toBeGreaterThan(50);
      expect(mine[0]?.secondsLeft).toBeLessThanOrEqual(60);
      await sale.order(buyer, first.token ?? '', 2);
      const left = (await buyer.flash.tokens({})).items;
      expect(left.filter(({ activity }) => activity.activityId === 'SAME')).toEqual([]);
    });

    it('flow back when a token’s time is over', async () => {
      const sale = await openSale(shop, { activityId: 'FLOW', quota: 1, tokenSeconds: 1 });
      const late = await sale.win(buyer);
      expect((await sale.grab(other)).outcome).toBe('lost');

      await eventually(
        'the unit is to be had again',
        async () => (await sale.grab(other)).outcome === 'token',
      );

      expect(await codeOf(sale.order(buyer, late))).toBe('flash.tokenGone');
    });

    it('are built again when Redis has forgotten them, by who asks, and sell the rest', async () => {
      const sale = await openSale(shop, { activityId: 'FORGOT', quota: 3 });
      await sale.order(buyer, await sale.win(buyer, 2), 2);
      await shop.core.coordination.gates.forget('FORGOT');

      expect((await sale.grab(other)).outcome).toBe('notWarm');

      await eventually('the gate stands', async () => (await sale.grab(other)).outcome === 'token');
      expect(await sale.counts()).toEqual({ sold: 2, held: 1, free: 0, released: 0 });
      expect((await sale.grab(buyer)).outcome).toBe('capped');
    });

    it('are put right each minute when they count wrong, with an alarm in the log', async () => {
      const sale = await openSale(shop, { activityId: 'WRONG' });
      const before = shop.complaints.length;
      await shop.core.coordination.gates.confirm('WRONG', { token: 'NOBODYS', buyerId: 'H9', quantity: 4 });
      expect(await sale.counts()).toMatchObject({ free: 6 });

      expect(await shop.core.flash.check()).toContain('WRONG');

      expect(shop.complaints.splice(before).join()).toContain('a flash sale does not balance');
      expect(await sale.counts()).toEqual({ sold: 0, held: 0, free: 10, released: 0 });
      expect(await shop.core.flash.check()).not.toContain('WRONG');
    });

    it('void a token whose order never answered, so that an order that comes later is refused', async () => {
      const sale = await openSale(shop, { activityId: 'VOID' });
      const token = await sale.win(buyer);
      const { gates } = shop.core.coordination;
      const own = token.split('.')[1] ?? '';
      await gates.redeem('VOID', { token: own, buyerId: 'H1', orderId: 'DIED', leaseMs: 1 });

      await eventually('the unit came back', async () => {
        await shop.core.flash.tend();
        return (await sale.counts()).free === 10;
      });

      expect(await codeOf(sale.order(buyer, token))).toBe('flash.tokenGone');
      expect(await shop.rows("SELECT state FROM flashSale WHERE activityId = 'VOID'")).toEqual([
        { state: 'void' },
      ]);
    });

    it('keep how a winner came to its token, for the risk desk', async () => {
      const sale = await openSale(shop, { activityId: 'TIMING', quota: 1, tokenSeconds: 1 });
      await sale.win(other);
      expect((await sale.grab(buyer)).outcome).toBe('lost');
      await eventually('a token', async () => (await sale.grab(buyer)).outcome === 'token');
      const { items } = await buyer.flash.tokens({});
      const held = items.find(({ activity }) => activity.activityId === 'TIMING');
      await sale.order(buyer, held?.token ?? '');

      const [row] = await shop.rows<{ attempts: number; grabbedAt: number; at: number }>(
        "SELECT attempts, grabbedAt, at FROM flashSale WHERE activityId = 'TIMING'",
      );
      expect(row?.attempts).toBeGreaterThan(1);
      expect(row?.at).toBeGreaterThanOrEqual(row?.grabbedAt ?? Infinity);
    });
  });

  endsWithBooks(() => shop);
});

forEachEngine('a challenge before a grab', (engine) => {
  it('is asked until it is answered, and the gate hears of nobody before', async () => {
    const place = await engine.makePlace();
    const core = await openCore(
      { ...place, sessionDays: 1 },
      { challenge: (_caller, { answer }) => (answer === '7' ? null : '3 + 4 = ?') },
    );
    const grab = (challengeAnswer?: string) =>
      core.flash.grab(
        {
          userId: 'U',
          userName: '',
          partyId: 'S',
          partyKind: 'store',
          roles: [],
          sessionId: '',
          channel: 'h5',
          deviceId: '',
          ip: '',
          at: core.clock.now(),
        },
        { activityId: 'NONE', requestId: 'R', quantity: 1, challengeAnswer },
      );

    expect(await grab()).toMatchObject({ outcome: 'challenge', challenge: '3 + 4 = ?' });
    expect(await grab('8')).toMatchObject({ outcome: 'challenge' });
    expect(await grab('7')).toMatchObject({ outcome: 'notWarm' });
    await core.close();
  });
});
