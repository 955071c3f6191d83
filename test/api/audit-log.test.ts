import { contract } from '@tongpan/bff/src/contract';
import { recordedRoutes } from '@tongpan/bff/src/recorded-routes';
import { auditKeptDays, type Caller, dayMs, logInRoutes, openCore, ruleRoutes } from '@tongpan/core';
import { aRecorded } from '@tongpan/core/src/audit-log/testing';
import { z } from 'zod';
import { eventually } from '../engines/eventually';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { password } from './found-company';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

it('knows every way in: each public route that gives a token', () => {
  const givesToken = Object.entries(contract.auth).filter(
    ([, { access, output }]) =>
      access === 'public' && JSON.stringify(z.toJSONSchema(output)).includes('"token"'),
  );

  expect(givesToken.map(([name]) => `auth.${name}`).sort()).toEqual([...logInRoutes].sort());
});

it('knows rules by routes that are recorded', () => {
  const recorded: Readonly<Record<string, Readonly<Record<string, unknown>>>> = recordedRoutes;
  const isRecorded = (name: string) => {
    const [room = '', route = ''] = name.split('.');
    return typeof recorded[room]?.[route] === 'function';
  };

  expect(ruleRoutes.filter((name) => !isRecorded(name))).toEqual([]);
});

forEachEngine('the audit log', (engine) => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  type Query = Parameters<Awaited<ReturnType<Shop['as']>>['auditLog']['list']>[0];
  /** The log as somebody sees it now. */
  const logOf = async (loginName: string, query: Query = {}) => {
    const { auditLog } = await shop.as(loginName);
    await shop.core.auditLog.flush();
    return (await auditLog.list(query)).items;
  };
  const setTerms = async (loginName: string, buyerId: string, days: number) =>
    (await shop.as(loginName)).credit.setTerms({
      commandId: shop.newId(),
      buyerId,
      kind: 'net',
      days,
      reason: '谈妥',
    });

  it('tells who changed a setting, from where, to what, and what it was before', async () => {
    await setTerms('d1', 'S1', 15);
    await setTerms('d1', 'S2', 99);
    await setTerms('d1', 'S1', 30);

    const [entry] = await logOf('d1', { route: 'credit.setTerms', subjectId: 'S1' });
    expect(entry).toMatchObject({
      user: { userId: 'U-d1', roles: ['owner'] },
      party: { partyId: 'D1' },
      route: 'credit.setTerms',
      subjectId: 'S1',
      outcome: 'done',
      address: '127.0.0.1',
      input: { buyerId: 'S1', days: 30, reason: '谈妥' },
    });
    expect(entry?.device).not.toBe('');
    expect(entry?.requestId).not.toBe('');
    const { previous } = await (await shop.as('d1')).auditLog.get({ entryId: entry?.entryId ?? '' });
    expect(previous).toMatchObject({ subjectId: 'S1', input: { days: 15 }, outcome: 'done' });
  });

  it('tells of a refusal by its code, and finds refusals alone', async () => {
    const { credit } = await shop.as('d1');
    const asked = { receiptId: 'NO-SUCH-RECEIPT', commandId: shop.newId(), reason: '错' };
    expect(await codeOf(credit.reverseReceipt(asked))).toBe('credit.receiptUnknown');

    const refused = await logOf('d1', { outcome: 'refused' });

    expect(refused).toMatchObject([
      { route: 'credit.reverseReceipt', outcome: 'credit.receiptUnknown', subjectId: 'NO-SUCH-RECEIPT' },
    ]);
    expect(await logOf('d1', { outcome: 'credit.receiptUnknown' })).toEqual(refused);
  });

  it('tells who tried what its role does not open', async () => {
    const buyer = await shop.as('d1-buyer');
    expect(await codeOf(buyer.orders.setAutoSign({ commandId: shop.newId(), autoSignDays: 3 }))).toBe(
      'access.denied',
    );

    expect(await logOf('d1', { userId: 'U-d1-buyer', route: 'orders' })).toMatchObject([
      { route: 'orders.setAutoSign', outcome: 'access.denied', input: null },
    ]);
  });

  it('tells of log-ins, those that fail and the end of them', async () => {
    await shop.addStore({ id: 'SIGNER' });
    await outcomeOf(shop.visitor.auth.logIn({ loginName: 'signer', password: 'wrong-Secret-1' }));
    await outcomeOf(shop.visitor.auth.logIn({ loginName: 'nobody-there', password: 'wrong-Secret-2' }));
    const { token } = await shop.logIn('signer');
    await shop.clientOf(token).auth.logOut({});

    const ofTheStore = await logOf('signer', { route: 'auth', subjectId: 'U-signer' });

    expect(ofTheStore.map(({ route, outcome, user }) => [route, outcome, user?.userId])).toEqual([
      ['auth.logIn', 'done', 'U-signer'],
      ['auth.logOut', 'done', 'U-signer'],
      ['auth.logIn', 'done', 'U-signer'],
      ['auth.logIn', 'auth.wrong', undefined],
    ]);
    expect(ofTheStore.at(-1)?.input).toMatchObject({ loginName: 'signer', password: '…' });
    const [stranger] = (await logOf('hq', { route: 'auth.logIn', outcome: 'auth.wrong' })).filter(
      ({ party }) => party === null,
    );
    expect(stranger?.input).toMatchObject({ loginName: 'nobody-there' });
  });

  it('finds log-ins alone, whoever let somebody in and whoever did not', async () => {
    await shop.addStore({ id: 'COMER' });
    await outcomeOf(shop.visitor.auth.logIn({ loginName: 'comer', password: 'wrong-Secret-3' }));
    const { token } = await shop.logIn('comer');
    await shop.clientOf(token).auth.logOut({});

    const logIns = await logOf('comer', { only: 'logIns' });

    expect(logIns.slice(-2).map(({ route, outcome }) => [route, outcome])).toEqual([
      ['auth.logIn', 'done'],
      ['auth.logIn', 'auth.wrong'],
    ]);
    expect(logIns.filter(({ route }) => !logInRoutes.includes(route))).toEqual([]);
    expect((await logOf('comer', { only: 'logIns', outcome: 'refused' })).length).toBe(1);
  });

  it('finds changes of rules alone', async () => {
    const { orders } = await shop.as('d1');
    await orders.setAutoSign({ commandId: shop.newId(), autoSignDays: 5 });

    const [latest, ...others] = await logOf('d1', { only: 'rules' });

    expect(latest).toMatchObject({ route: 'orders.setAutoSign', input: { autoSignDays: 5 } });
    expect(others.filter(({ route }) => !ruleRoutes.includes(route))).toEqual([]);
  });

  it('tells of a name that is locked', async () => {
    await shop.addStore({ id: 'LOCKED' });
    for (let count = 0; count < 11; count += 1) {
      await outcomeOf(shop.visitor.auth.logIn({ loginName: 'locked', password: `guess-${count}` }));
    }

    expect(await logOf('hq', { outcome: 'auth.locked' })).toMatchObject([
      { route: 'auth.logIn', user: null, party: { partyId: 'LOCKED' }, subjectId: 'U-locked' },
    ]);
  });

  it('keeps no secret, whatever was sent', async () => {
    const { partners, auth } = await shop.as('s1');
    await outcomeOf(auth.changePassword({ currentPassword: 'an-old-Secret', newPassword: 'a-new-Secret' }));
    await partners.addAddress({
      commandId: shop.newId(),
      receiver: '李老板',
      phone: '13912345678',
      regionCode: '330106',
      detail: '文三路 9 号，送货前打 13912345678',
    });
    await shop.core.auditLog.flush();

    const rows = await shop.rows<{ input: string | null }>('SELECT input FROM auditEntry');
    const everything = JSON.stringify(rows);

    expect(rows.length).toBeGreaterThan(10);
    expect(everything).toContain('文三路 9 号');
    for (const secret of [password, 'Secret', '13912345678', 'guess-'])
      expect(everything).not.toContain(secret);
  });

  it('shows a party its own alone, by a list and by an id, and HQ everybody’s', async () => {
    const own = await logOf('d1');
    const all = await logOf('hq', { limit: 100 });
    const [foreign] = await logOf('s1');

    expect(new Set(own.map(({ party }) => party?.partyId))).toEqual(new Set(['D1']));
    expect(new Set(all.map(({ party }) => party?.partyId))).toEqual(
      new Set(['HQ', 'D1', 'S1', 'SIGNER', 'COMER', 'LOCKED', undefined]),
    );
    expect(foreign?.party?.partyId).toBe('S1');
    const asked = (await shop.as('d1')).auditLog.get({ entryId: foreign?.entryId ?? '' });
    expect(await codeOf(asked)).toBe('auditLog.unknown');
  });

  it('does not record what is on the hot path or only reads', async () => {
    const store = await shop.as('s1');
    const before = (await logOf('hq', { limit: 100 })).length;

    await store.orders.quote({ lines: [{ skuId: 'WATER', quantity: 50 }] });
    await store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'WATER', quantity: 50 }] });
    await store.messages.readAll({});

    expect(await logOf('hq', { limit: 100 })).toHaveLength(before);
  });

  it('comes page by page, newest first, between days', async () => {
    const { auditLog } = await shop.as('hq');
    const whole = await logOf('hq', { limit: 100 });
    const paged: string[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await auditLog.list({ limit: 7, cursor });
      paged.push(...page.items.map(({ entryId }) => entryId));
      cursor = page.nextCursor ?? undefined;
    }

    expect(paged).toEqual(whole.map(({ entryId }) => entryId));
    expect(paged).toEqual([...paged].sort().reverse());
    expect(await logOf('hq', { limit: 100, from: shop.today, to: shop.today })).toHaveLength(whole.length);
    expect(await logOf('hq', { to: '2026-11-21' })).toEqual([]);
    expect(await codeOf(auditLog.list({ cursor: 'nonsense' }))).toBe('request.cursorUnknown');
  });

  it('forgets what is older than it is kept, and nothing else', async () => {
    const [kept] = await logOf('hq');
    await shop.run(`UPDATE auditEntry SET at = at - ? WHERE route = 'orders.setAutoSign'`, [
      (auditKeptDays + 1) * dayMs,
    ]);

    await shop.core.auditLog.purgeJob().run({ log: { info: () => undefined } } as never);

    expect(await logOf('hq', { route: 'orders' })).toEqual([]);
    expect((await logOf('hq'))[0]).toEqual(kept);
  });

  endsWithBooks(() => shop);
});

forEachEngine('the audit log by itself', (engine) => {
  it('is written behind the answer, without anybody asking', async () => {
    const shop = await openShop(engine, { auditDelayMs: 50 });
    try {
      await shop.logIn('s1');
      await eventually('the log-in is in the log', async () => {
        const rows = await shop.rows<{ route: string }>('SELECT route FROM auditEntry');
        return rows.length === 1 && rows[0]?.route === 'auth.logIn';
      });
    } finally {
      await shop.close();
    }
  });

  it('is written at the latest when the process stops, and is there at the next start', async () => {
    const settings = { ...(await engine.makePlace()), sessionDays: 1 };
    const boss = { partyId: 'HQ', partyKind: 'hq' } as Caller;
    const first = await openCore(settings, { auditDelayMs: null });
    first.auditLog.record(aRecorded({ requestId: 'request-1' }));
    await first.close();

    const second = await openCore(settings, { auditDelayMs: null });
    const { items } = await second.auditLog.list(boss, { limit: 10 });
    await second.close();

    expect(items.map(({ entry }) => entry.requestId)).toEqual(['request-1']);
  });
});
