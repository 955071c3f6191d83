import { type Caller, checkBooks, type PartyKind, Refused } from '@tongpan/core';
import { randomOf } from '@tongpan/core/src/demo/random';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import {
  lineOf,
  minimumFen,
  type ModelOrder,
  type ModelShipment,
  Reference,
  unitFen,
  worthFen,
} from './model/reference';
import { openShop, type Shop } from './open-shop';

afterAll(removePlaces);

/** Another seed plays another game: `MODEL_SEED=7 npx jest test/api/model --selectProjects api`. */
const seed = Number(process.env.MODEL_SEED ?? 20_261_122);
const commands = Number(process.env.MODEL_COMMANDS ?? 10_000);
const booksEvery = 100;

const goods = ['MODEL-A', 'MODEL-B', 'MODEL-C', 'MODEL-D'] as const;
const stores = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6'] as const;
const seller = 'D1';

const endable = new Set<ModelOrder['state']>(['held', 'approved']);

forEachEngine('a game of random commands against a sheet of paper', (engine) => {
  let shop: Shop;
  let paper: Reference;
  let random: () => number;
  /** When every command is given: a minute after the one before. */
  let now: number;

  beforeAll(async () => {
    shop = await openShop(engine);
    paper = new Reference();
    random = randomOf(seed);
    now = shop.core.clock.now();
    for (const id of stores) {
      const limitFen = id === 'M6' ? 40_000 : 600_000;
      await shop.openStore({ id, limitFen });
      paper.accounts.set(id, { limitFen, heldFen: 0, shippedFen: 0, owedFen: 0 });
    }
    for (const id of goods) {
      await shop.addGoods({ id, onHand: 2_000, shelfLifeDays: 3_650, pricesE4: { D1: unitFen * 100 } });
      paper.goods.set(id, { onHand: 2_000, reserved: 0, isBlocked: false });
    }
  });
  afterAll(() => shop.close());

  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const callerOf = (partyId: string, partyKind: PartyKind): Caller => ({
    userId: `U-${partyId.toLowerCase()}`,
    userName: partyId,
    partyId,
    partyKind,
    roles: ['owner'],
    sessionId: '',
    channel: 'api',
    deviceId: 'model',
    ip: '127.0.0.1',
    at: now,
  });
  const storeOf = (order: ModelOrder) => callerOf(order.storeId, 'store');
  const distributor = () => callerOf(seller, 'distributor');
  const anOrder = (): ModelOrder | undefined => {
    const all = [...paper.orders.values()];
    // Mostly young ones: what is finished refuses everything, which is worth asking now and then.
    return random() < 0.9 ? pick(all.slice(-40)) : pick(all);
  };
  const aBasket = () =>
    goods.filter(() => random() < 0.5).map((skuId) => ({ skuId, quantity: upTo(random() < 0.1 ? 900 : 60) }));
  /** The code a command is refused with, or `ok`. */
  const outcomeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'ok',
      (error: unknown) => {
        if (error instanceof Refused) return error.code;
        throw error;
      },
    );
  const commandId = () => shop.newId();

  /** What is said, and what the paper makes of it; the product has to say the same. */
  interface Move {
    readonly said: string;
    readonly expected: string;
    readonly heard: string;
    readonly order?: ModelOrder | undefined;
  }

  const moves: Readonly<Record<string, () => Promise<Move | null>>> = {
    async place() {
      const lines = aBasket();
      const [orderId, storeId] = [shop.newId(), pick(stores)];
      if (lines.length === 0) return null;
      const heard = await outcomeOf(
        shop.core.orders.place(callerOf(storeId, 'store'), { orderId, lines, note: '' }),
      );
      const order = paper.place(orderId, storeId, lines);
      return { said: `place ${storeId} ${JSON.stringify(lines)}`, expected: 'ok', heard, order };
    },
    async edit() {
      const order = anOrder();
      if (!order) return null;
      const lines = order.lines.map(({ skuId, quantity }) => ({
        skuId,
        quantity: random() < 0.5 ? quantity : upTo(60),
      }));
      const heard = await outcomeOf(
        shop.core.orders.edit(storeOf(order), {
          orderId: order.id,
          commandId: commandId(),
          expectedRevision: order.revision,
          lines,
          reprices: false,
          reason: '',
        }),
      );
      const isSame = lines.every(({ skuId, quantity }) => lineOf(order, skuId).quantity === quantity);
      const isBlocked = lines.some(({ skuId }) => paper.goodsOf(skuId).isBlocked);
      const expected = !endable.has(order.state)
        ? 'orders.stateForbids'
        : isSame
          ? 'orders.nothingChanged'
          : isBlocked || worthFen(lines) < minimumFen
            ? 'orders.editRejected'
            : 'ok';
      if (expected === 'ok') paper.edit(order, lines);
      return { said: `edit ${order.id} ${JSON.stringify(lines)}`, expected, heard, order };
    },
    async approve() {
      const order = anOrder();
      if (!order) return null;
      const accept = ['stock.short', 'credit.over'].filter(() => random() < 0.6);
      const heard = await outcomeOf(
        shop.core.orders.approve(distributor(), {
          orderId: order.id,
          commandId: commandId(),
          accept,
          note: '',
        }),
      );
      const expected = order.state === 'held' ? 'ok' : 'orders.stateForbids';
      if (expected === 'ok') paper.approve(order, new Set(accept));
      return { said: `approve ${order.id} ${accept.join(' ')}`, expected, heard, order };
    },
    async reject() {
      const order = anOrder();
      if (!order) return null;
      const command = { orderId: order.id, commandId: commandId(), reason: '不' };
      const heard = await outcomeOf(shop.core.orders.reject(distributor(), command));
      const expected = order.state === 'held' ? 'ok' : 'orders.stateForbids';
      if (expected === 'ok') paper.end(order, 'rejected');
      return { said: `reject ${order.id}`, expected, heard, order };
    },
    async cancel() {
      const order = anOrder();
      if (!order) return null;
      const command = { orderId: order.id, commandId: commandId(), reason: '' };
      const heard = await outcomeOf(shop.core.orders.cancel(storeOf(order), command));
      const expected = endable.has(order.state) ? 'ok' : 'orders.stateForbids';
      if (expected === 'ok') paper.end(order, 'cancelled');
      return { said: `cancel ${order.id}`, expected, heard, order };
    },
    async ship() {
      const order = anOrder();
      if (!order) return null;
      const open = order.lines.filter(({ reserved }) => reserved > 0);
      const isWhole = random() < 0.6;
      const asked = open.map(({ skuId, reserved }) => ({
        skuId,
        quantity: isWhole ? reserved : upTo(reserved),
      }));
      const shipmentId = shop.newId();
      const lines = asked.map(({ skuId, quantity }) => ({
        lineNo: order.lines.findIndex((line) => line.skuId === skuId) + 1,
        quantity,
      }));
      const heard = await outcomeOf(
        shop.core.orders.ship(distributor(), {
          orderId: order.id,
          shipmentId,
          carrier: '',
          trackingNo: '',
          ...(isWhole ? {} : { lines }),
        }),
      );
      const mayGo = (order.state === 'approved' || order.state === 'picking') && asked.length > 0;
      if (mayGo) paper.ship(order, shipmentId, asked);
      const expected = mayGo ? 'ok' : 'orders.stateForbids';
      return { said: `ship ${order.id} ${JSON.stringify(asked)}`, expected, heard, order };
    },
    async sign() {
      const order = anOrder();
      if (!order || order.shipments.length === 0) return null;
      const shipment: ModelShipment = pick(order.shipments);
      const rows = await shop.rows<{ shipmentLineNo: number; skuId: string; quantity: number }>(
        'SELECT shipmentLineNo, skuId, quantity FROM shipmentLine WHERE shipmentId = ? ORDER BY shipmentLineNo',
        [shipment.id],
      );
      const missing = new Map<string, number>();
      const differences = rows.flatMap(({ shipmentLineNo, skuId, quantity }) => {
        if (random() < 0.8) return [];
        const what = pick(['short', 'damaged', 'refused'] as const);
        const count = upTo(quantity);
        missing.set(skuId, (missing.get(skuId) ?? 0) + count);
        return [{ shipmentLineNo, short: 0, damaged: 0, refused: 0, [what]: count }];
      });
      const heard = await outcomeOf(
        shop.core.orders.sign(storeOf(order), {
          orderId: order.id,
          shipmentId: shipment.id,
          commandId: commandId(),
          differences,
        }),
      );
      const expected = shipment.isSigned ? 'orders.stateForbids' : 'ok';
      if (expected === 'ok') paper.sign(order, shipment, missing);
      return { said: `sign ${shipment.id} ${JSON.stringify(differences)}`, expected, heard, order };
    },
    async receive() {
      const [skuId, quantity] = [pick(goods), upTo(400)];
      const { producedOn = '', expiresOn = '' } = (await lotOf(skuId)) ?? {};
      const heard = await outcomeOf(
        shop.core.stock.receive(distributor(), {
          receiptId: commandId(),
          warehouseId: `W-${seller}`,
          skuId,
          expiresOn,
          lotNo: `L-${skuId}`,
          producedOn,
          quantity,
        }),
      );
      paper.receive(skuId, quantity);
      return { said: `receive ${quantity} ${skuId}`, expected: 'ok', heard };
    },
    async count() {
      const skuId = pick(goods);
      const { onHand, reserved } = paper.goodsOf(skuId);
      const counted = Math.max(0, onHand + Math.floor((random() - 0.5) * 60));
      const sheetId = commandId();
      const warehouseId = `W-${seller}`;
      const sheet = await shop.core.stock.openCount(distributor(), {
        sheetId,
        warehouseId,
        skuIds: [skuId],
        note: '',
      });
      const lineNo = sheet.lines.find(({ quality }) => quality === 'available')?.lineNo;
      if (lineNo === undefined) return null;
      const counts = [{ lineNo, counted }];
      await shop.core.stock.enterCounts(distributor(), { sheetId, commandId: commandId(), counts });
      const heard = await outcomeOf(
        shop.core.stock.confirmCount(distributor(), { sheetId, commandId: commandId() }),
      );
      const expected = counted < reserved ? 'stock.reserved' : 'ok';
      if (expected === 'ok') paper.count(skuId, counted);
      return { said: `count ${counted} ${skuId}`, expected, heard };
    },
    async pay() {
      const [buyerId, amountFen] = [pick(stores), upTo(60_000)];
      const heard = await outcomeOf(
        shop.core.credit.receive(distributor(), { receiptId: commandId(), buyerId, amountFen }),
      );
      paper.pay(buyerId, amountFen);
      return { said: `pay ${amountFen} ${buyerId}`, expected: 'ok', heard };
    },
    async block() {
      const skuId = pick(goods);
      const known = paper.goodsOf(skuId);
      // Blocked goods come back sooner than others go, or soon nothing could be ordered.
      if (!known.isBlocked && random() < 0.8) return null;
      const status = known.isBlocked ? 'active' : 'inactive';
      const version = (await shop.core.catalog.get(skuId)).version;
      const heard = await outcomeOf(
        shop.core.catalog.setSkuStatus(callerOf('HQ', 'hq'), {
          commandId: commandId(),
          skuId,
          status,
          expectedVersion: version,
        }),
      );
      known.isBlocked = !known.isBlocked;
      return { said: `${status} ${skuId}`, expected: 'ok', heard };
    },
  };
  /** How often each move is made: orders first, then what moves them on. */
  const weights: readonly (readonly [move: keyof typeof moves, weight: number])[] = [
    ['place', 22],
    ['edit', 8],
    ['approve', 10],
    ['reject', 2],
    ['cancel', 6],
    ['ship', 20],
    ['sign', 16],
    ['receive', 4],
    ['count', 3],
    ['pay', 8],
    ['block', 3],
  ];
  const pots = weights.flatMap(([move, weight]) => Array<string>(weight).fill(move));

  const lotOf = async (skuId: string) =>
    (
      await shop.rows<{ producedOn: string; expiresOn: string; onHand: number; reserved: number }>(
        `SELECT producedOn, expiresOn, onHand, reserved FROM lot WHERE skuId = ? AND ownerId = ? AND quality = 'available'`,
        [skuId, seller],
      )
    )[0];

  /** One order on paper and in the books. */
  const compareOrder = async (order: ModelOrder) => {
    const [stored] = await shop.rows<{ state: string; heldFen: number; revision: number; findings: string }>(
      'SELECT state, heldFen, revision, findings FROM salesOrder WHERE id = ?',
      [order.id],
    );
    const lines = await shop.rows<Record<string, number | string>>(
      'SELECT skuId, quantity, reserved, shipped, signed, cancelled FROM orderLine WHERE orderId = ? ORDER BY lineNo',
      [order.id],
    );
    order.revision = stored?.revision ?? 0;
    const rules = (JSON.parse(stored?.findings ?? '[]') as { rule: string }[]).map(({ rule }) => rule);
    return {
      // What the audit said helps to read a difference; it is not compared.
      rules: rules.join(' '),
      books: { state: stored?.state, heldFen: stored?.heldFen, lines },
      paper: {
        state: order.state,
        heldFen: order.heldFen,
        lines: order.lines.map(({ skuId, quantity, reserved, shipped, signed, cancelled }) => ({
          skuId,
          quantity,
          reserved,
          shipped,
          signed,
          cancelled,
        })),
      },
    };
  };

  const compareAll = async () => {
    for (const skuId of goods) {
      const { onHand, reserved } = paper.goodsOf(skuId);
      expect({ skuId, ...(await lotOf(skuId)) }).toMatchObject({ skuId, onHand, reserved });
    }
    for (const [id, { heldFen, shippedFen, owedFen }] of paper.accounts) {
      const [account] = await shop.rows<Record<string, number>>(
        'SELECT heldFen, shippedFen, receivableFen - unappliedFen AS owedFen FROM creditAccount WHERE buyerId = ?',
        [id],
      );
      expect({ id, ...account }).toEqual({ id, heldFen, shippedFen, owedFen });
    }
    const results = await checkBooks(shop.core.database);
    expect(results.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
  };

  it(
    `agrees after each of ${commands} commands (seed ${seed})`,
    async () => {
      const heardOf = new Map<string, number>();
      for (let played = 1; played <= commands; played += 1) {
        now += 60_000;
        const name = pick(pots);
        const move = await moves[name]?.();
        if (move) {
          const { said, expected, heard, order } = move;
          const told = { seed, played, said };
          expect({ ...told, heard }).toEqual({ ...told, heard: expected });
          if (order) {
            const { rules, books, paper: onPaper } = await compareOrder(order);
            expect({ ...told, rules, ...books }).toEqual({ ...told, rules, ...onPaper });
          }
          heardOf.set(`${name} ${heard}`, (heardOf.get(`${name} ${heard}`) ?? 0) + 1);
        }
        if (played % booksEvery === 0) await compareAll();
      }
      // A game in which something never happened would prove nothing about it.
      const heard = [...heardOf.keys()];
      expect(heard).toEqual(expect.arrayContaining(Object.keys(moves).map((name) => `${name} ok`)));
      expect(heard).toEqual(expect.arrayContaining(['edit orders.editRejected', 'count stock.reserved']));
    },
    30 * 60_000,
  );
});
