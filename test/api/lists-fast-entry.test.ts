import type { Client } from '@tongpan/bff';
import { addDays, dayMs, startOfDay } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

let count = 0;

forEachEngine('ordering faster', (engine) => {
  let shop: Shop;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    headquarters = await shop.as('hq');
  });
  afterAll(() => shop.close());

  const aStore = async (more: { regionCode?: string } = {}) => {
    count += 1;
    const id = `LS${count}`;
    return { id, store: await shop.openStore({ id, ...more }) };
  };
  const save = async (store: Client, lines: { skuId: string; quantity: number }[], kind?: 'standing') => {
    const templateId = shop.newId();
    const input = { commandId: shop.newId(), templateId, name: '周一补货', lines, ...(kind ? { kind } : {}) };
    return { templateId, input, saved: await store.lists.saveTemplate(input) };
  };
  const two = [
    { skuId: 'WATER', quantity: 120 },
    { skuId: 'CAP', quantity: 5 },
  ];

  describe('lists', () => {
    it('keeps a list, shows it at today’s prices, replaces and removes it', async () => {
      const { store } = await aStore();
      const { templateId, input, saved } = await save(store, two);
      expect(saved).toMatchObject({ templateId, kind: 'template', name: '周一补货', lineCount: 2 });

      const shown = await store.lists.template({ templateId });

      expect(shown.offer).toMatchObject({
        supplierId: 'D1',
        amountFen: 28_000,
        missing: [],
        lines: [
          {
            skuId: 'WATER',
            mixedUnits: '10箱',
            unitPriceE4: 20_000,
            amountFen: 24_000,
            suggestedQuantity: null,
          },
          { skuId: 'CAP', quantity: 5, amountFen: 4_000 },
        ],
      });
      await store.lists.saveTemplate({
        ...input,
        commandId: shop.newId(),
        expectedVersion: saved.version,
        lines: two.slice(0, 1),
      });
      expect((await store.lists.templates({})).items).toMatchObject([
        { templateId, lineCount: 1, version: 2 },
      ]);
      await store.lists.removeTemplate({ commandId: shop.newId(), templateId });
      expect((await store.lists.templates({})).items).toEqual([]);
    });

    it('tells the second of two who change one, and overwrites nothing', async () => {
      const { store } = await aStore();
      const { input, templateId, saved } = await save(store, two);
      const change = (name: string, expectedVersion: number) =>
        store.lists.saveTemplate({ ...input, commandId: shop.newId(), name, expectedVersion });

      const answers = await Promise.allSettled(
        ['周二补货', '周三补货'].map((name) => change(name, saved.version)),
      );

      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { name, version } = await store.lists.template({ templateId });
      expect(version).toBe(2);
      expect(await codeOf(change('周四补货', 1))).toBe('lists.templateChanged');
      expect(await codeOf(change('周四补货', 0))).toBe('lists.templateChanged');
      expect((await store.lists.template({ templateId })).name).toBe(name);
      await store.lists.removeTemplate({ commandId: shop.newId(), templateId });
      expect(await codeOf(change('周四补货', 2))).toBe('lists.templateUnknown');
    });

    it('names what cannot be ordered any more', async () => {
      const { store } = await aStore();
      const lines = ['WATER', 'GONE', 'GUM'].map((skuId) => ({ skuId, quantity: 24 }));
      const { templateId } = await save(store, lines);

      const { offer } = await store.lists.template({ templateId });

      expect(offer.lines.map(({ skuId }) => skuId)).toEqual(['WATER']);
      expect(offer.missing).toEqual([
        { skuId: 'GONE', skuName: '清谷停产汽水', reason: 'inactive' },
        { skuId: 'GUM', skuName: '清谷口香糖', reason: 'noPrice' },
      ]);
    });

    it('refuses goods twice, goods there are not, and the fifty-first list', async () => {
      const { store } = await aStore();
      expect(await codeOf(save(store, [...two, ...two]))).toBe('orders.lineTwice');
      expect(await codeOf(save(store, [{ skuId: 'NOTHING', quantity: 1 }]))).toBe('catalog.skuUnknown');
      for (let one = 0; one < 50; one += 1) await save(store, two);

      const refused = await refusalOf(save(store, two));

      expect([refused.status, refused.code, refused.problem.detail]).toEqual([422, 'lists.tooMany', '50']);
    });

    it('saves once when it is said twice, at once too', async () => {
      const { store } = await aStore();
      const templateId = shop.newId();
      const input = { commandId: shop.newId(), templateId, name: '常用', lines: two };

      await Promise.all(Array.from({ length: 5 }, () => store.lists.saveTemplate(input)));
      const after = await shop.ledger();

      await store.lists.saveTemplate(input);
      expect(await shop.ledger()).toEqual(after);
      expect(await codeOf(store.lists.saveTemplate({ ...input, name: '别的' }))).toBe('command.idReused');
    });

    it('tells nobody of another’s lists', async () => {
      const [{ store }, { store: stranger }] = [await aStore(), await aStore()];
      const { templateId, input } = await save(store, two);
      const commandId = () => ({ commandId: shop.newId() });

      for (const id of [templateId, 'NO-SUCH-LIST']) {
        expect(await codeOf(stranger.lists.template({ templateId: id }))).toBe('lists.templateUnknown');
        expect(await codeOf(stranger.lists.fill({ templateId: id }))).toBe('lists.templateUnknown');
        expect(await codeOf(stranger.lists.removeTemplate({ templateId: id, ...commandId() }))).toBe(
          'lists.templateUnknown',
        );
        expect(
          await codeOf(
            stranger.lists.saveRecurring({
              ...commandId(),
              recurringId: shop.newId(),
              templateId: id,
              rhythm: { every: 'days', days: 1 },
              startsOn: shop.today,
            }),
          ),
        ).toBe('lists.templateUnknown');
      }
      expect(await codeOf(stranger.lists.saveTemplate({ ...input, ...commandId() }))).toBe(
        'lists.templateUnknown',
      );
      expect((await store.lists.template({ templateId })).lineCount).toBe(2);
    });

    it('makes a standing list full again from what was counted', async () => {
      const { store } = await aStore();
      const { templateId } = await save(
        store,
        [
          { skuId: 'WATER', quantity: 100 },
          { skuId: 'TEA', quantity: 60 },
          { skuId: 'CAP', quantity: 8 },
        ],
        'standing',
      );

      const offer = await store.lists.fill({
        templateId,
        counted: [
          { skuId: 'WATER', onHand: 30 },
          { skuId: 'TEA', onHand: 29 },
          { skuId: 'CAP', onHand: 9 },
        ],
      });

      // Tea is sold by the dozen from two dozen on: 31 are missing, 36 are sold.
      expect(offer.lines.map(({ skuId, quantity }) => [skuId, quantity])).toEqual([
        ['WATER', 70],
        ['TEA', 36],
      ]);
    });
  });

  describe('the order guide and ordering again', () => {
    it('shows what was bought, how often, how much and when', async () => {
      const { id, store } = await aStore();
      const place = (lines: { skuId: string; quantity: number }[]) =>
        store.orders.place({ orderId: shop.newId(), lines });
      const first = await place([{ skuId: 'WATER', quantity: 60 }]);
      await place([
        { skuId: 'WATER', quantity: 120 },
        { skuId: 'CAP', quantity: 7 },
      ]);
      await place([{ skuId: 'WATER', quantity: 240 }]);
      const taken = await place([{ skuId: 'OIL', quantity: 9 }]);
      await store.orders.cancel({ orderId: taken.orderId, commandId: shop.newId() });
      const old = await place([{ skuId: 'TEA', quantity: 24 }]);
      const at = (days: number) => shop.core.clock.now() - days * dayMs;
      await shop.run('UPDATE salesOrder SET placedAt = ? WHERE id = ?', [at(91), old.orderId]);
      await shop.run('UPDATE salesOrder SET placedAt = ? WHERE id = ?', [at(10), first.orderId]);

      const { items } = await store.lists.guide({});

      expect(items).toMatchObject([
        {
          skuId: 'WATER',
          timesBought: 3,
          usualQuantity: 120,
          usualMixedUnits: '10箱',
          lastQuantity: 240,
          daysSince: 0,
        },
        { skuId: 'CAP', timesBought: 1, usualQuantity: 7, lastUnitPriceE4: 80_000 },
      ]);
      expect(items).toHaveLength(2);
      expect((await store.lists.guide({ supplierId: 'D2' })).items).toEqual([]);
      expect(id).not.toBe('S1');
    });

    it('offers a past order again at today’s prices, and only to its buyer', async () => {
      const { store } = await aStore();
      count += 1;
      await shop.addGoods({ id: `LG${count}`, pricesE4: { D1: 100_000 } });
      const skuId = `LG${count}`;
      const { orderId } = await store.orders.place({
        orderId: shop.newId(),
        lines: [
          { skuId, quantity: 6 },
          { skuId: 'CAP', quantity: 3 },
        ],
      });
      await shop.run('UPDATE priceListLine SET unitPriceE4 = 110000 WHERE skuId = ?', [skuId]);

      const offer = await store.lists.reorder({ orderId });

      expect(offer.lines[0]).toMatchObject({
        skuId,
        unitPriceE4: 110_000,
        lastUnitPriceE4: 100_000,
        amountFen: 6_600,
      });
      expect(offer.lines[1]).toMatchObject({ skuId: 'CAP', unitPriceE4: 80_000, lastUnitPriceE4: 80_000 });
      for (const client of [(await aStore()).store, await shop.as('d1')]) {
        expect(await codeOf(client.lists.reorder({ orderId }))).toBe('orders.unknown');
      }
    });
  });

  describe('rows as people write them', () => {
    it('reads what it can and says by row and column what it cannot', async () => {
      const { store } = await aStore();
      const before = await shop.ledger();

      const { items, readCount, errorCount, amountFen } = await store.lists.check({
        rows: [
          { sku: 'WATER', quantity: '2箱5瓶' },
          { sku: '69CAP', quantity: '５' },
          { sku: '清谷乌龙茶', quantity: '2', unit: '箱' },
          { sku: '清谷', quantity: '1箱' },
          { sku: '清谷矿泉汽', quantity: '1箱' },
          { sku: '限量礼盒', quantity: '三托' },
          { sku: 'WATER', quantity: '1箱' },
          { sku: '清谷口香糖', quantity: '1' },
          { sku: '', quantity: '1' },
          { sku: 'kuangquan', quantity: '半箱' },
        ],
      });

      expect(
        items.map(({ line, error, sameAsRowNo }) => [
          line?.skuId,
          line?.quantity,
          error?.column,
          error?.code,
          sameAsRowNo,
        ]),
      ).toEqual([
        ['WATER', 29, undefined, undefined, null],
        ['CAP', 5, undefined, undefined, null],
        ['TEA', 24, undefined, undefined, null],
        [undefined, undefined, 'sku', 'several', null],
        [undefined, undefined, 'sku', 'unknown', null],
        [undefined, undefined, 'quantity', 'unitUnknown', null],
        ['WATER', 12, undefined, undefined, 1],
        [undefined, undefined, 'sku', 'noPrice', null],
        [undefined, undefined, 'sku', 'empty', null],
        ['WATER', 6, undefined, undefined, 1],
      ]);
      expect([readCount, errorCount]).toEqual([5, 5]);
      expect(items[4]?.error?.goods[0]).toEqual({ skuId: 'WATER', skuName: '清谷矿泉水' });
      expect(items[5]?.error).toMatchObject({ message: '没有这个单位', quantities: ['瓶', '箱', '件'] });
      expect(amountFen).toBe(items.reduce((total, { line }) => total + (line?.amountFen ?? 0), 0));
      expect(await shop.ledger()).toEqual(before);
    });

    it('reads a thousand rows, and refuses one more', async () => {
      const { store } = await aStore();
      const rows = Array.from({ length: 1_000 }, (_, at) => ({
        sku: at % 2 ? 'WATER' : '不存在的商品',
        quantity: `${at + 1}`,
      }));

      const { readCount, errorCount } = await store.lists.check({ rows });

      expect([readCount, errorCount]).toEqual([500, 500]);
      expect(await codeOf(store.lists.check({ rows: [...rows, { sku: 'WATER', quantity: '1' }] }))).toBe(
        'request.invalid',
      );
    });
  });

  describe('orders that come by themselves', () => {
    const noon = (on: string) => startOfDay(on) + dayMs / 2;
    const aRecurring = async (
      more: Partial<Parameters<Client['lists']['saveRecurring']>[0]> & {
        lines?: { skuId: string; quantity: number }[];
        region?: string;
      } = {},
    ) => {
      const { lines, region, ...rest } = more;
      const { id, store } = await aStore(region ? { regionCode: region } : {});
      const { templateId, input } = await save(store, lines ?? [{ skuId: 'WATER', quantity: 60 }]);
      const recurring = {
        recurringId: shop.newId(),
        templateId,
        rhythm: { every: 'days' as const, days: 2 },
        startsOn: shop.today,
        ...rest,
      };
      const put = (change: Partial<typeof recurring> & { paused?: boolean } = {}) =>
        store.lists.saveRecurring({ ...recurring, commandId: shop.newId(), ...change });
      const { items } = await put();
      const runs = async () => (await store.lists.runs({ recurringId: recurring.recurringId })).items;
      return { id, store, put, runs, first: items[0], template: input, ...recurring };
    };
    const placeDue = (on: string) => shop.core.orders.lists.placeDue(noon(on));

    it('places an order on each day of its rhythm, once, however often it is asked', async () => {
      const { store, runs, first } = await aRecurring();
      expect(first).toMatchObject({
        nextOn: shop.today,
        paused: false,
        templateName: '周一补货',
        lastRun: null,
      });

      await placeDue(shop.today);
      await Promise.all([placeDue(shop.today), placeDue(addDays(shop.today, 1))]);
      await placeDue(addDays(shop.today, 2));

      expect((await runs()).map(({ runOn, outcome, code }) => [runOn, outcome, code])).toEqual([
        [addDays(shop.today, 2), 'placed', 'approved'],
        [shop.today, 'placed', 'approved'],
      ]);
      const { items } = await store.orders.list({});
      expect(items).toHaveLength(2);
      expect(items[0]?.orderId).toBe((await runs())[0]?.orderId);
      expect((await store.lists.recurring({})).items[0]).toMatchObject({ nextOn: addDays(shop.today, 4) });
    });

    it('places one order when two processes are at it at once', async () => {
      const { store, runs } = await aRecurring();

      await Promise.all([placeDue(shop.today), placeDue(shop.today), placeDue(shop.today)]);

      expect((await store.orders.list({})).items).toHaveLength(1);
      expect(await runs()).toHaveLength(1);
    });

    it('finds the order of a first try that nobody wrote down, even when the list has changed since', async () => {
      const { store, runs, template, recurringId, put } = await aRecurring();
      await placeDue(shop.today);
      await shop.run('DELETE FROM recurringRun WHERE recurringId = ?', [recurringId]);
      await shop.run('UPDATE recurringOrder SET nextOn = ? WHERE id = ?', [shop.today, recurringId]);
      await store.lists.saveTemplate({
        ...template,
        commandId: shop.newId(),
        expectedVersion: 1,
        lines: [{ skuId: 'CAP', quantity: 2 }],
      });

      await placeDue(shop.today);

      expect(await runs()).toMatchObject([{ outcome: 'placed', code: 'approved' }]);
      expect((await store.orders.list({})).items).toHaveLength(1);
      // A day that was ordered for does not come again when the rhythm is changed on that day.
      const { items } = await put({ rhythm: { every: 'days', days: 1 } });
      expect(items[0]?.nextOn).toBe(addDays(shop.today, 1));
    });

    it('orders the latest of the days it missed, and writes the others down', async () => {
      const { store, runs } = await aRecurring();

      await placeDue(addDays(shop.today, 5));

      expect((await runs()).map(({ runOn, outcome, code }) => [runOn, outcome, code])).toEqual([
        [addDays(shop.today, 4), 'placed', 'approved'],
        [addDays(shop.today, 2), 'skipped', 'missed'],
        [shop.today, 'skipped', 'missed'],
      ]);
      expect((await store.orders.list({})).items).toHaveLength(1);
    });

    it('passes holidays over when it is told to', async () => {
      const holidayOn = addDays(shop.today, 100);
      const named = await headquarters.lists.setHolidays({
        commandId: shop.newId(),
        holidays: [{ holidayOn, name: '元旦' }],
      });
      expect(named.items).toContainEqual({ holidayOn, name: '元旦' });
      const [skips, works] = [
        await aRecurring({ startsOn: holidayOn, skipsHolidays: true }),
        await aRecurring({ startsOn: holidayOn }),
      ];

      await placeDue(holidayOn);

      expect(await skips.runs()).toMatchObject([
        { outcome: 'skipped', code: 'holiday', message: '节假日，已跳过' },
      ]);
      expect(await works.runs()).toMatchObject([{ outcome: 'placed' }]);
      const without = await headquarters.lists.setHolidays({ commandId: shop.newId(), removed: [holidayOn] });
      expect(without.items).not.toContainEqual({ holidayOn, name: '元旦' });
    });

    it('writes down why a day could not be ordered, and goes on', async () => {
      const { id, store, runs } = await aRecurring();
      await shop.run(`UPDATE address SET isDefault = 0 WHERE partyId = ?`, [id]);
      await placeDue(shop.today);
      await shop.run(`UPDATE address SET isDefault = 1 WHERE partyId = ?`, [id]);
      await placeDue(addDays(shop.today, 2));

      expect((await runs()).map(({ outcome, code, message }) => [outcome, code, message])).toEqual([
        ['placed', 'approved', '已自动下单并通过'],
        ['refused', 'partners.addressUnknown', '找不到该收货地址'],
      ]);
      const rejected = await aRecurring({ region: '330203' });
      await placeDue(addDays(shop.today, 2));
      expect(await rejected.runs()).toMatchObject([
        { outcome: 'placed', code: 'rejected' },
        { code: 'missed' },
      ]);
      expect((await store.orders.list({})).items).toHaveLength(1);
    });

    it('stands still while it is paused', async () => {
      const { put, runs } = await aRecurring();
      await put({ paused: true });

      await placeDue(addDays(shop.today, 3));

      expect(await runs()).toEqual([]);
      const { items } = await put({ paused: false });
      expect(items[0]).toMatchObject({ paused: false, nextOn: shop.today });
    });

    it('keeps the list it orders from, ends when it is told, and is nobody else’s', async () => {
      const { store, templateId, recurringId, runs } = await aRecurring();
      const { store: stranger } = await aStore();
      const commandId = () => ({ commandId: shop.newId() });

      expect(await codeOf(store.lists.removeTemplate({ templateId, ...commandId() }))).toBe(
        'lists.templateInUse',
      );
      expect(await codeOf(stranger.lists.runs({ recurringId }))).toBe('lists.recurringUnknown');
      expect(await codeOf(stranger.lists.removeRecurring({ recurringId, ...commandId() }))).toBe(
        'lists.recurringUnknown',
      );
      const own = await save(stranger, two);
      const theirs = {
        ...commandId(),
        recurringId,
        templateId: own.templateId,
        rhythm: { every: 'week' as const, weekday: 1 },
        startsOn: shop.today,
      };
      expect(await codeOf(stranger.lists.saveRecurring(theirs))).toBe('lists.recurringUnknown');
      expect(await runs()).toEqual([]);

      await store.lists.removeRecurring({ recurringId, ...commandId() });
      expect((await store.lists.recurring({})).items).toEqual([]);
      expect(await outcomeOf(store.lists.removeTemplate({ templateId, ...commandId() }))).toBe('ok');
    });
  });

  endsWithBooks(() => shop);
});
