import { createHmac } from 'node:crypto';
import type { Client } from '@tongpan/bff';
import { type Courier, dayMs, type HookLetter, type HookOutcome, liveKeysAtMost } from '@tongpan/core';
import { eventually } from '../engines/eventually';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

const minuteMs = 60_000;
const arrived: HookOutcome = { statusCode: 204, failure: '', durationMs: 3 };
const broken: HookOutcome = { statusCode: 500, failure: 'statusRefused', durationMs: 3 };

interface Told {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

forEachEngine('programs of parties', (engine) => {
  let shop: Shop;
  let s1: Client;
  let d1: Client;
  const letters: HookLetter[] = [];
  let outcome = arrived;
  const courier: Courier = {
    allowsLoopback: false,
    isOutside: (url) => !url.includes('//10.'),
    send: (letter) => {
      letters.push(letter);
      return Promise.resolve(outcome);
    },
  };

  beforeAll(async () => {
    shop = await openShop(engine, { courier });
    [s1, d1] = (await Promise.all(['s1', 'd1'].map(shop.as))) as [Client, Client];
  });
  afterAll(() => shop.close());
  beforeEach(() => {
    letters.length = 0;
    outcome = arrived;
  });

  const said = () => ({ commandId: shop.newId() });
  type Scopes = Parameters<Client['openApi']['makeKey']>[0]['scopes'];
  const keyFor = async (owner: Client, scopes: Scopes, more = {}) => {
    const { key, token } = await owner.openApi.makeKey({ ...said(), name: 'ERP', scopes, ...more });
    return { key, client: shop.clientOf(token ?? ''), token: token ?? '' };
  };
  type Types = Parameters<Client['openApi']['putWebhook']>[0]['types'];
  const hookFor = async (owner: Client, types: Types, name = '推送') => {
    // What has happened before is nothing to it.
    await shop.core.outbox.drain();
    const webhookId = shop.newId();
    const { secret, webhook } = await owner.openApi.putWebhook({
      ...said(),
      ...{ webhookId, expectedVersion: 0, name, types },
      url: 'https://erp.example.com/hooks',
    });
    return { webhookId, secret: secret ?? '', version: webhook.version };
  };
  const work = async () => {
    await shop.core.outbox.drain();
    await shop.core.jobs.runDue();
  };
  const place = async (client: Client) => {
    const orderId = shop.newId();
    await client.orders.place({ orderId, lines: [{ skuId: 'CAP', quantity: 10 }] });
    return orderId;
  };
  const toldIn = ({ body }: HookLetter) => JSON.parse(body) as Told;
  const isSigned = ({ body, headers }: HookLetter, secret: string) => {
    const signed = `${headers['X-Tongpan-Timestamp']}.${body}`;
    const signature = `v1=${createHmac('sha256', secret).update(signed).digest('hex')}`;
    return headers['X-Tongpan-Signature']?.split(',').includes(signature) === true;
  };

  it('order by a key as their owner would, under its name, and twice the same order is one', async () => {
    const { client, key } = await keyFor(s1, ['catalog.read', 'orders.read', 'orders.write', 'credit.read']);
    const lines = [{ skuId: 'CAP', quantity: 10 }];
    expect((await client.orders.quote({ lines })).verdict).toBe('approved');
    const orderId = shop.newId();

    const first = await client.orders.place({ orderId, lines });
    expect(await client.orders.place({ orderId, lines })).toEqual(first);

    expect((await s1.orders.get({ orderId })).state).toBe('approved');
    expect((await client.orders.get({ orderId })).orderId).toBe(orderId);
    await client.orders.cancel({ orderId, ...said() });
    await shop.core.auditLog.flush();
    const [entry] = (await s1.auditLog.list({ subjectId: orderId })).items;
    expect(entry).toMatchObject({ user: { userId: key.keyId, name: '密钥 ERP' }, outcome: 'done' });
  });

  it('reach what their scopes open and nothing else', async () => {
    const { client } = await keyFor(s1, ['orders.read']);

    expect((await client.orders.list({})).items.length).toBeGreaterThan(0);
    expect(await outcomeOf(client.catalog.search({}))).toBe('access.outOfScope');
    expect(await outcomeOf(place(client))).toBe('access.outOfScope');
    expect(await outcomeOf(client.openApi.keys({}))).toBe('access.outOfScope');
    expect(await outcomeOf(client.partners.staff({}))).toBe('access.outOfScope');
  });

  it('are given no scope that their party has no use for', async () => {
    const wrong = { ...said(), name: 'ERP', scopes: ['stock.read' as const] };

    expect(await codeOf(s1.openApi.makeKey(wrong))).toBe('openApi.scopeUnfit');
    expect(await codeOf(s1.openApi.makeKey({ ...wrong, ...said(), scopes: ['orders.review'] }))).toBe(
      'openApi.scopeUnfit',
    );
  });

  it('are told the token once, and it stands nowhere', async () => {
    const input = { ...said(), name: 'ERP', scopes: ['orders.read' as const] };
    const { token } = await s1.openApi.makeKey(input);
    expect((await s1.openApi.makeKey(input)).token).toBeNull();

    const kept = [
      ...(await shop.rows('SELECT * FROM apiKey')),
      ...(await shop.rows('SELECT * FROM commandAnswer')),
    ];
    expect(token).toMatch(/^tpk_[\w-]{43}$/);
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('are out at once when their key is revoked, in every process', async () => {
    const { key, token, client } = await keyFor(s1, ['orders.read']);
    const elsewhere = await shop.openNeighbour();
    const other = elsewhere.clientOf(token);
    expect(await outcomeOf(other.orders.counts({}))).toBe('ok');

    await s1.openApi.revokeKey({ ...said(), keyId: key.keyId });

    expect(await outcomeOf(client.orders.counts({}))).toBe('auth.expired');
    expect(await outcomeOf(other.orders.counts({}))).toBe('auth.expired');
    expect(await codeOf(s1.openApi.revokeKey({ ...said(), keyId: key.keyId }))).toBe('openApi.keyRevoked');
  });

  it('are out when their key is over, and when their party is suspended', async () => {
    const expiresAt = new Date(shop.core.clock.now() + minuteMs).toISOString();
    const { client } = await keyFor(s1, ['orders.read'], { expiresAt });
    const away = await shop.openStore({ id: 'AWAY' });
    const { client: ofAway } = await keyFor(away, ['orders.read']);
    expect(await outcomeOf(client.orders.counts({}))).toBe('ok');
    expect(await outcomeOf(ofAway.orders.counts({}))).toBe('ok');

    shop.passTime(minuteMs);
    const suspension = { ...said(), partyId: 'AWAY', effect: 'logIn', reason: '停业' } as const;
    await (await shop.as('hq')).partners.suspend(suspension);

    expect(await outcomeOf(client.orders.counts({}))).toBe('auth.expired');
    expect(await outcomeOf(ofAway.orders.counts({}))).toBe('auth.expired');
    expect((await s1.openApi.keys({ standing: 'expired' })).items).toHaveLength(1);
  });

  it('come from where they may, and it is seen when they came', async () => {
    const { client: near, key } = await keyFor(s1, ['orders.read'], { networks: ['127.0.0.0/8'] });
    const { client: far } = await keyFor(s1, ['orders.read'], { networks: ['203.0.113.0/24'] });

    expect(await outcomeOf(near.orders.counts({}))).toBe('ok');
    expect(await outcomeOf(far.orders.counts({}))).toBe('access.addressDenied');
    await eventually('the use of the key is noted', async () => {
      const { items } = await s1.openApi.keys({});
      return items.find(({ keyId }) => keyId === key.keyId)?.lastAddress === '127.0.0.1';
    });
  });

  it('have no more keys than a handful', async () => {
    const owner = await shop.openStore({ id: 'MANY' });
    for (let count = 0; count < liveKeysAtMost; count += 1) await keyFor(owner, ['orders.read']);

    expect(await codeOf(keyFor(owner, ['orders.read']))).toBe('openApi.tooManyKeys');
  });

  it('are told, signed, what happens to their party’s orders, and nothing of others', async () => {
    const buyers = await hookFor(s1, ['order.approved', 'order.shipped']);
    await hookFor(await shop.as('d2'), ['order.placed', 'order.approved', 'order.shipped']);
    const orderId = await place(s1);
    const shipmentId = shop.newId();
    await d1.orders.ship({ orderId, shipmentId });

    await work();

    expect(letters.map(toldIn)).toMatchObject([
      { type: 'order.approved', data: { orderId, sellerId: 'D1', buyerId: 'S1' } },
      { type: 'order.shipped', data: { orderId, shipmentId } },
    ]);
    expect(letters.every((letter) => isSigned(letter, buyers.secret))).toBe(true);
    const { items } = await s1.openApi.deliveries({ webhookId: buyers.webhookId });
    expect(items.map(({ state, statusCode, tries }) => [state, statusCode, tries])).toEqual([
      ['delivered', 204, 1],
      ['delivered', 204, 1],
    ]);
    await s1.openApi.removeWebhook({ ...said(), webhookId: buyers.webhookId, expectedVersion: 1 });
  });

  it('are asked again over a day, then a person may send it once more', async () => {
    const { webhookId } = await hookFor(s1, ['order.placed']);
    outcome = broken;
    await place(s1);
    await work();
    for (const minutes of [1, 5, 15, 60, 120, 240, 480, 519]) {
      const before = letters.length;
      await work();
      expect(letters).toHaveLength(before);
      shop.passTime(minutes * minuteMs);
      await work();
      expect(letters).toHaveLength(before + 1);
    }
    const [dead] = (await s1.openApi.deliveries({ webhookId })).items;
    expect(dead).toMatchObject({ state: 'dead', tries: 9, statusCode: 500, failure: 'statusRefused' });
    expect(new Set(letters.map((letter) => toldIn(letter).id)).size).toBe(1);

    outcome = arrived;
    const resend = { ...said(), deliveryId: dead?.deliveryId ?? '' };
    await s1.openApi.resend(resend);
    await s1.openApi.resend(resend);
    await work();

    expect(letters).toHaveLength(10);
    const [again] = (await s1.openApi.deliveries({ webhookId })).items;
    expect(again).toMatchObject({ state: 'delivered', tries: 1 });
    await s1.openApi.removeWebhook({ ...said(), webhookId, expectedVersion: 1 });
  });

  it('are let alone after three days without an answer, and their owner hears of it', async () => {
    const { webhookId } = await hookFor(s1, ['order.placed'], '仓库系统');
    outcome = broken;
    await place(s1);
    await work();
    shop.passTime(3 * dayMs);
    await work();

    const webhook = (await s1.openApi.webhooks({})).items.find((one) => one.webhookId === webhookId);
    expect(webhook).toMatchObject({ state: 'paused', pausedBecause: 'failing' });
    const [message] = (await s1.messages.list({})).items;
    expect(message).toMatchObject({ kind: 'webhookPaused', subject: 'webhook', subjectId: webhookId });
    expect(message?.body).toContain('仓库系统');
    expect(await codeOf(s1.openApi.testWebhook({ ...said(), webhookId }))).toBe('openApi.webhookPaused');

    outcome = arrived;
    await s1.openApi.setWebhookState({ ...said(), webhookId, expectedVersion: 2, state: 'active' });
    await s1.openApi.testWebhook({ ...said(), webhookId });
    await work();
    expect(letters.map((letter) => toldIn(letter).type)).toContain('webhook.test');
    await s1.openApi.removeWebhook({ ...said(), webhookId, expectedVersion: 3 });
  });

  it('are signed to by two secrets for a day after one was changed', async () => {
    const { webhookId, secret } = await hookFor(s1, ['order.placed']);
    const rotated = await s1.openApi.rotateSecret({ ...said(), webhookId, expectedVersion: 1 });
    const test = async () => {
      await s1.openApi.testWebhook({ ...said(), webhookId });
      await work();
      return letters.at(-1) as HookLetter;
    };

    const during = await test();
    shop.passTime(dayMs);
    const after = await test();

    expect([secret, rotated.secret ?? ''].map((one) => isSigned(during, one))).toEqual([true, true]);
    expect([secret, rotated.secret ?? ''].map((one) => isSigned(after, one))).toEqual([false, true]);
    await s1.openApi.removeWebhook({ ...said(), webhookId, expectedVersion: 2 });
  });

  it('live at https addresses outside, and the second of two editors is told', async () => {
    const { webhookId } = await hookFor(s1, ['order.placed']);
    const change = (url: string, expectedVersion = 1) =>
      outcomeOf(
        s1.openApi.putWebhook({
          ...said(),
          webhookId,
          expectedVersion,
          name: 'ERP',
          url,
          types: ['order.placed'],
        }),
      );

    expect(await change('http://erp.example.com/')).toBe('openApi.urlNotHttps');
    expect(await change('https://10.0.0.1/')).toBe('openApi.addressForbidden');
    expect(await change('https://me:secret@erp.example.com/')).toBe('openApi.urlWrong');
    expect(await change('https://erp.example.com/new')).toBe('ok');
    expect(await change('https://erp.example.com/old')).toBe('openApi.versionChanged');
    await s1.openApi.removeWebhook({ ...said(), webhookId, expectedVersion: 2 });
  });

  endsWithBooks(() => shop);
});
