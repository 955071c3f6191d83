import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('the staff of a party', (engine) => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  type Role = 'owner' | 'purchaser' | 'finance' | 'warehouse';
  const add = (owner: Client, loginName: string, roles: Role[] = ['purchaser']) =>
    owner.partners.addStaff({ commandId: shop.newId(), loginName, name: '小王', roles });
  const one = (userId: string) => ({ commandId: shop.newId(), userId });
  /** A member who has changed the first password. */
  const settled = async (owner: Client, loginName: string, roles: Role[] = ['purchaser']) => {
    const { user, oneTimePassword } = await add(owner, loginName, roles);
    const { token } = await shop.visitor.auth.logIn({ loginName, password: oneTimePassword ?? '' });
    const client = shop.clientOf(token);
    await client.auth.changePassword({
      currentPassword: oneTimePassword ?? '',
      newPassword: 'a-word-of-my-own',
    });
    return { userId: user.userId, client };
  };

  it('is let in by its owner, with a password that opens nothing but its change', async () => {
    const owner = await shop.openStore({ id: 'STAFFED' });
    const { user, oneTimePassword } = await add(owner, 'staffed-buyer');
    expect(user).toMatchObject({ status: 'active', mustChangePassword: true, roles: ['purchaser'] });

    const { token, me } = await shop.visitor.auth.logIn({
      loginName: 'staffed-buyer',
      password: oneTimePassword ?? '',
    });
    const client = shop.clientOf(token);

    expect(me.mustChangePassword).toBe(true);
    expect(await codeOf(client.partners.addresses({}))).toBe('auth.passwordMustChange');
    expect(await codeOf(client.auth.sessions({}))).toBe('auth.passwordMustChange');
    await client.auth.changePassword({
      currentPassword: oneTimePassword ?? '',
      newPassword: 'a-word-of-my-own',
    });
    expect((await client.partners.addresses({})).items).toHaveLength(1);
    expect(await codeOf(client.partners.staff({}))).toBe('access.denied');
    expect((await owner.partners.staff({})).items.map(({ loginName }) => loginName).sort()).toEqual([
      'staffed',
      'staffed-buyer',
    ]);
  });

  it('may log out before the first password is changed', async () => {
    const owner = await shop.openStore({ id: 'LEAVER' });
    const { oneTimePassword } = await add(owner, 'leaver-buyer');
    const logIn = { loginName: 'leaver-buyer', password: oneTimePassword ?? '' };
    const client = shop.clientOf((await shop.visitor.auth.logIn(logIn)).token);

    await client.auth.logOut({});

    expect(await codeOf(client.auth.me({}))).toBe('auth.expired');
  });

  it('has login names of its own, even when two are given at once', async () => {
    const owner = await shop.openStore({ id: 'NAMES' });
    const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(add(owner, 'the-same-name'))));

    expect(outcomes.sort()).toEqual(['auth.loginNameTaken', 'auth.loginNameTaken', 'ok']);
    expect(await codeOf(add(owner, 'hq-money'))).toBe('auth.loginNameTaken');
  });

  it('says the password once', async () => {
    const owner = await shop.openStore({ id: 'ONCE' });
    const input = {
      commandId: shop.newId(),
      loginName: 'once-buyer',
      name: '小王',
      roles: ['purchaser' as const],
    };

    const first = await owner.partners.addStaff(input);
    const again = await owner.partners.addStaff(input);

    expect(first.oneTimePassword).toBeTruthy();
    expect(again).toEqual({ user: first.user, oneTimePassword: null });
    expect(await codeOf(owner.partners.addStaff({ ...input, name: '小李' }))).toBe('command.idReused');
  });

  it('is out at once when suspended, and comes back by logging in', async () => {
    const owner = await shop.openStore({ id: 'SUSPENDER' });
    const { userId, client } = await settled(owner, 'suspended-buyer');
    const logIn = () =>
      shop.visitor.auth.logIn({ loginName: 'suspended-buyer', password: 'a-word-of-my-own' });

    await owner.partners.suspendStaff(one(userId));

    expect(await codeOf(client.auth.me({}))).toBe('auth.expired');
    expect(await codeOf(logIn())).toBe('auth.suspended');
    await owner.partners.reactivateStaff(one(userId));
    expect(await codeOf(client.auth.me({}))).toBe('auth.expired');
    expect((await logIn()).me.loginName).toBe('suspended-buyer');
  });

  it('may as it is told from the next request on', async () => {
    const owner = await shop.openStore({ id: 'ROLES' });
    const { userId, client } = await settled(owner, 'roles-buyer');
    const quote = () => outcomeOf(client.orders.quote({ lines: [{ skuId: 'WATER', quantity: 50 }] }));
    expect(await quote()).toBe('ok');

    await owner.partners.changeRoles({ ...one(userId), roles: ['finance'] });

    expect(await quote()).toBe('access.denied');
    const change = owner.partners.changeRoles({ ...one(userId), roles: ['reviewer'] });
    expect(await codeOf(change)).toBe('partners.roleUnfit');
  });

  it('keeps an owner: the last one cannot go, not even of two who go at once', async () => {
    const owner = await shop.openStore({ id: 'OWNERS' });
    const me = (await owner.auth.me({})).userId;
    expect(await codeOf(owner.partners.suspendStaff(one(me)))).toBe('partners.lastOwner');
    expect(await codeOf(owner.partners.changeRoles({ ...one(me), roles: ['finance'] }))).toBe(
      'partners.lastOwner',
    );
    const second = await settled(owner, 'owners-second', ['owner']);

    const outcomes = await Promise.all([
      outcomeOf(owner.partners.changeRoles({ ...one(me), roles: ['finance'] })),
      outcomeOf(second.client.partners.changeRoles({ ...one(second.userId), roles: ['finance'] })),
    ]);

    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    const owners = await shop.rows(
      `SELECT id FROM user WHERE partyId = 'OWNERS' AND roles LIKE '%owner%' AND status = 'active'`,
    );
    expect(owners).toHaveLength(1);
  });

  it('gets a new password from its owner, which ends what the old one opened', async () => {
    const owner = await shop.openStore({ id: 'RESETTER' });
    const { userId, client } = await settled(owner, 'reset-buyer');

    const { oneTimePassword } = await owner.partners.resetPassword(one(userId));

    expect(await codeOf(client.auth.me({}))).toBe('auth.expired');
    const old = shop.visitor.auth.logIn({ loginName: 'reset-buyer', password: 'a-word-of-my-own' });
    expect(await codeOf(old)).toBe('auth.wrong');
    const logIn = { loginName: 'reset-buyer', password: oneTimePassword ?? '' };
    expect((await shop.visitor.auth.logIn(logIn)).me.mustChangePassword).toBe(true);
  });

  it('is told what each role of its kind of party may', async () => {
    const store = (await (await shop.as('s1')).auth.permissions({})).items;
    const hq = (await (await shop.as('hq')).auth.permissions({})).items;
    const of = (items: typeof store, role: string) => items.find((item) => item.role === role)?.routes ?? [];

    expect(store.map(({ role }) => role)).toEqual(['owner', 'purchaser', 'warehouse', 'finance']);
    expect(of(store, 'purchaser')).toContain('orders.place');
    expect(of(store, 'finance')).not.toContain('orders.place');
    expect(of(store, 'owner')).toContain('partners.addStaff');
    expect(of(store, 'owner')).not.toContain('partners.setPolicy');
    expect(of(hq, 'manager')).toContain('partners.setPolicy');
    expect(of(hq, 'reviewer')).not.toContain('partners.setPolicy');
  });

  endsWithBooks(() => shop);
});
