import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, outcomeOf, refusalOf } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';
import { wechatPeople } from './wechat-people';

afterAll(removePlaces);

forEachEngine('deciding about the WeChats of others', (engine) => {
  let shop: PayingShop;
  let people: ReturnType<typeof wechatPeople>;
  let headquarters: Client;
  let secondAtHeadquarters: Client;

  beforeAll(async () => {
    shop = await openPayingShop(engine);
    people = wechatPeople(shop);
    headquarters = await shop.as('hq');
    const added = await headquarters.partners.addStaff({
      commandId: shop.newId(),
      loginName: 'hq-second',
      name: '副总监',
      roles: ['owner'],
    });
    await shop.run('UPDATE user SET mustChangePassword = 0 WHERE loginName = ?', ['hq-second']);
    const { token } = await shop.visitor.auth.logIn({
      loginName: 'hq-second',
      password: added.oneTimePassword ?? '',
    });
    secondAtHeadquarters = shop.clientOf(token);
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  /** A store whose owner asks for another WeChat. */
  const anAsking = async () => {
    const store = await people.aStore();
    const [old, fresh] = [await people.aPerson(), await people.aPerson()];
    await people.bind(old, store.owner);
    await people.bind(fresh, store.owner);
    const [asked] = (await headquarters.auth.rebindings({ q: store.id })).items;
    if (!asked) throw new Error('nobody asks');
    return { ...store, old, fresh, asked, rebindingId: asked.rebindingId };
  };
  const openidOf = async (name: string) =>
    (await shop.control<{ openids: { miniapp: string } }>('people', { name })).openids.miniapp;

  it('shows from which WeChat to which, and since when', async () => {
    const { id, owner, old, fresh, asked } = await anAsking();

    expect(asked).toMatchObject({
      app: 'miniapp',
      state: 'waiting',
      user: { loginName: owner },
      party: { partyId: id },
      from: { mark: (await openidOf(old)).slice(-6) },
      to: { mark: (await openidOf(fresh)).slice(-6) },
      decidedAt: null,
      decidedBy: '',
    });
    expect(JSON.stringify(asked)).not.toContain(await openidOf(fresh));
  });

  it('tells the second of two who decide at once what the first has done', async () => {
    const { rebindingId } = await anAsking();
    const decide = [
      headquarters.auth.approveRebinding({ ...said(), rebindingId }),
      secondAtHeadquarters.auth.refuseRebinding({ ...said(), rebindingId, reason: '不是本人' }),
    ];

    const outcomes = await Promise.all(decide.map(outcomeOf));

    expect([...outcomes].sort()).toEqual(['auth.rebindingClosed', 'ok']);
    const late = await refusalOf(headquarters.auth.approveRebinding({ ...said(), rebindingId }));
    expect(late.problem.detail).toBe(outcomes[0] === 'ok' ? 'hq 先生已同意' : '副总监已拒绝');
  });

  it('keeps what was decided, by whom and why, to be looked for by state and by name', async () => {
    const { id, rebindingId } = await anAsking();
    const reason = '电话里说不是本人';
    await headquarters.auth.refuseRebinding({ ...said(), rebindingId, reason });
    const find = (state: 'waiting' | 'refused' | 'approved' | 'all') =>
      headquarters.auth.rebindings({ state, q: id });

    expect((await find('refused')).items).toMatchObject([
      { rebindingId, state: 'refused', decidedBy: 'hq 先生', reason },
    ]);
    expect((await find('all')).items).toHaveLength(1);
    expect([(await find('waiting')).items, (await find('approved')).items]).toEqual([[], []]);
    expect((await headquarters.auth.rebindings({ q: '没有这个人' })).items).toEqual([]);
  });

  it('waits at the desk of whoever decides, until somebody has', async () => {
    const waitingFor = async (one: Client) =>
      (await one.insight.desk({})).waiting.find(({ kind }) => kind === 'rebindings')?.count ?? 0;
    const before = await waitingFor(headquarters);
    const { rebindingId } = await anAsking();

    expect([await waitingFor(headquarters), await waitingFor(secondAtHeadquarters)]).toEqual([
      before + 1,
      before + 1,
    ]);
    // A store's owner is for HQ to decide about, not for a distributor or HQ's bookkeeper.
    expect([await waitingFor(await shop.as('d1')), await waitingFor(await shop.as('hq-money'))]).toEqual([
      0, 0,
    ]);
    await headquarters.auth.refuseRebinding({ ...said(), rebindingId, reason: '不是本人' });
    expect(await waitingFor(headquarters)).toBe(before);
  });

  it('needs a reason for a no', async () => {
    const { rebindingId } = await anAsking();

    const answer = headquarters.auth.refuseRebinding({ ...said(), rebindingId, reason: '  ' });

    expect(await codeOf(answer)).toBe('request.invalid');
  });

  it('goes through what waits page by page, eldest first, and what is over latest first', async () => {
    const asked = [await anAsking(), await anAsking(), await anAsking()].map((one) => one.rebindingId);
    const walk = async (state: 'waiting' | 'all') => {
      const found: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await headquarters.auth.rebindings({ state, limit: 2, ...(cursor ? { cursor } : {}) });
        found.push(...page.items.map((one) => one.rebindingId));
        if (page.nextCursor === null) return found;
        cursor = page.nextCursor;
      }
    };

    const waiting = await walk('waiting');
    expect(waiting.filter((id) => asked.includes(id))).toEqual(asked);
    expect(waiting).toEqual([...waiting].sort());
    const all = await walk('all');
    expect(all.filter((id) => asked.includes(id))).toEqual([...asked].reverse());
  });

  it('shows an owner the people of the party alone, and HQ no staff of a store', async () => {
    const { owner, buyer, id } = await people.aStore();
    await people.bind(await people.aPerson(), buyer);
    await people.bind(await people.aPerson(), owner);
    const bound = async (client: Client) =>
      (await client.auth.boundWechats({ limit: 100 })).items
        .filter(({ party }) => party.partyId === id)
        .map(({ user }) => user.loginName);

    expect(await bound(await shop.as(owner))).toEqual([buyer]);
    expect(await bound(headquarters)).toEqual([owner]);
    expect((await (await shop.as('d1')).auth.boundWechats({ q: id })).items).toEqual([]);
  });

  it('lets an owner undo the WeChat of one of the staff, whose sessions end', async () => {
    const { owner, buyer, id } = await people.aStore();
    const [person, another] = [await people.aPerson(), await people.aPerson()];
    const member = people.clientAfter(await people.bind(person, buyer));
    const client = await shop.as(owner);
    const undo = () => client.auth.unbindWechatOf({ ...said(), userId: `U-${buyer}`, reason: '手机遗失' });

    await undo();

    expect(await codeOf(member.auth.me({}))).toBe('auth.expired');
    expect((await people.enter(person)).outcome).toBe('notBound');
    expect((await client.auth.boundWechats({})).items).toEqual([]);
    expect(await codeOf(undo())).toBe('auth.bindingUnknown');
    expect((await people.bind(another, buyer)).outcome).toBe('waiting');
    const trail = (await headquarters.partners.changes({ partyId: id })).items;
    expect(trail).toContainEqual(expect.objectContaining({ kind: 'wechatUnbound', reason: '手机遗失' }));
  });

  it('leaves whoever holds a lost phone no way back in by its number', async () => {
    const { owner, phone } = await people.aStore();
    const person = await people.aPerson({ phone });
    const bindByNumber = async () =>
      shop.visitor.auth.bindByPhone({
        ticket: await people.ticketFor(person),
        phoneCode: await people.codeFor(person, 'phone'),
      });
    await bindByNumber();

    await headquarters.auth.unbindWechatOf({ ...said(), userId: `U-${owner}`, reason: '手机遗失' });

    expect(await codeOf(bindByNumber())).toBe('auth.phoneUnknown');
    expect(await (await shop.as(owner)).auth.phone({})).toMatchObject({ phone: null });
    expect((await people.bind(person, owner)).outcome).toBe('loggedIn');
  });

  it('lets nobody undo the WeChat of an owner but HQ', async () => {
    const { owner, buyer } = await people.aStore();
    const person = await people.aPerson();
    await people.bind(person, owner);
    const wish = () => ({ ...said(), userId: `U-${owner}`, reason: '离职' });
    const own = (await shop.as(owner)).auth.unbindWechatOf(wish());
    expect(await codeOf(own)).toBe('auth.bindingUnknown');
    expect(await codeOf((await shop.as(buyer)).auth.unbindWechatOf(wish()))).toBe('access.denied');

    await headquarters.auth.unbindWechatOf(wish());

    expect((await people.enter(person)).outcome).toBe('notBound');
  });

  endsWithBooks(() => shop);
});
