import type { Answer, Client } from '@tongpan/bff';
import type { SqlParameter } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

type Terms = Parameters<Client['orders']['replayAuditPolicy']>[0]['rules'][number];

const dayMs = 86_400_000;

forEachEngine('a replay of orders under a proposed audit policy', (engine) => {
  let shop: Shop;
  let headquarters: Client;
  let store: Client;
  let policy: Answer<'orders', 'auditPolicy'>['policy'];
  /** 100 yuan of nuts, held for their price below the floor. */
  let held: Answer<'orders', 'place'>;
  let refused: Answer<'orders', 'place'>;

  const termsOf = (rule: Terms['rule'], given: Partial<Terms> = {}): Terms => {
    const found = policy.rules.find((terms) => terms.rule === rule);
    if (!found) throw new Error(`no rule ${rule}`);
    const { mayBe: _, mayBeOverruled: __, ...terms } = found;
    return { ...terms, ...given };
  };
  const replay = (rules: Terms[] = [], days?: number) =>
    headquarters.orders.replayAuditPolicy({ rules, ...(days === undefined ? {} : { days }) });
  const place = (skuId: string, quantity: number) =>
    store.orders.place({ orderId: shop.newId(), lines: [{ skuId, quantity }] });

  beforeAll(async () => {
    shop = await openShop(engine);
    [headquarters, store] = await Promise.all([shop.as('hq'), shop.openStore({ id: 'B-REPLAY' })]);
    ({ policy } = await headquarters.orders.auditPolicy({}));
    await place('WATER', 50);
    held = await place('NUTS', 10);
    refused = await place('CAP', 11);
  });
  afterAll(() => shop.close());

  it('finds every order as it went where the policy says the same', async () => {
    const same = await replay(policy.rules.map(({ rule }) => termsOf(rule)));

    expect(same).toMatchObject({
      orders: 3,
      isCut: false,
      unjudged: 0,
      versions: [0],
      before: {
        approved: 1,
        held: 1,
        rejected: 1,
        holds: [{ kind: 'review', owner: 'seller', orders: 1 }],
        passedBy: { seller: 1, hq: 0, nobody: 0 },
      },
      changedOrders: 0,
      changed: [],
      unseen: [],
    });
    expect(same.after).toEqual(same.before);
    expect(Date.parse(same.until) - Date.parse(same.from)).toBe(7 * dayMs);
  });

  it('tells which orders would have gone another way, and why', async () => {
    const eased = await replay([termsOf('price.floor', { consequence: 'notice' })]);

    expect(eased).toMatchObject({
      before: { approved: 1, held: 1, rejected: 1 },
      after: { approved: 2, held: 0, rejected: 1, holds: [] },
      changedOrders: 1,
      changed: [
        {
          orderId: held.orderId,
          number: held.number,
          sellerName: 'D1 商号',
          buyerName: 'B-REPLAY 商号',
          amountFen: 10_000,
          before: { verdict: 'held', holds: [{ kind: 'review', owner: 'seller', withinHours: 4 }] },
          after: { verdict: 'approved', holds: [], acceptedBy: [] },
          changes: ['verdict'],
          reasons: [
            {
              rule: 'price.floor',
              lineNo: 1,
              message: '清谷坚果 单价 ¥10.00 低于底价 ¥11.00',
              isRecomputed: false,
              from: 'review',
              to: 'notice',
            },
          ],
        },
      ],
    });
  });

  it('goes by the amount of each order in saying who might have let it pass', async () => {
    const upTo = (upToFen: number) =>
      replay([
        termsOf('price.floor', {
          acceptedBy: [
            { desk: 'seller', role: 'reviewer', upToFen },
            { desk: 'hq', role: 'reviewer', upToFen: null },
          ],
        }),
      ]);

    expect((await upTo(10_000)).changed).toEqual([]);
    expect(await upTo(9_999)).toMatchObject({
      after: { held: 1, passedBy: { seller: 0, hq: 1, nobody: 0 } },
      changed: [
        {
          changes: ['acceptors'],
          after: {
            acceptedBy: [
              { desk: 'hq', role: 'owner' },
              { desk: 'hq', role: 'reviewer' },
            ],
          },
        },
      ],
    });
  });

  it('asks again what was off of the buyer’s licence, and says of other rules that nobody knows', async () => {
    const strict = await replay([termsOf('buyer.licenceMissing', { consequence: 'review', owner: 'hq' })]);

    expect(strict).toMatchObject({ after: { approved: 0, held: 2, rejected: 1 }, unseen: [] });
    expect(strict.changed.map(({ reasons }) => reasons.map(({ isRecomputed }) => isRecomputed))).toEqual([
      [true],
      [true],
    ]);
  });

  it('keeps to the first audit of an order that was decided again since', async () => {
    await headquarters.orders.approve({
      orderId: held.orderId,
      commandId: shop.newId(),
      accept: ['price.floor'],
    });

    expect((await headquarters.orders.get({ orderId: held.orderId })).state).toBe('approved');
    expect(await replay([termsOf('price.floor', { consequence: 'block' })])).toMatchObject({
      before: { approved: 1, held: 1, rejected: 1 },
      after: { approved: 1, held: 0, rejected: 2 },
      changed: [{ orderId: held.orderId, changes: ['verdict'] }],
    });
  });

  it('is what the policy does, once it is in force', async () => {
    const rules = [
      termsOf('price.floor', { consequence: 'notice' }),
      termsOf('quantity.maximum', { consequence: 'off' }),
    ];
    const { changed } = await replay(rules);
    expect(changed.map(({ after }) => after.verdict)).toEqual(['approved', 'approved']);

    const said = { commandId: shop.newId(), expectedVersion: 0, rules, note: '促销季放宽' };
    expect(await headquarters.orders.putAuditPolicy(said)).toMatchObject({ version: 1 });
    expect([(await place('NUTS', 10)).state, (await place('CAP', 11)).state]).toEqual([
      'approved',
      'approved',
    ]);
  });

  it('holds orders against the policy of their day, and counts what it muted as not known', async () => {
    const back = await replay([termsOf('price.floor'), termsOf('quantity.maximum')]);

    expect(back).toMatchObject({
      orders: 5,
      versions: [0, 1],
      before: { approved: 3, held: 1, rejected: 1 },
      after: { approved: 2, held: 2, rejected: 1 },
      unseen: [{ rule: 'quantity.maximum', orders: 2 }],
    });
  });

  it('reads page after page, and changes nothing', async () => {
    await Promise.all(Array.from({ length: 205 }, () => place('WATER', 1)));
    const before = await shop.everything();

    const all = await replay([], 30);

    expect(all.orders).toBe(210);
    expect(await shop.everything()).toEqual(before);
  });

  it('leaves out what was placed before', async () => {
    shop.passTime(2 * dayMs);

    expect(await replay([], 1)).toMatchObject({ orders: 0, before: { approved: 0 }, changed: [] });
    expect((await replay([], 3)).orders).toBe(210);
  });

  it('looks at the newest 5,000, and says so where there were more', async () => {
    const [kept] = await shop.rows<Record<string, SqlParameter>>('SELECT * FROM salesOrder WHERE id = ?', [
      refused.orderId,
    ]);
    const [first] = await shop.rows<{ at: number }>('SELECT MIN(placedAt) AS at FROM salesOrder');
    const earliest = Number(first?.at);
    const copies = Array.from({ length: 4_800 }, (_, at) => ({
      ...kept,
      id: `CUT-${at}`,
      number: `CUT-${at}`,
      placedAt: earliest - 1 - at,
    }));
    const names = Object.keys(kept ?? {});
    const holders = `(${names.map(() => '?').join(',')})`;
    for (let from = 0; from < copies.length; from += 400) {
      const part = copies.slice(from, from + 400);
      await shop.run(
        `INSERT INTO salesOrder (${names.map((name) => `\`${name}\``).join(',')}) VALUES ${part.map(() => holders).join(',')}`,
        part.flatMap((row) => names.map((name) => (row as Record<string, SqlParameter>)[name] ?? null)),
      );
    }

    const cut = await replay([], 30);

    expect(cut).toMatchObject({ orders: 5_000, isCut: true, unjudged: 0 });
    expect(cut.before.approved + cut.before.held + cut.before.rejected).toBe(5_000);
    expect(Date.parse(cut.from)).toBe(earliest - 4_790);
    await shop.run(`DELETE FROM salesOrder WHERE id LIKE 'CUT-%'`);
  });

  it('refuses a policy that could not be published, and days without end', async () => {
    const off = termsOf('region.blocked', { consequence: 'off' });
    const twice = termsOf('price.floor', {
      acceptedBy: [
        { desk: 'hq', role: 'reviewer', upToFen: 1 },
        { desk: 'hq', role: 'reviewer', upToFen: 2 },
      ],
    });
    const released = termsOf('credit.frozen', {
      acceptedBy: [{ desk: 'hq', role: 'owner', upToFen: null }],
    });

    for (const terms of [off, twice, released]) {
      expect(await codeOf(replay([terms]))).toBe('orders.policyInvalid');
    }
    expect(await codeOf(replay([], 31))).toBe('request.invalid');
    expect(await codeOf(replay([termsOf('price.floor', { withinHours: 0 })]))).toBe('request.invalid');
  });

  endsWithBooks(() => shop);
});
