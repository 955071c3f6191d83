import type { Client } from '@tongpan/bff';
import type { Outcome, Postman } from '@tongpan/core';
import { tellUsers } from '@tongpan/core/src/messages/tell-service';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { openSale } from './flash-company';
import { codeOf, endsWithBooks } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';
import { aPromotionOf } from './promotion-inputs';
import { wechatPeople } from './wechat-people';

afterAll(removePlaces);

const minute = 60_000;
const shipped = 'tp-order-shipped';

interface SentMessage {
  readonly openid: string;
  readonly templateId: string;
  readonly page: string | null;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

forEachEngine('messages', (engine) => {
  let shop: PayingShop;
  let people: ReturnType<typeof wechatPeople>;
  let seller: Client;
  let headquarters: Client;
  let count = 0;
  /** What WeChat is made to answer next; null lets the stand-in answer. */
  let nextAnswer: Outcome<null> | null = null;

  beforeAll(async () => {
    shop = await openPayingShop(engine, {
      postman: (postman: Postman) => ({
        ...postman,
        async send(message) {
          const answer = nextAnswer;
          nextAnswer = null;
          return answer ?? postman.send(message);
        },
      }),
    });
    people = wechatPeople(shop);
    seller = await shop.as('d1');
    headquarters = await shop.as('hq');
    await shop.addGoods({ id: 'RICE', onHand: 1_000_000 });
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const work = async () => {
    await shop.core.outbox.drain();
    await shop.core.jobs.runDue();
  };
  /** A store with an owner, a purchaser and a bookkeeper, and a person at each one's WeChat. */
  const aStore = async () => {
    count += 1;
    const id = `MSG${count}`;
    const owner = id.toLowerCase();
    const [buyer, books] = [`${owner}-buyer`, `${owner}-books`];
    await shop.addStore({
      id,
      people: { [owner]: ['owner'], [buyer]: ['purchaser'], [books]: ['finance'] },
    });
    const client = await shop.as(owner);
    const place = async () => {
      const orderId = shop.newId();
      await client.orders.place({ orderId, lines: [{ skuId: 'RICE', quantity: 10 }] });
      return orderId;
    };
    const ship = async (orderId: string) => {
      await seller.orders.ship({ orderId, shipmentId: shop.newId(), carrier: '自有车辆' });
      await work();
    };
    return { id, owner, buyer, books, client, place, ship };
  };
  const kindsOf = async (client: Client) => (await client.messages.list({})).items.map(({ kind }) => kind);
  const openidOf = async (name: string) =>
    (await shop.control<{ openids: { miniapp: string } }>('people', { name })).openids.miniapp;
  /** Agrees as the mini-program does; the stand-in keeps as many consents of its own as `given`. */
  const agree = async (
    client: Client,
    person: string,
    answer: 'accept' | 'reject' | 'ban' = 'accept',
    given = answer === 'accept' ? 1 : 0,
    commandId = shop.newId(),
  ) => {
    const openid = await openidOf(person);
    await shop.control('consents', { openid, templateId: shipped, count: given });
    const { code } = await shop.control<{ code: string }>('codes', { kind: 'login', person });
    const answers = [{ templateId: shipped, answer }];
    await client.messages.consent({ commandId, code, answers });
    return openid;
  };
  const agreed = async (client: Client) =>
    (await client.messages.templates({})).items.find(({ templateId }) => templateId === shipped)?.consents;
  const arrived = async (openid: string) =>
    (await shop.control<{ messages: SentMessage[] }>('messages')).messages.filter(
      (message) => message.openid === openid,
    );
  const sendsOf = (openid: string) =>
    shop.rows<{ id: string; state: string; code: string; tries: number }>(
      'SELECT id, state, code, tries FROM messageSend WHERE openid = ? ORDER BY id',
      [openid],
    );

  it('tells those who order what became of an order, and once, however often the event comes', async () => {
    const { client, buyer, books, place, ship } = await aStore();
    const orderId = await place();
    await ship(orderId);
    await shop.run(
      `DELETE FROM outboxSeen WHERE eventId IN (SELECT id FROM outboxEvent WHERE name = 'order.shipped')`,
    );
    await shop.run(`UPDATE outboxEvent SET state = 'open' WHERE name = 'order.shipped'`);
    await work();

    expect(await kindsOf(client)).toEqual(['orderShipped']);
    expect(await kindsOf(await shop.as(buyer))).toEqual(['orderShipped']);
    expect(await kindsOf(await shop.as(books))).toEqual([]);
    const [message] = (await client.messages.list({})).items;
    expect(message).toMatchObject({
      title: '订单已发货',
      subject: 'order',
      subjectId: orderId,
      isRead: false,
    });
  });

  it('counts what was not read, and knows it read one by one or all at once', async () => {
    const { client, place, ship } = await aStore();
    for (let round = 0; round < 3; round += 1) await ship(await place());
    const first = await client.messages.list({ limit: 2 });
    expect(await client.messages.unread({})).toEqual({ count: 3, isMore: false });

    await client.messages.read({ messageId: first.items[0]?.messageId ?? '' });
    const rest = await client.messages.list({ cursor: first.nextCursor ?? '', limit: 2 });

    expect(await client.messages.unread({})).toEqual({ count: 2, isMore: false });
    expect([...first.items, ...rest.items].map(({ at }) => at)).toHaveLength(3);
    expect((await client.messages.list({ unread: 'true' })).items).toHaveLength(2);
    await client.messages.readAll({});
    expect(await client.messages.unread({})).toEqual({ count: 0, isMore: false });
  });

  it('shows nobody what another was told, not even a colleague', async () => {
    const { client, buyer, place, ship } = await aStore();
    await ship(await place());
    const [mine] = (await client.messages.list({})).items;
    const colleague = await shop.as(buyer);
    const messageId = mine?.messageId ?? '';

    expect(await codeOf(colleague.messages.read({ messageId }))).toBe('messages.unknown');
    expect(await codeOf(seller.messages.read({ messageId }))).toBe('messages.unknown');
    expect((await colleague.messages.list({})).items.map((one) => one.messageId)).not.toContain(messageId);
    await colleague.messages.readAll({});
    expect(await client.messages.unread({})).toEqual({ count: 1, isMore: false });
  });

  it('forgets a message after 180 days', async () => {
    const { client, place, ship } = await aStore();
    await ship(await place());
    await shop.run('UPDATE message SET at = at - ? WHERE userId = ?', [181 * 86_400_000, `U-msg${count}`]);
    const before = await shop.rows<{ id: string }>('SELECT id FROM message WHERE userId = ?', [
      `U-msg${count}`,
    ]);
    shop.passTime(86_400_000);
    await shop.core.jobs.runDue();

    expect(before).toHaveLength(1);
    expect(await kindsOf(client)).toEqual([]);
  });

  it('sends one message to WeChat for one consent', async () => {
    const { client, place, ship } = await aStore();
    const openid = await agree(client, '李雷');
    expect(await agreed(client)).toBe(1);
    await ship(await place());
    await ship(await place());

    expect(await agreed(client)).toBe(0);
    expect(await arrived(openid)).toMatchObject([
      {
        templateId: shipped,
        page: expect.stringMatching(/^pages\/order\/index\?orderId=/),
        data: { thing2: { value: expect.any(String) }, thing4: { value: '自有车辆' } },
      },
    ]);
    expect(await kindsOf(client)).toHaveLength(2);
  });

  it('counts a consent once that was told twice, and one that was refused or taken back not at all', async () => {
    const { client } = await aStore();
    const commandId = shop.newId();
    await agree(client, '韩梅梅', 'accept', 1, commandId);
    await agree(client, '韩梅梅', 'accept', 0, commandId);
    expect(await agreed(client)).toBe(1);

    await agree(client, '韩梅梅', 'reject');
    expect(await agreed(client)).toBe(1);
    await agree(client, '韩梅梅', 'ban');
    expect(await agreed(client)).toBe(0);
    const answers = [{ templateId: 'no-such-template', answer: 'accept' as const }];
    expect(await codeOf(client.messages.consent({ ...said(), code: 'any', answers }))).toBe(
      'messages.templateUnknown',
    );
  });

  it('takes one consent once, though two messages want it at the same moment', async () => {
    const { id, owner, client } = await aStore();
    const openid = await agree(client, '林涛');
    const { newId, jobs, database, clock } = shop.core;
    const postman = { templates: { orderShipped: { templateId: shipped, fields: { goods: 'thing2' } } } };
    const order = {
      orderId: 'O',
      number: 'N',
      sellerName: 'S',
      payableFen: 1,
      firstSkuName: '米',
      lineCount: 1,
    };
    const news = { kind: 'orderShipped', order, carrier: '', trackingNo: '' } as const;
    const person = { userId: `U-${owner}`, partyId: id };
    const tell = (eventId: string) =>
      database.transaction((tx) =>
        tellUsers(tx, { newId, jobs, postman }, { eventId, at: clock.now() }, [person], news),
      );
    await Promise.all(Array.from({ length: 6 }, (_, at) => tell(`AT-ONCE-${at}`)));
    await shop.core.jobs.runDue();

    expect(await agreed(client)).toBe(0);
    expect(await sendsOf(openid)).toHaveLength(1);
    expect(await arrived(openid)).toHaveLength(1);
    expect(await kindsOf(client)).toHaveLength(6);
  });

  it('believes WeChat when it says that there is no consent', async () => {
    const { client, place, ship } = await aStore();
    const openid = await agree(client, '露西', 'accept', 0);
    await agree(client, '露西', 'accept', 0);
    expect(await agreed(client)).toBe(2);
    await ship(await place());

    expect(await sendsOf(openid)).toMatchObject([{ state: 'unwanted', code: '43101' }]);
    expect(await agreed(client)).toBe(0);
  });

  describe('with a WeChat that is no more the user’s', () => {
    const openidsOf = async (loginName: string) =>
      (
        await shop.rows<{ openid: string }>('SELECT openid FROM messageConsent WHERE userId = ?', [
          `U-${loginName}`,
        ])
      ).map(({ openid }) => openid);

    it('are not sent there: what was agreed to goes with the binding', async () => {
      const { client, owner, place, ship } = await aStore();
      const openid = await agree(client, '解绑的人');
      await people.bind('解绑的人', owner);

      await client.auth.unbindWechat({});

      expect(await agreed(client)).toBe(0);
      await ship(await place());
      expect(await sendsOf(openid)).toEqual([]);
      expect(await kindsOf(client)).toContain('orderShipped');
    });

    it('are not sent there, even if they were on their way while WeChat was busy', async () => {
      const { client, owner, place, ship } = await aStore();
      const openid = await agree(client, '来不及的人');
      await people.bind('来不及的人', owner);
      nextAnswer = { kind: 'unknown', why: 'busy', mayRepeat: true };
      await ship(await place());
      expect(await sendsOf(openid)).toMatchObject([{ state: 'waiting', tries: 1 }]);

      await client.auth.unbindWechat({});

      expect(await sendsOf(openid)).toMatchObject([{ state: 'unwanted', code: 'unbound', tries: 1 }]);
    });

    it('are not sent there either when somebody else undid it', async () => {
      const { client, owner } = await aStore();
      await agree(client, '丢手机的人');
      await people.bind('丢手机的人', owner);

      await headquarters.auth.unbindWechatOf({ ...said(), userId: `U-${owner}`, reason: '手机遗失' });

      expect(await openidsOf(owner)).toEqual([]);
    });

    it('go to the one that took its place, if that one has agreed', async () => {
      const { client, owner } = await aStore();
      await agree(client, '旧微信');
      await people.bind('旧微信', owner);
      const openid = await agree(client, '新微信');
      await people.bind('新微信', owner);
      const asked = (await headquarters.auth.rebindings({})).items.find(
        ({ user }) => user.loginName === owner,
      );

      await headquarters.auth.approveRebinding({ ...said(), rebindingId: asked?.rebindingId ?? '' });

      expect(await openidsOf(owner)).toEqual([openid]);
    });
  });

  it('tries again while WeChat is busy, and never what may have arrived', async () => {
    const { client, place, ship } = await aStore();
    const openid = await agree(client, '吉姆', 'accept', 2);
    await agree(client, '吉姆', 'accept', 0);
    nextAnswer = { kind: 'unknown', why: 'busy', mayRepeat: true };
    await ship(await place());
    expect(await sendsOf(openid)).toMatchObject([{ state: 'waiting', tries: 1 }]);
    shop.passTime(6_000);
    await shop.core.jobs.runDue();
    expect(await sendsOf(openid)).toMatchObject([{ state: 'sent', tries: 2 }]);

    nextAnswer = { kind: 'unknown', why: 'TimeoutError' };
    await ship(await place());
    shop.passTime(2 * 3_600_000);
    await shop.core.jobs.runDue();

    expect((await sendsOf(openid))[1]).toMatchObject({ state: 'unknown', tries: 1 });
    expect(await arrived(openid)).toHaveLength(1);
  });

  it('takes a message that a process left on its way for one that may have arrived', async () => {
    const { client, place } = await aStore();
    const openid = await agree(client, '安妮');
    const orderId = await place();
    await seller.orders.ship({ orderId, shipmentId: shop.newId() });
    await shop.core.outbox.drain();
    await shop.run(`UPDATE messageSend SET state = 'sending' WHERE openid = ?`, [openid]);
    await shop.core.jobs.runDue();

    expect(await sendsOf(openid)).toMatchObject([{ state: 'unknown', tries: 0 }]);
    expect(await arrived(openid)).toEqual([]);
  });

  it('shows HQ what WeChat refused, and sends it again when it is mended', async () => {
    const { client, place, ship } = await aStore();
    const openid = await agree(client, '波莉');
    nextAnswer = { kind: 'refused', code: '47003', message: 'argument invalid' };
    await ship(await place());
    const [send] = (await headquarters.messages.sends({ state: 'failed' })).items;
    expect(send).toMatchObject({
      kind: 'orderShipped',
      code: '47003',
      advice: expect.stringContaining('字段'),
    });
    const waitingFor = async (one: Client) =>
      (await one.insight.desk({})).waiting.filter(({ kind }) => kind === 'failedSends');
    expect(await waitingFor(headquarters)).toMatchObject([{ title: '微信通知发送失败', count: 1 }]);
    expect([await waitingFor(await shop.as('hq-money')), await waitingFor(seller)]).toEqual([[], []]);

    await headquarters.messages.retrySend({ ...said(), sendId: send?.sendId ?? '' });
    await shop.core.jobs.runDue();

    expect(await sendsOf(openid)).toMatchObject([{ state: 'sent', tries: 2 }]);
    expect(await arrived(openid)).toHaveLength(1);
    expect(await waitingFor(headquarters)).toEqual([]);
    expect(await codeOf(headquarters.messages.retrySend({ ...said(), sendId: send?.sendId ?? '' }))).toBe(
      'messages.sendNotFailed',
    );
    expect(await codeOf(headquarters.messages.retrySend({ ...said(), sendId: 'NONE' }))).toBe(
      'messages.sendUnknown',
    );
  });

  it('tells a seller of goods asked back, and the buyer what was decided', async () => {
    const { client, books, place, ship } = await aStore();
    const orderId = await place();
    await ship(orderId);
    const [shipment] = (await client.orders.get({ orderId })).shipments;
    const shipmentId = shipment?.shipmentId ?? '';
    await client.orders.sign({ ...said(), orderId, shipmentId });
    const afterSalesId = shop.newId();
    await client.afterSales.request({
      afterSalesId,
      orderId,
      kind: 'return',
      reason: 'quality',
      lines: [{ shipmentId, shipmentLineNo: 1, quantity: 1 }],
    });
    await work();
    const [toSeller] = (await seller.messages.list({})).items;
    expect(toSeller).toMatchObject({ kind: 'afterSalesAsked', subjectId: afterSalesId });

    await seller.afterSales.refuse({ ...said(), afterSalesId, words: '超过期限' });
    await work();

    const [toBuyer] = (await client.messages.list({})).items;
    expect(toBuyer).toMatchObject({ kind: 'afterSalesDecided', body: expect.stringContaining('超过期限') });
    expect(await kindsOf(await shop.as(books))).toEqual([]);
  });

  describe('of a sale that is to start', () => {
    const aSale = async (inMs: number) => {
      const now = shop.core.clock.now();
      count += 1;
      const activityId = `REMIND${count}`;
      await openSale(shop, {
        activityId,
        startsAt: new Date(now + inMs).toISOString(),
        endsAt: new Date(now + inMs + 60 * minute).toISOString(),
      });
      return activityId;
    };
    const goBy = async (ms: number) => {
      shop.passTime(ms);
      await shop.core.jobs.runDue();
    };

    it('reminds those who asked ten minutes before, once, and nobody else', async () => {
      const { client, buyer } = await aStore();
      const subjectId = await aSale(30 * minute);
      await client.messages.remind({ subject: 'flash', subjectId });
      await client.messages.remind({ subject: 'flash', subjectId });
      expect((await client.messages.reminders({})).items).toMatchObject([{ subject: 'flash', subjectId }]);

      await goBy(19 * minute);
      expect(await kindsOf(client)).toEqual([]);
      await goBy(2 * minute);
      await goBy(2 * minute);

      expect(await kindsOf(client)).toEqual(['saleStarting']);
      expect((await client.messages.reminders({})).items).toEqual([]);
      expect(await kindsOf(await shop.as(buyer))).toEqual([]);
    });

    it('reminds of a promotion as well, which is told as begun when the reminder comes late', async () => {
      const { client } = await aStore();
      const promotionId = shop.newId();
      const startsAt = shop.core.clock.now() + 20 * minute;
      const promotion = aPromotionOf('D1', {
        promotionId,
        name: '周末满减',
        startsAt: new Date(startsAt).toISOString(),
      });
      await seller.promotions.put({ ...said(), expectedVersion: 0, promotion });
      await seller.promotions.publish({ ...said(), promotionId, expectedVersion: 1 });
      await client.messages.remind({ subject: 'promotion', subjectId: promotionId });
      await goBy(25 * minute);

      expect((await client.messages.list({})).items).toMatchObject([
        { kind: 'saleStarting', title: '周末满减已开始', subject: 'promotion', subjectId: promotionId },
      ]);
    });

    it('reminds nobody who took it back, and of nothing that was stopped', async () => {
      const { client } = await aStore();
      const [takenBack, stopped] = [await aSale(30 * minute), await aSale(30 * minute)];
      await client.messages.remind({ subject: 'flash', subjectId: takenBack });
      await client.messages.remind({ subject: 'flash', subjectId: stopped });
      await client.messages.remind({ subject: 'flash', subjectId: takenBack, isOn: false });
      await seller.flash.stop({ ...said(), activityId: stopped });
      await goBy(25 * minute);

      expect(await kindsOf(client)).toEqual([]);
      expect((await client.messages.reminders({})).items).toEqual([]);
    });

    it('takes no reminder of what has begun, is not there, or is for others', async () => {
      const { client } = await aStore();
      await shop.addStore({ id: `FAR${count}`, supplierId: 'D2' });
      const stranger = await shop.as(`far${count}`);
      const [open, coming] = [await aSale(-1_000), await aSale(30 * minute)];
      const askFor = (who: Client, subjectId: string) =>
        codeOf(who.messages.remind({ subject: 'flash', subjectId }));

      expect(await askFor(client, open)).toBe('messages.saleStarted');
      expect(await askFor(client, 'NONE')).toBe('messages.saleUnknown');
      expect(await askFor(stranger, coming)).toBe('messages.saleUnknown');
    });
  });

  endsWithBooks(() => shop);
});
