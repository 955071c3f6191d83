import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { password } from './found-company';
import { codeOf, endsWithBooks, openShop, outcomeOf, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('signing in', (engine) => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const tryWrong = (loginName: string) =>
    outcomeOf(shop.visitor.auth.logIn({ loginName, password: 'not the password' }));

  it('tells who has come in', async () => {
    const { me, expiresAt } = await shop.logIn('s1');

    expect(me).toMatchObject({
      loginName: 's1',
      roles: ['owner'],
      sells: false,
      buys: true,
      party: { partyId: 'S1', kind: 'store' },
    });
    expect(Date.parse(expiresAt)).toBeGreaterThan(shop.core.clock.now());
    expect(await (await shop.as('hq')).auth.me({})).toMatchObject({ sells: true, buys: false });
  });

  it('does not let a suspended party in, and keeps quiet about it to a wrong password', async () => {
    expect(await codeOf(shop.logIn('s4'))).toBe('auth.suspended');
    expect(await tryWrong('s4')).toBe('auth.wrong');
  });

  it.each(['known', 'unknown'])('locks a %s name after ten wrong passwords, and no other', async (kind) => {
    const name = `locked-${kind}`;
    if (kind === 'known') await shop.addStore({ id: 'LOCKED', people: { [name]: ['owner'] } });

    const outcomes: string[] = [];
    for (let count = 0; count < 11; count += 1) outcomes.push(await tryWrong(name));

    expect(outcomes).toEqual([...Array<string>(10).fill('auth.wrong'), 'auth.locked']);
    const refusal = await refusalOf(shop.visitor.auth.logIn({ loginName: name.toUpperCase(), password }));
    expect([refusal.status, refusal.code]).toEqual([423, 'auth.locked']);
    expect((await shop.logIn('s2')).me.party.partyId).toBe('S2');
  });

  it('counts wrong passwords that come at once one by one', async () => {
    const outcomes = await Promise.all(Array.from({ length: 24 }, () => tryWrong('hasty')));

    expect(outcomes.filter((outcome) => outcome === 'auth.wrong')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'auth.locked')).toHaveLength(14);
  });

  it('counts wrong current passwords of a password change as well', async () => {
    const client = await shop.openStore({ id: 'CHANGER' });
    const change = (currentPassword: string) =>
      outcomeOf(client.auth.changePassword({ currentPassword, newPassword: 'a-new-password' }));

    for (let count = 0; count < 10; count += 1) expect(await change('not this one')).toBe('auth.wrong');

    expect(await change(password)).toBe('auth.locked');
    expect((await client.auth.me({})).party.partyId).toBe('CHANGER');
  });

  it('ends a session when its user logs out, and only that one', async () => {
    const [one, two] = await Promise.all([shop.logIn('s2'), shop.logIn('s2')]);

    await shop.clientOf(one.token).auth.logOut({});

    const refusal = await refusalOf(shop.clientOf(one.token).auth.me({}));
    expect([refusal.status, refusal.code]).toEqual([401, 'auth.expired']);
    expect((await shop.clientOf(two.token).auth.me({})).loginName).toBe('s2');
  });

  it('ends one of a user’s sessions from another', async () => {
    await shop.addStore({ id: 'DEVICES' });
    const here = shop.clientOf((await shop.logIn('devices')).token);
    const there = shop.clientOf((await shop.logIn('devices')).token);
    const { items } = await here.auth.sessions({});
    expect(items).toHaveLength(2);
    const other = items.find(({ current }) => !current)?.sessionId ?? '';

    await here.auth.revokeSession({ sessionId: other });

    expect(await codeOf(there.auth.me({}))).toBe('auth.expired');
    expect((await here.auth.sessions({})).items).toMatchObject([{ current: true }]);
    expect(await codeOf(here.auth.revokeSession({ sessionId: other }))).toBe('auth.sessionUnknown');
  });

  it('ends every other session of a user who changes the password', async () => {
    await shop.addStore({ id: 'RENEWER' });
    const tokens = await Promise.all([1, 2, 3].map(async () => (await shop.logIn('renewer')).token));
    const [here, ...others] = tokens.map((token) => shop.clientOf(token));

    await here?.auth.changePassword({ currentPassword: password, newPassword: 'an-even-newer-one' });

    expect((await here?.auth.me({}))?.loginName).toBe('renewer');
    for (const other of others) expect(await codeOf(other.auth.me({}))).toBe('auth.expired');
    expect(await codeOf(shop.logIn('renewer'))).toBe('auth.wrong');
    const again = shop.visitor.auth.logIn({ loginName: 'renewer', password: 'an-even-newer-one' });
    expect((await again).me.loginName).toBe('renewer');
  });

  it.each(['user', 'party'])('closes the door to a suspended %s at once', async (kind) => {
    const id = `SUSPENDED-${kind.toUpperCase()}`;
    const [ownerName, name] = [`${id.toLowerCase()}-owner`, id.toLowerCase()];
    await shop.addStore({ id, people: { [ownerName]: ['owner'], [name]: ['purchaser'] } });
    const client = await shop.as(name);
    expect((await client.auth.me({})).party.partyId).toBe(id);

    const commandId = shop.newId();
    if (kind === 'user') {
      await (await shop.as(ownerName)).partners.suspendStaff({ commandId, userId: `U-${name}` });
    } else {
      const headquarters = await shop.as('hq');
      await headquarters.partners.suspend({ commandId, partyId: id, effect: 'logIn', reason: '欠款' });
    }

    expect(await codeOf(client.auth.me({}))).toBe('auth.expired');
    expect(
      await codeOf(client.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'WATER', quantity: 50 }] })),
    ).toBe('auth.expired');
    expect(await codeOf(shop.logIn(name))).toBe('auth.suspended');
  });

  it('ends a session when its time is over', async () => {
    const client = await shop.openStore({ id: 'EXPIRED' });
    await shop.run(`UPDATE session SET expiresAt = ? WHERE userId = 'U-expired'`, [shop.core.clock.now()]);

    expect(await codeOf(client.auth.me({}))).toBe('auth.expired');
  });

  it('does not believe what a request says of the time', async () => {
    const token = await shop.tokenOf('s1');
    const before = shop.core.clock.now();

    const { body } = await shop.send({
      method: 'POST',
      path: '/api/v1/orders',
      token,
      saidAt: '1000',
      text: JSON.stringify({ orderId: shop.newId(), lines: [{ skuId: 'CAP', quantity: 10 }] }),
    });

    expect(Date.parse((body as { placedAt: string }).placedAt)).toBeGreaterThanOrEqual(before);
  });

  endsWithBooks(() => shop);
});
