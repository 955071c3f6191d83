import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { password } from './found-company';
import { codeOf, endsWithBooks, outcomeOf, refusalOf } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';
import { type App, otherThan, wechatPeople } from './wechat-people';

afterAll(removePlaces);

const minute = 60_000;

forEachEngine('logging in by WeChat and by code', (engine) => {
  let shop: PayingShop;
  let people: ReturnType<typeof wechatPeople>;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openPayingShop(engine);
    people = wechatPeople(shop);
    headquarters = await shop.as('hq');
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });

  it('tells a front what ways there are', async () => {
    const { wechat, code } = await shop.visitor.auth.ways({});

    expect(code).toBe(true);
    expect(wechat?.authorizeUrl).toBe(`${shop.standIn.url}/connect/oauth2/authorize`);
  });

  it('binds by the phone button, and lets in by the code alone from then on', async () => {
    const { id, phone } = await people.aStore();
    const person = await people.aPerson({ phone });

    const bound = await shop.visitor.auth.bindByPhone({
      ticket: await people.ticketFor(person),
      phoneCode: await people.codeFor(person, 'phone'),
    });

    expect((await people.clientAfter(bound).auth.me({})).party.partyId).toBe(id);
    expect((await people.clientAfter(await people.enter(person)).auth.me({})).party.partyId).toBe(id);
    const trail = (await headquarters.partners.changes({ partyId: id })).items;
    expect(trail.map(({ kind }) => kind)).toEqual(['wechatBound']);
  });

  it('knows the same person in the other app', async () => {
    const { owner, id } = await people.aStore();
    const person = await people.aPerson();
    await people.bind(person, owner, 'miniapp');

    const client = people.clientAfter(await people.enter(person, 'h5'));

    expect((await client.auth.me({})).party.partyId).toBe(id);
    expect((await client.auth.wechatBindings({})).items.map(({ app }) => app).sort()).toEqual([
      'h5',
      'miniapp',
    ]);
  });

  it('takes no number for somebody’s that was only typed, and says what to do', async () => {
    const { owner, phone } = await people.anUnprovedStore();

    for (const person of [await people.aPerson({ phone }), await people.aPerson()]) {
      const ticket = await people.ticketFor(person);
      const phoneCode = await people.codeFor(person, 'phone');
      const refusal = await refusalOf(shop.visitor.auth.bindByPhone({ ticket, phoneCode }));
      expect(refusal.code).toBe('auth.phoneUnknown');
      expect(refusal.problem.title).toMatch(/登录名和密码.*供货商/);
    }
    // The ticket is good for the password still.
    const ticket = await people.ticketFor(await people.aPerson({ phone }));
    const answer = await shop.visitor.auth.bindByPassword({ ticket, loginName: owner, password });
    expect(answer.outcome).toBe('loggedIn');
  });

  it('takes no code twice, none of another app, and nobody risky or in particular', async () => {
    const person = await people.aPerson();
    const code = await people.codeFor(person, 'login');
    await shop.visitor.auth.wechatLogIn({ app: 'miniapp', code });
    const logIn = (app: App, given: string) => codeOf(shop.visitor.auth.wechatLogIn({ app, code: given }));

    expect(await logIn('miniapp', code)).toBe('auth.wechatCode');
    expect(await logIn('h5', await people.codeFor(person, 'login'))).toBe('auth.wechatCode');
    expect(await codeOf(people.enter(await people.aPerson({ isRisky: true })))).toBe('auth.wechatRisky');
    expect(await codeOf(people.enter(await people.aPerson({ isSnapshot: true }), 'h5'))).toBe(
      'auth.wechatSnapshot',
    );
  });

  it('takes a ticket once, for ten minutes, and not from the other app at the phone button', async () => {
    const { owner, phone } = await people.aStore();
    const person = await people.aPerson({ phone });
    const use = (ticket: string) =>
      outcomeOf(shop.visitor.auth.bindByPassword({ ticket, loginName: owner, password }));
    const late = await people.ticketFor(person);
    const fromPage = await people.ticketFor(person, 'h5');
    const phoneCode = await people.codeFor(person, 'phone');
    expect(await codeOf(shop.visitor.auth.bindByPhone({ ticket: fromPage, phoneCode }))).toBe(
      'auth.ticketGone',
    );
    shop.passTime(10 * minute);
    expect(await use(late)).toBe('auth.ticketGone');

    const ticket = await people.ticketFor(person);
    const outcomes = await Promise.all([use(ticket), use(ticket), use(ticket)]);

    expect(outcomes.sort()).toEqual(['auth.ticketGone', 'auth.ticketGone', 'ok']);
    expect(await use(ticket)).toBe('auth.ticketGone');
  });

  it('counts wrong passwords of binding with those of the log-in', async () => {
    const { owner } = await people.aStore();
    const ticket = await people.ticketFor(await people.aPerson());
    const guess = () =>
      outcomeOf(shop.visitor.auth.bindByPassword({ ticket, loginName: owner, password: 'not this' }));
    for (let tried = 0; tried < 10; tried += 1) expect(await guess()).toBe('auth.wrong');

    expect(await guess()).toBe('auth.locked');
    expect(await codeOf(shop.logIn(owner))).toBe('auth.locked');
  });

  it('binds one WeChat to one user', async () => {
    const [first, second] = [await people.aStore(), await people.aStore()];
    const person = await people.aPerson();
    const [early, late] = [await people.ticketFor(person), await people.ticketFor(person)];
    await shop.visitor.auth.bindByPassword({ ticket: early, loginName: first.owner, password });

    const again = shop.visitor.auth.bindByPassword({ ticket: late, loginName: second.owner, password });

    expect(await codeOf(again)).toBe('auth.wechatTaken');
  });

  it('lets an owner have another WeChat by HQ’s word alone, and puts the old one out', async () => {
    const { id, owner } = await people.aStore();
    const [old, fresh] = [await people.aPerson(), await people.aPerson()];
    const before = people.clientAfter(await people.bind(old, owner));
    expect((await people.bind(fresh, owner)).outcome).toBe('waiting');
    expect((await people.enter(fresh)).outcome).toBe('notBound');
    expect((await (await shop.as(owner)).auth.rebindings({})).items).toEqual([]);
    const asked = (await headquarters.auth.rebindings({})).items.find(({ party }) => party.partyId === id);
    const rebindingId = asked?.rebindingId ?? '';
    const own = (await shop.as(owner)).auth.approveRebinding({ ...said(), rebindingId });
    expect(await codeOf(own)).toBe('auth.rebindingUnknown');

    await headquarters.auth.approveRebinding({ ...said(), rebindingId });

    expect((await people.enter(old)).outcome).toBe('notBound');
    expect(await codeOf(before.auth.me({}))).toBe('auth.expired');
    expect((await people.clientAfter(await people.enter(fresh)).auth.me({})).party.partyId).toBe(id);
    const again = headquarters.auth.refuseRebinding({ ...said(), rebindingId, reason: '不是本人' });
    expect(await codeOf(again)).toBe('auth.rebindingClosed');
  });

  it('leaves the old WeChat where the owner refuses another one of the staff', async () => {
    const { owner, buyer } = await people.aStore();
    const [old, fresh] = [await people.aPerson(), await people.aPerson()];
    await people.bind(old, buyer);
    await people.bind(fresh, buyer);
    const client = await shop.as(owner);
    const [asked, ...others] = (await client.auth.rebindings({})).items;
    expect([asked?.user.loginName, others.length]).toEqual([buyer, 0]);

    await client.auth.refuseRebinding({
      ...said(),
      rebindingId: asked?.rebindingId ?? '',
      reason: '不是本人',
    });

    expect((await client.auth.rebindings({})).items).toEqual([]);
    expect((await people.enter(old)).outcome).toBe('loggedIn');
    expect((await people.enter(fresh)).outcome).toBe('notBound');
  });

  it('unbinds one’s own, and asks again before another WeChat gets in', async () => {
    const { owner } = await people.aStore();
    const [old, fresh] = [await people.aPerson(), await people.aPerson()];
    const client = people.clientAfter(await people.bind(old, owner));

    await client.auth.unbindWechat({});

    expect((await client.auth.wechatBindings({})).items).toEqual([]);
    expect(await codeOf(client.auth.unbindWechat({}))).toBe('auth.wechatNotBound');
    expect((await people.enter(old)).outcome).toBe('notBound');
    expect((await people.bind(fresh, owner)).outcome).toBe('waiting');
    expect((await people.bind(old, owner)).outcome).toBe('loggedIn');
  });

  it('shuts the door to a suspended user whichever way it knocks', async () => {
    const { owner, buyer, id, phone } = await people.aStore();
    const [person, member] = [await people.aPerson(), await people.aPerson()];
    await people.bind(person, owner);
    await people.bind(member, buyer);
    const client = await shop.as(owner);
    await client.partners.suspendStaff({ ...said(), userId: `U-${buyer}` });
    expect(await codeOf(people.enter(member))).toBe('auth.suspended');
    await headquarters.partners.suspend({ ...said(), partyId: id, effect: 'logIn', reason: '停业' });

    expect(await codeOf(people.enter(person))).toBe('auth.suspended');
    expect(await codeOf(people.bind(await people.aPerson(), owner))).toBe('auth.suspended');
    await shop.visitor.auth.sendCode({ phone });
    const [code = ''] = await people.codesAt(phone, 1);
    expect(await codeOf(people.enterByCode(phone, code))).toBe('auth.suspended');
  });

  it('lets in by a code once', async () => {
    const { id, phone } = await people.aStore();
    await shop.visitor.auth.sendCode({ phone });
    const [code = ''] = await people.codesAt(phone, 1);
    expect(code).toMatch(/^\d{6}$/);

    const answers = await Promise.all(
      [people.enterByCode(phone, code), people.enterByCode(phone, code)].map(outcomeOf),
    );

    expect(answers.sort()).toEqual(['auth.codeWrong', 'ok']);
    expect(
      await shop.rows('SELECT id FROM session WHERE userId = ?', [`U-${id.toLowerCase()}`]),
    ).toHaveLength(1);
  });

  it('lets nobody in after five wrong codes, or after five minutes', async () => {
    const { phone } = await people.aStore();
    await shop.visitor.auth.sendCode({ phone });
    const [code = ''] = await people.codesAt(phone, 1);
    const guesses = Array.from({ length: 8 }, () => outcomeOf(people.enterByCode(phone, otherThan(code))));
    expect(new Set(await Promise.all(guesses))).toEqual(new Set(['auth.codeWrong']));
    expect(await codeOf(people.enterByCode(phone, code))).toBe('auth.codeWrong');

    const late = await people.aStore();
    await shop.visitor.auth.sendCode({ phone: late.phone });
    const [lateCode = ''] = await people.codesAt(late.phone, 1);
    shop.passTime(5 * minute);
    expect(await codeOf(people.enterByCode(late.phone, lateCode))).toBe('auth.codeWrong');
  });

  it('answers the same for a number nobody knows, and sends nothing there', async () => {
    const { phone } = await people.aStore();
    const unknown = '13999999999';
    const twice = async (number: string) => [
      await outcomeOf(shop.visitor.auth.sendCode({ phone: number })),
      await outcomeOf(shop.visitor.auth.sendCode({ phone: number })),
      await outcomeOf(people.enterByCode(number, '123456')),
    ];

    const known = await twice(phone);

    expect(known).toEqual(['ok', 'auth.codeTooSoon', 'auth.codeWrong']);
    expect(await twice(unknown)).toEqual(known);
    expect(await people.codesAt(phone, 1)).toHaveLength(1);
    expect(await people.codesAt(unknown, 0)).toEqual([]);
  });

  it('keeps neither codes nor tickets nor numbers where they can be read', async () => {
    const { phone } = await people.aStore();
    const ticket = await people.ticketFor(await people.aPerson());
    await shop.visitor.auth.sendCode({ phone });
    const [code = ''] = await people.codesAt(phone, 1);

    const kept = JSON.stringify([
      await shop.rows('SELECT * FROM phoneCode'),
      await shop.rows('SELECT * FROM wechatTicket'),
    ]);

    expect(kept).not.toContain(ticket);
    expect(kept).not.toContain(`"${code}"`);
    expect(kept).not.toContain(phone);
  });

  endsWithBooks(() => shop);
});
