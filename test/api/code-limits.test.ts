import { dayMs } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, outcomeOf } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';
import { otherThan, wechatPeople } from './wechat-people';

afterAll(removePlaces);

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

forEachEngine('the limits of codes by text message', (engine) => {
  let shop: PayingShop;
  let people: ReturnType<typeof wechatPeople>;

  beforeAll(async () => {
    shop = await openPayingShop(engine);
    people = wechatPeople(shop);
  });
  // What the tests before have sent from this address is forgotten after a day.
  beforeEach(() => shop.passTime(dayMs));
  afterAll(() => shop.close());

  const send = (phone: string) => outcomeOf(shop.visitor.auth.sendCode({ phone }));
  const strangers = (count: number) =>
    Array.from({ length: count }, (_, at) => `1371000${String(at).padStart(4, '0')}`);

  it('sends one a minute to a number', async () => {
    const { phone } = await people.aStore();

    expect([await send(phone), await send(phone)]).toEqual(['ok', 'auth.codeTooSoon']);

    shop.passTime(50 * second);
    expect(await send(phone)).toBe('auth.codeTooSoon');
    shop.passTime(10 * second);
    expect(await send(phone)).toBe('ok');
    expect(await people.codesAt(phone, 2)).toHaveLength(2);
  });

  it('sends one to a number however many ask at once', async () => {
    const { phone } = await people.aStore();

    const outcomes = await Promise.all(Array.from({ length: 5 }, () => send(phone)));

    expect(outcomes.sort()).toEqual(['auth.codeTooSoon', ...Array(3).fill('auth.codeTooSoon'), 'ok']);
    expect(await people.codesAt(phone, 1)).toHaveLength(1);
  });

  it('sends ten a day to a number, and refusals do not count', async () => {
    const { phone } = await people.aStore();
    for (let sent = 0; sent < 10; sent += 1) {
      expect([await send(phone), await send(phone)]).toEqual(['ok', 'auth.codeTooSoon']);
      shop.passTime(minute);
    }

    expect(await send(phone)).toBe('auth.codeTooMany');

    shop.passTime(23 * hour);
    expect(await send(phone)).toBe('auth.codeTooMany');
    shop.passTime(hour);
    expect(await send(phone)).toBe('ok');
  });

  it('counts what one number gets together, whatever it is for', async () => {
    const { phone, owner } = await people.aStore();
    const client = await shop.as(owner);
    expect(await send(phone)).toBe('ok');

    expect(await outcomeOf(shop.visitor.auth.sendCode({ phone, purpose: 'apply' }))).toBe('auth.codeTooSoon');
    expect(await outcomeOf(client.auth.sendOwnCode({}))).toBe('auth.codeTooSoon');
    expect(await outcomeOf(client.auth.sendOwnCode({ newPhone: phone }))).toBe('auth.codeTooSoon');
  });

  it('sends sixty an hour and two hundred a day from one address', async () => {
    const phones = strangers(201);
    const sendNext = async (count: number) => {
      for (const phone of phones.splice(0, count)) expect(await send(phone)).toBe('ok');
    };
    const [last = ''] = phones.slice(-1);
    for (const count of [60, 60, 60]) {
      await sendNext(count);
      expect(await send(last)).toBe('auth.codeTooMany');
      shop.passTime(hour);
    }
    await sendNext(20);

    expect(await send(last)).toBe('auth.codeTooMany');
    shop.passTime(hour);
    expect(await send(last)).toBe('auth.codeTooMany');
    shop.passTime(20 * hour);
    expect(await send(last)).toBe('ok');
  });

  it('lets five codes be tried, and the latest alone', async () => {
    const { phone } = await people.aStore();
    const tried = (code: string) => outcomeOf(people.enterByCode(phone, code));
    await send(phone);
    const [first = ''] = await people.codesAt(phone, 1);
    for (let count = 0; count < 4; count += 1) expect(await tried(otherThan(first))).toBe('auth.codeWrong');
    expect(await tried(first)).toBe('ok');

    shop.passTime(minute);
    await send(phone);
    const [, second = ''] = await people.codesAt(phone, 2);
    for (let count = 0; count < 5; count += 1) expect(await tried(otherThan(second))).toBe('auth.codeWrong');
    expect(await tried(second)).toBe('auth.codeWrong');

    shop.passTime(minute);
    await send(phone);
    await people.codesAt(phone, 3);
    shop.passTime(minute);
    await send(phone);
    const codes = await people.codesAt(phone, 4);
    const [third = '', fourth = ''] = codes.slice(-2);
    if (third !== fourth) expect(await tried(third)).toBe('auth.codeWrong');
    expect(await tried(fourth)).toBe('ok');
  });

  it('lets a code be used for five minutes', async () => {
    const { phone } = await people.aStore();
    await send(phone);
    const [code = ''] = await people.codesAt(phone, 1);
    shop.passTime(5 * minute);

    expect(await outcomeOf(people.enterByCode(phone, code))).toBe('auth.codeWrong');
  });

  it('answers a number that is proved, one that is only typed and one nobody knows alike', async () => {
    const { phone } = await people.aStore();
    const { phone: typed } = await people.anUnprovedStore();
    const raw = async (path: string, body: object) => {
      const answer = await shop.send({ method: 'POST', path, text: JSON.stringify(body) });
      const { requestId: _, ...shape } = answer.body as Record<string, unknown>;
      return { status: answer.status, shape };
    };
    const walk = async (number: string) => [
      await raw('/api/v1/auth/code/send', { phone: number }),
      await raw('/api/v1/auth/code/send', { phone: number }),
      await raw('/api/v1/auth/code/login', { phone: number, code: '12345' }),
      ...(await Promise.all(
        Array.from({ length: 7 }, () => raw('/api/v1/auth/code/login', { phone: number, code: '000000' })),
      )),
    ];

    const known = await walk(phone);

    expect(known.map(({ status }) => status)).toEqual([200, 429, 400, ...Array(7).fill(422)]);
    expect(await walk(typed)).toEqual(known);
    expect(await walk('13999999999')).toEqual(known);
    expect(await people.codesAt(phone, 1)).toHaveLength(1);
    expect([await people.codesAt(typed, 0), await people.codesAt('13999999999', 0)]).toEqual([[], []]);
  });

  it('shuts out who is suspended, and says so only to who holds the phone', async () => {
    const { owner, phone, id } = await people.aStore();
    const headquarters = await shop.as('hq');
    await headquarters.partners.suspend({
      commandId: shop.newId(),
      partyId: id,
      effect: 'logIn',
      reason: '停业',
    });
    await send(phone);
    const [code = ''] = await people.codesAt(phone, 1);

    expect(await outcomeOf(people.enterByCode(phone, otherThan(code)))).toBe('auth.codeWrong');
    expect(await outcomeOf(people.enterByCode(phone, code))).toBe('auth.suspended');
    expect(await shop.rows('SELECT id FROM session WHERE userId = ?', [`U-${owner}`])).toEqual([]);
  });

  it('lets in by a code whose password somebody has locked by guessing', async () => {
    const { owner, phone } = await people.aStore();
    const guess = () => shop.visitor.auth.logIn({ loginName: owner, password: 'not this' });
    for (let count = 0; count < 10; count += 1) await outcomeOf(guess());
    expect(await outcomeOf(shop.logIn(owner))).toBe('auth.locked');
    await send(phone);
    const [code = ''] = await people.codesAt(phone, 1);

    expect(await outcomeOf(people.enterByCode(phone, code))).toBe('ok');
  });

  endsWithBooks(() => shop);
});
