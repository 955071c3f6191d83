import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { password } from './found-company';
import { codeOf, endsWithBooks, outcomeOf } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';

afterAll(removePlaces);

const minute = 60_000;
type App = 'miniapp' | 'h5';
interface Person {
  readonly name: string;
  readonly phone?: string;
  readonly isRisky?: boolean;
  readonly isSnapshot?: boolean;
}

forEachEngine('logging in by WeChat and by code', (engine) => {
  let shop: PayingShop;
  let headquarters: Client;
  let count = 0;

  beforeAll(async () => {
    shop = await openPayingShop(engine);
    headquarters = await shop.as('hq');
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  /** A store whose owner answers at a number of its own, with a member of staff beside. */
  const aStore = async () => {
    count += 1;
    const id = `WX${count}`;
    const owner = id.toLowerCase();
    const phone = `1380000${String(count).padStart(4, '0')}`;
    await shop.addStore({ id, people: { [owner]: ['owner'], [`${owner}-buyer`]: ['purchaser'] } });
    await callAt(id, phone);
    return { id, owner, buyer: `${owner}-buyer`, phone };
  };
  const callAt = (id: string, phone: string) =>
    shop.run('UPDATE party SET contactPhone = ? WHERE id = ?', [phone, id]);

  const aPerson = async (person: Omit<Person, 'name'> = {}) => {
    count += 1;
    const name = `客人${count}`;
    await shop.control('people', { name, ...person });
    return name;
  };
  const codeFor = async (person: string, kind: 'login' | 'oauth' | 'phone') =>
    (await shop.control<{ code: string }>('codes', { kind, person })).code;
  const enter = async (person: string, app: App = 'miniapp') =>
    shop.visitor.auth.wechatLogIn({
      app,
      code: await codeFor(person, app === 'miniapp' ? 'login' : 'oauth'),
    });
  const ticketFor = async (person: string, app: App = 'miniapp') => {
    const answer = await enter(person, app);
    if (answer.outcome !== 'notBound') throw new Error(`expected a ticket, got ${answer.outcome}`);
    return answer.ticket;
  };
  const bind = async (person: string, loginName: string, app: App = 'miniapp') =>
    shop.visitor.auth.bindByPassword({ ticket: await ticketFor(person, app), loginName, password });
  const clientAfter = (answer: Awaited<ReturnType<typeof enter>>) => {
    if (answer.outcome !== 'loggedIn') throw new Error(`expected to be in, got ${answer.outcome}`);
    return shop.clientOf(answer.token);
  };
  /** The codes that reached a phone, once the last one on its way is there. */
  const codesAt = async (phone: string, atLeast: number): Promise<string[]> => {
    for (let look = 0; look < 200; look += 1) {
      const found = await shop.control<{ sms: { parameters: { code: string } }[] }>(`sms?phone=${phone}`);
      const codes = found.sms.map(({ parameters }) => parameters.code);
      if (codes.length >= atLeast) return codes;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('no code arrived');
  };
  const enterByCode = (phone: string, code: string) => shop.visitor.auth.codeLogIn({ phone, code });
  const other = (code: string) => (code === '000000' ? '000001' : '000000');

  it('tells a front what ways there are', async () => {
    const { wechat, code } = await shop.visitor.auth.ways({});

    expect(code).toBe(true);
    expect(wechat?.authorizeUrl).toBe(`${shop.standIn.url}/connect/oauth2/authorize`);
  });

  it('binds by the phone button, and lets in by the code alone from then on', async () => {
    const { id, phone } = await aStore();
    const person = await aPerson({ phone });

    const bound = await shop.visitor.auth.bindByPhone({
      ticket: await ticketFor(person),
      phoneCode: await codeFor(person, 'phone'),
    });

    expect((await clientAfter(bound).auth.me({})).party.partyId).toBe(id);
    expect((await clientAfter(await enter(person)).auth.me({})).party.partyId).toBe(id);
    const trail = (await headquarters.partners.changes({ partyId: id })).items;
    expect(trail.map(({ kind }) => kind)).toEqual(['wechatBound']);
  });

  it('knows the same person in the other app', async () => {
    const { owner, id } = await aStore();
    const person = await aPerson();
    await bind(person, owner, 'miniapp');

    const client = clientAfter(await enter(person, 'h5'));

    expect((await client.auth.me({})).party.partyId).toBe(id);
    expect((await client.auth.wechatBindings({})).items.map(({ app }) => app).sort()).toEqual([
      'h5',
      'miniapp',
    ]);
  });

  it('takes a number for somebody only when it is one person’s', async () => {
    const [first, second] = [await aStore(), await aStore()];
    await callAt(second.id, first.phone);
    const [shared, unknown] = [await aPerson({ phone: first.phone }), await aPerson()];

    for (const person of [shared, unknown]) {
      const ticket = await ticketFor(person);
      const phoneCode = await codeFor(person, 'phone');
      expect(await codeOf(shop.visitor.auth.bindByPhone({ ticket, phoneCode }))).toBe('auth.phoneUnknown');
      // The ticket is good for the password still.
      const { owner } = person === shared ? first : second;
      const answer = await shop.visitor.auth.bindByPassword({ ticket, loginName: owner, password });
      expect(answer.outcome).toBe('loggedIn');
    }
  });

  it('takes no code twice, none of another app, and nobody risky or in particular', async () => {
    const person = await aPerson();
    const code = await codeFor(person, 'login');
    await shop.visitor.auth.wechatLogIn({ app: 'miniapp', code });
    const logIn = (app: App, given: string) => codeOf(shop.visitor.auth.wechatLogIn({ app, code: given }));

    expect(await logIn('miniapp', code)).toBe('auth.wechatCode');
    expect(await logIn('h5', await codeFor(person, 'login'))).toBe('auth.wechatCode');
    expect(await codeOf(enter(await aPerson({ isRisky: true })))).toBe('auth.wechatRisky');
    expect(await codeOf(enter(await aPerson({ isSnapshot: true }), 'h5'))).toBe('auth.wechatSnapshot');
  });

  it('takes a ticket once, for ten minutes, and not from the other app at the phone button', async () => {
    const { owner, phone } = await aStore();
    const person = await aPerson({ phone });
    const use = (ticket: string) =>
      outcomeOf(shop.visitor.auth.bindByPassword({ ticket, loginName: owner, password }));
    const late = await ticketFor(person);
    const fromPage = await ticketFor(person, 'h5');
    const phoneCode = await codeFor(person, 'phone');
    expect(await codeOf(shop.visitor.auth.bindByPhone({ ticket: fromPage, phoneCode }))).toBe(
      'auth.ticketGone',
    );
    shop.passTime(10 * minute);
    expect(await use(late)).toBe('auth.ticketGone');

    const ticket = await ticketFor(person);
    const outcomes = await Promise.all([use(ticket), use(ticket), use(ticket)]);

    expect(outcomes.sort()).toEqual(['auth.ticketGone', 'auth.ticketGone', 'ok']);
    expect(await use(ticket)).toBe('auth.ticketGone');
  });

  it('counts wrong passwords of binding with those of the log-in', async () => {
    const { owner } = await aStore();
    const ticket = await ticketFor(await aPerson());
    const guess = () =>
      outcomeOf(shop.visitor.auth.bindByPassword({ ticket, loginName: owner, password: 'not this' }));
    for (let tried = 0; tried < 10; tried += 1) expect(await guess()).toBe('auth.wrong');

    expect(await guess()).toBe('auth.locked');
    expect(await codeOf(shop.logIn(owner))).toBe('auth.locked');
  });

  it('binds one WeChat to one user', async () => {
    const [first, second] = [await aStore(), await aStore()];
    const person = await aPerson();
    const [early, late] = [await ticketFor(person), await ticketFor(person)];
    await shop.visitor.auth.bindByPassword({ ticket: early, loginName: first.owner, password });

    const again = shop.visitor.auth.bindByPassword({ ticket: late, loginName: second.owner, password });

    expect(await codeOf(again)).toBe('auth.wechatTaken');
  });

  it('lets an owner have another WeChat by HQ’s word alone, and puts the old one out', async () => {
    const { id, owner } = await aStore();
    const [old, fresh] = [await aPerson(), await aPerson()];
    const before = clientAfter(await bind(old, owner));
    expect((await bind(fresh, owner)).outcome).toBe('waiting');
    expect((await enter(fresh)).outcome).toBe('notBound');
    expect((await (await shop.as(owner)).auth.rebindings({})).items).toEqual([]);
    const asked = (await headquarters.auth.rebindings({})).items.find(({ party }) => party.partyId === id);
    const rebindingId = asked?.rebindingId ?? '';
    const own = (await shop.as(owner)).auth.approveRebinding({ ...said(), rebindingId });
    expect(await codeOf(own)).toBe('auth.rebindingUnknown');

    await headquarters.auth.approveRebinding({ ...said(), rebindingId });

    expect((await enter(old)).outcome).toBe('notBound');
    expect(await codeOf(before.auth.me({}))).toBe('auth.expired');
    expect((await clientAfter(await enter(fresh)).auth.me({})).party.partyId).toBe(id);
    const again = headquarters.auth.refuseRebinding({ ...said(), rebindingId });
    expect(await codeOf(again)).toBe('auth.rebindingClosed');
  });

  it('leaves the old WeChat where the owner refuses another one of the staff', async () => {
    const { owner, buyer } = await aStore();
    const [old, fresh] = [await aPerson(), await aPerson()];
    await bind(old, buyer);
    await bind(fresh, buyer);
    const client = await shop.as(owner);
    const [asked, ...others] = (await client.auth.rebindings({})).items;
    expect([asked?.user.loginName, others.length]).toEqual([buyer, 0]);

    await client.auth.refuseRebinding({ ...said(), rebindingId: asked?.rebindingId ?? '' });

    expect((await client.auth.rebindings({})).items).toEqual([]);
    expect((await enter(old)).outcome).toBe('loggedIn');
    expect((await enter(fresh)).outcome).toBe('notBound');
  });

  it('unbinds one’s own, and asks again before another WeChat gets in', async () => {
    const { owner } = await aStore();
    const [old, fresh] = [await aPerson(), await aPerson()];
    const client = clientAfter(await bind(old, owner));

    await client.auth.unbindWechat({});

    expect((await client.auth.wechatBindings({})).items).toEqual([]);
    expect(await codeOf(client.auth.unbindWechat({}))).toBe('auth.wechatNotBound');
    expect((await enter(old)).outcome).toBe('notBound');
    expect((await bind(fresh, owner)).outcome).toBe('waiting');
    expect((await bind(old, owner)).outcome).toBe('loggedIn');
  });

  it('shuts the door to a suspended user whichever way it knocks', async () => {
    const { owner, buyer, id, phone } = await aStore();
    const [person, member] = [await aPerson(), await aPerson()];
    await bind(person, owner);
    await bind(member, buyer);
    const client = await shop.as(owner);
    await client.partners.suspendStaff({ ...said(), userId: `U-${buyer}` });
    expect(await codeOf(enter(member))).toBe('auth.suspended');
    await headquarters.partners.suspend({ ...said(), partyId: id, effect: 'logIn', reason: '停业' });

    expect(await codeOf(enter(person))).toBe('auth.suspended');
    expect(await codeOf(bind(await aPerson(), owner))).toBe('auth.suspended');
    await shop.visitor.auth.sendCode({ phone });
    const [code = ''] = await codesAt(phone, 1);
    expect(await codeOf(enterByCode(phone, code))).toBe('auth.suspended');
  });

  it('lets in by a code once', async () => {
    const { id, phone } = await aStore();
    await shop.visitor.auth.sendCode({ phone });
    const [code = ''] = await codesAt(phone, 1);
    expect(code).toMatch(/^\d{6}$/);

    const answers = await Promise.all([enterByCode(phone, code), enterByCode(phone, code)].map(outcomeOf));

    expect(answers.sort()).toEqual(['auth.codeWrong', 'ok']);
    expect(
      await shop.rows('SELECT id FROM session WHERE userId = ?', [`U-${id.toLowerCase()}`]),
    ).toHaveLength(1);
  });

  it('lets nobody in after five wrong codes, or after five minutes', async () => {
    const { phone } = await aStore();
    await shop.visitor.auth.sendCode({ phone });
    const [code = ''] = await codesAt(phone, 1);
    const guesses = Array.from({ length: 8 }, () => outcomeOf(enterByCode(phone, other(code))));
    expect(new Set(await Promise.all(guesses))).toEqual(new Set(['auth.codeWrong']));
    expect(await codeOf(enterByCode(phone, code))).toBe('auth.codeWrong');

    const late = await aStore();
    await shop.visitor.auth.sendCode({ phone: late.phone });
    const [lateCode = ''] = await codesAt(late.phone, 1);
    shop.passTime(5 * minute);
    expect(await codeOf(enterByCode(late.phone, lateCode))).toBe('auth.codeWrong');
  });

  it('answers the same for a number nobody knows, and sends nothing there', async () => {
    const { phone } = await aStore();
    const unknown = '13999999999';
    const twice = async (number: string) => [
      await outcomeOf(shop.visitor.auth.sendCode({ phone: number })),
      await outcomeOf(shop.visitor.auth.sendCode({ phone: number })),
      await outcomeOf(enterByCode(number, '123456')),
    ];

    const known = await twice(phone);

    expect(known).toEqual(['ok', 'auth.codeTooSoon', 'auth.codeWrong']);
    expect(await twice(unknown)).toEqual(known);
    expect(await codesAt(phone, 1)).toHaveLength(1);
    expect(await codesAt(unknown, 0)).toEqual([]);
  });

  it('keeps neither codes nor tickets nor numbers where they can be read', async () => {
    const { phone } = await aStore();
    const ticket = await ticketFor(await aPerson());
    await shop.visitor.auth.sendCode({ phone });
    const [code = ''] = await codesAt(phone, 1);

    const kept = JSON.stringify([
      await shop.rows('SELECT * FROM logInCode'),
      await shop.rows('SELECT * FROM wechatTicket'),
    ]);

    expect(kept).not.toContain(ticket);
    expect(kept).not.toContain(`"${code}"`);
    expect(kept).not.toContain(phone);
  });

  endsWithBooks(() => shop);
});
