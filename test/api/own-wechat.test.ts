import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, outcomeOf } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';
import { type App, wechatPeople } from './wechat-people';

afterAll(removePlaces);

const minute = 60_000;

forEachEngine('binding WeChat while logged in', (engine) => {
  let shop: PayingShop;
  let people: ReturnType<typeof wechatPeople>;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openPayingShop(engine);
    people = wechatPeople(shop);
    headquarters = await shop.as('hq');
  });
  afterAll(() => shop.close());

  const bindWith = (client: Client, app: App, code: string, state?: string) =>
    client.auth.bindOwnWechat({ app, code, ...(state === undefined ? {} : { state }) });
  const bindIn = async (client: Client, person: string, app: App) => {
    const state = app === 'h5' ? (await client.auth.wechatState({})).state : undefined;
    return bindWith(client, app, await people.logInCodeFor(person, app), state);
  };
  const boundCount = async (client: Client) => (await client.auth.wechatBindings({})).items.length;

  it.each(['miniapp', 'h5'] as const)('binds in the %s, and lets in by WeChat from then on', async (app) => {
    const { id, owner } = await people.aStore();
    const client = await shop.as(owner);
    const person = await people.aPerson();

    expect(await bindIn(client, person, app)).toEqual({ outcome: 'bound' });

    const entered = people.clientAfter(await people.enter(person, app));
    expect((await entered.auth.me({})).party.partyId).toBe(id);
    expect((await client.auth.wechatBindings({})).items.map((one) => one.app)).toContain(app);
    expect(await bindIn(client, person, app)).toEqual({ outcome: 'bound' });
  });

  it('asks before another WeChat, here as at the door, and tells what became of it', async () => {
    const { owner } = await people.aStore();
    const client = await shop.as(owner);
    const [old, fresh] = [await people.aPerson(), await people.aPerson()];
    await bindIn(client, old, 'miniapp');

    expect(await bindIn(client, fresh, 'miniapp')).toEqual({ outcome: 'waiting' });

    expect((await people.enter(fresh)).outcome).toBe('notBound');
    expect((await people.enter(old)).outcome).toBe('loggedIn');
    expect((await client.auth.wechatBindings({})).asked).toMatchObject({ state: 'waiting', reason: '' });
    const asked = (await headquarters.auth.rebindings({})).items.find(({ user }) => user.loginName === owner);
    await headquarters.auth.refuseRebinding({
      commandId: shop.newId(),
      rebindingId: asked?.rebindingId ?? '',
      reason: '请先电话核实',
    });
    expect((await client.auth.wechatBindings({})).asked).toMatchObject({
      state: 'refused',
      reason: '请先电话核实',
    });
  });

  it('asks before another WeChat in an app that is new to the user', async () => {
    const { owner } = await people.aStore();
    const client = await shop.as(owner);
    const [old, fresh] = [await people.aPerson(), await people.aPerson()];
    await bindIn(client, old, 'miniapp');

    expect(await bindIn(client, fresh, 'h5')).toEqual({ outcome: 'waiting' });

    expect((await people.enter(fresh, 'h5')).outcome).toBe('notBound');
    expect(await bindIn(client, old, 'h5')).toEqual({ outcome: 'bound' });
  });

  it('takes nobody’s WeChat away', async () => {
    const [first, second] = [await people.aStore(), await people.aStore()];
    const person = await people.aPerson();
    await bindIn(await shop.as(first.owner), person, 'miniapp');

    const again = bindIn(await shop.as(second.owner), person, 'miniapp');

    expect(await codeOf(again)).toBe('auth.wechatTaken');
  });

  it('binds no attacker’s WeChat to a victim whose page is opened with the attacker’s code', async () => {
    const [attacker, victim] = [await people.aStore(), await people.aStore()];
    const [attacking, attacked] = [await shop.as(attacker.owner), await shop.as(victim.owner)];
    const person = await people.aPerson();
    const { state } = await attacking.auth.wechatState({});
    const code = () => people.codeFor(person, 'oauth');

    expect(await codeOf(bindWith(attacked, 'h5', await code(), state))).toBe('auth.wechatState');
    expect(await codeOf(bindWith(attacked, 'h5', await code()))).toBe('auth.wechatState');
    expect(await codeOf(bindWith(attacked, 'h5', await code(), 'S'.repeat(43)))).toBe('auth.wechatState');

    expect(await boundCount(attacked)).toBe(0);
    expect((await people.enter(person, 'h5')).outcome).toBe('notBound');
  });

  it('binds no victim’s WeChat to an attacker who has learnt what the victim’s page came back with', async () => {
    const [attacker, victim] = [await people.aStore(), await people.aStore()];
    const [attacking, attacked] = [await shop.as(attacker.owner), await shop.as(victim.owner)];
    const person = await people.aPerson();
    const { state } = await attacked.auth.wechatState({});
    const code = await people.codeFor(person, 'oauth');

    expect(await codeOf(bindWith(attacking, 'h5', code, state))).toBe('auth.wechatState');

    expect(await boundCount(attacking)).toBe(0);
    // What was tried elsewhere is good here still: nobody can spoil another's binding.
    expect(await bindWith(attacked, 'h5', code, state)).toEqual({ outcome: 'bound' });
  });

  it('knows the state of another session of the same user from its own', async () => {
    const { owner } = await people.aStore();
    const client = await shop.as(owner);
    const elsewhere = shop.clientOf((await shop.logIn(owner)).token);
    const { state } = await elsewhere.auth.wechatState({});
    const code = await people.codeFor(await people.aPerson(), 'oauth');

    expect(await codeOf(bindWith(client, 'h5', code, state))).toBe('auth.wechatState');
  });

  it('takes a state once, and for ten minutes', async () => {
    const { owner } = await people.aStore();
    const client = await shop.as(owner);
    const person = await people.aPerson();
    const { state } = await client.auth.wechatState({});
    const use = async () => outcomeOf(bindWith(client, 'h5', await people.codeFor(person, 'oauth'), state));

    expect([await use(), await use()]).toEqual(['ok', 'auth.wechatState']);

    const late = await client.auth.wechatState({});
    const code = await people.codeFor(person, 'oauth');
    shop.passTime(10 * minute);
    expect(await codeOf(bindWith(client, 'h5', code, late.state))).toBe('auth.wechatState');
  });

  it('keeps no state where it can be read', async () => {
    const { owner } = await people.aStore();
    const { state } = await (await shop.as(owner)).auth.wechatState({});

    expect(JSON.stringify(await shop.rows('SELECT * FROM wechatState'))).not.toContain(state);
  });

  endsWithBooks(() => shop);
});
