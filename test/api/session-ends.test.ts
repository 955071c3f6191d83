import { setTimeout as wait } from 'node:timers/promises';
import { believedMs } from '@tongpan/core/src/partners/session-cache-service';
import { type Caller, statementsExecuted } from '@tongpan/core';
import { eventually } from '../engines/eventually';
import { forEachEngine, onServers, removePlaces } from '../engines/for-each-engine';
import { password } from './found-company';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('a session', (engine) => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  it('is not read again for every request', async () => {
    const client = await shop.openStore({ id: 'OFTEN' });
    const me = () => client.auth.me({});
    await me();
    const countStatements = async (work: () => Promise<unknown>) => {
      const before = statementsExecuted();
      for (let count = 0; count < 10; count += 1) await work();
      return statementsExecuted() - before;
    };

    const asked = await countStatements(me);
    const answered = await countStatements(() => shop.core.partners.me({ userId: 'U-often' } as Caller));

    // The requests cost what their answers cost, and nothing for who asks.
    expect(answered).toBeGreaterThan(0);
    expect(asked).toBe(answered);
  });

  it('ends at its instant, known here or not', async () => {
    const client = await shop.openStore({ id: 'INSTANT' });
    const soonMs = 1_500;
    await shop.run(`UPDATE session SET expiresAt = ? WHERE userId = 'U-instant'`, [
      shop.core.clock.now() + soonMs,
    ]);
    expect((await client.auth.me({})).loginName).toBe('instant');

    await wait(soonMs + 50);

    expect(await codeOf(client.auth.me({}))).toBe('auth.expired');
  });

  it('learns within seconds what was changed behind everybody’s back', async () => {
    const client = await shop.openStore({ id: 'BEHIND' });
    expect((await client.auth.me({})).loginName).toBe('behind');

    await shop.run(`UPDATE user SET status = 'suspended' WHERE id = 'U-behind'`);
    await wait(believedMs + 50);

    expect(await codeOf(client.auth.me({}))).toBe('auth.expired');
  });

  it('notes when it was last used, behind the request', async () => {
    const client = await shop.openStore({ id: 'SEEN' });
    const longAgo = shop.core.clock.now() - 3_600_000;
    await shop.run(`UPDATE session SET lastSeenAt = ? WHERE userId = 'U-seen'`, [longAgo]);

    await client.auth.me({});

    await eventually('the use is written', async () => {
      const [row] = await shop.rows<{ lastSeenAt: number }>(
        `SELECT lastSeenAt FROM session WHERE userId = 'U-seen'`,
      );
      return (row?.lastSeenAt ?? 0) > longAgo;
    });
  });

  endsWithBooks(() => shop);
});

/** Far longer than a message takes, half as long as a session is believed without one. */
const soonMs = believedMs / 2;

onServers('a session at two servers', (engine) => {
  let shop: Shop;
  let neighbour: Awaited<ReturnType<Shop['openNeighbour']>>;

  beforeAll(async () => {
    shop = await openShop(engine);
    neighbour = await shop.openNeighbour();
  });
  afterAll(() => shop.close());

  /** A store's owner and one of the staff, who is at home at both servers. */
  const open = async (id: string) => {
    const member = `${id.toLowerCase()}-staff`;
    const owner = await shop.openStore({
      id,
      people: { [id.toLowerCase()]: ['owner'], [member]: ['purchaser'] },
    });
    const [here, there] = await Promise.all([shop.as(member), neighbour.as(member)]);
    expect([await outcomeOf(here.auth.me({})), await outcomeOf(there.auth.me({}))]).toEqual(['ok', 'ok']);
    return { owner, here, there, member, userId: `U-${member}` };
  };

  /** At once where it was done, and a moment later where it was heard. */
  const expectOut = async ({ here, there }: Awaited<ReturnType<typeof open>>) => {
    const startedAt = performance.now();
    expect(await codeOf(here.auth.me({}))).toBe('auth.expired');
    await eventually('the other server has heard', async () => (await outcomeOf(there.auth.me({}))) !== 'ok');
    expect(performance.now() - startedAt).toBeLessThan(soonMs);
  };

  it('ends at both when its user logs out', async () => {
    const person = await open('OUT');

    await person.here.auth.logOut({});

    await expectOut(person);
  });

  it('ends at both when its user is suspended', async () => {
    const person = await open('STAFFOUT');

    await person.owner.partners.suspendStaff({ commandId: shop.newId(), userId: person.userId });

    await expectOut(person);
  });

  it('ends at both when its user gets another password from the owner', async () => {
    const person = await open('RESET');

    await person.owner.partners.resetPassword({ commandId: shop.newId(), userId: person.userId });

    await expectOut(person);
  });

  it('ends at both when its party is suspended', async () => {
    const person = await open('PARTYOUT');

    await (
      await shop.as('hq')
    ).partners.suspend({ commandId: shop.newId(), partyId: 'PARTYOUT', effect: 'logIn', reason: '欠款' });

    await expectOut(person);
  });

  it('ends at both when the other session of its user changes the password', async () => {
    const person = await open('RENEWED');
    const other = shop.clientOf((await shop.logIn(person.member)).token);

    await other.auth.changePassword({ currentPassword: password, newPassword: 'an-even-newer-one' });

    await expectOut(person);
    expect(await outcomeOf(other.auth.me({}))).toBe('ok');
  });

  it('opens at both what new roles open, and nothing else', async () => {
    const { owner, here, there, userId } = await open('ROLES');
    const place = (client: typeof here) =>
      outcomeOf(client.orders.quote({ lines: [{ skuId: 'WATER', quantity: 25 }] }));
    expect([await place(here), await place(there)]).toEqual(['ok', 'ok']);

    const startedAt = performance.now();
    await owner.partners.changeRoles({ commandId: shop.newId(), userId, roles: ['finance'] });

    expect(await place(here)).toBe('access.denied');
    await eventually('the other server has heard', async () => (await place(there)) === 'access.denied');
    expect(performance.now() - startedAt).toBeLessThan(soonMs);
  });

  endsWithBooks(() => shop);
});
