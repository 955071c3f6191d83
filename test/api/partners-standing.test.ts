import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('how a partner stands', (engine) => {
  let shop: Shop;
  let distributor: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [distributor, headquarters] = await Promise.all([shop.as('d1'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  const stop = (client: Client, partyId: string, more: object = {}) =>
    client.partners.suspend({ commandId: shop.newId(), partyId, reason: '欠款未清', ...more });
  const lift = (client: Client, partyId: string) =>
    client.partners.reinstate({ commandId: shop.newId(), partyId, note: '已结清' });
  const order = (client: Client) =>
    outcomeOf(client.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'CAP', quantity: 10 }] }));

  it('stops ordering by HQ’s word and leaves the door open', async () => {
    const store = await shop.openStore({ id: 'STOPPED' });

    const set = await stop(headquarters, 'STOPPED');

    expect(set).toMatchObject({ scope: 'party', effect: 'orders', state: 'inForce', endsOn: null });
    expect(await order(store)).toBe('partners.suspended');
    expect((await store.auth.me({})).party.partyId).toBe('STOPPED');
    expect(await store.partners.get({ partyId: 'STOPPED' })).toMatchObject({
      status: 'ordersStopped',
      ordering: { answer: 'no', reason: 'ordersStopped' },
    });
    await lift(headquarters, 'STOPPED');
    expect(await order(store)).toBe('ok');
    expect((await headquarters.partners.suspensions({ partyId: 'STOPPED' })).items).toMatchObject([
      { state: 'over', liftNote: '已结清' },
    ]);
  });

  it('shuts out by HQ’s word, at once and until it is lifted', async () => {
    const store = await shop.openStore({ id: 'SHUT' });

    await stop(headquarters, 'SHUT', { effect: 'logIn' });

    expect(await codeOf(store.auth.me({}))).toBe('auth.expired');
    expect(await codeOf(shop.logIn('shut'))).toBe('auth.suspended');
    await lift(headquarters, 'SHUT');
    expect((await shop.logIn('shut')).me.party.partyId).toBe('SHUT');
    expect(await codeOf(store.auth.me({}))).toBe('auth.expired');
  });

  it('begins and ends on its days', async () => {
    const store = await shop.openStore({ id: 'WINDOW' });
    const set = await stop(headquarters, 'WINDOW', { startsOn: '2026-12-01', endsOn: '2026-12-05' });
    expect(set.state).toBe('waiting');
    expect(await order(store)).toBe('ok');
    const statusOn = async (day: string) => {
      await shop.core.partners.turnSuspensions(Date.parse(`${day}T02:00:00Z`));
      return (await headquarters.partners.get({ partyId: 'WINDOW' })).status;
    };

    expect(await statusOn('2026-11-30')).toBe('active');
    expect(await statusOn('2026-12-01')).toBe('ordersStopped');
    expect(await statusOn('2026-12-04')).toBe('ordersStopped');
    expect(await statusOn('2026-12-05')).toBe('active');
    expect(await shop.core.partners.turnSuspensions(Date.parse('2026-12-06T02:00:00Z'))).toBe(0);
  });

  it('keeps the harder of two stops until that one ends', async () => {
    await shop.addStore({ id: 'TWICE' });
    await stop(headquarters, 'TWICE');
    await stop(headquarters, 'TWICE', { effect: 'logIn', endsOn: '2026-12-01' });
    expect((await headquarters.partners.get({ partyId: 'TWICE' })).status).toBe('suspended');

    await shop.core.partners.turnSuspensions(Date.parse('2026-12-01T02:00:00Z'));

    expect((await headquarters.partners.get({ partyId: 'TWICE' })).status).toBe('ordersStopped');
  });

  it('lets a distributor stop its own supply, and only that', async () => {
    const store = await shop.openStore({ id: 'UNSUPPLIED' });
    expect(await codeOf(stop(distributor, 'UNSUPPLIED', { effect: 'logIn' }))).toBe(
      'partners.suspensionUnfit',
    );

    expect(await stop(distributor, 'UNSUPPLIED')).toMatchObject({ scope: 'supply', state: 'inForce' });

    expect((await store.partners.suppliers({})).items).toEqual([]);
    expect((await headquarters.partners.get({ partyId: 'UNSUPPLIED' })).status).toBe('active');
    expect((await headquarters.partners.suspensions({ partyId: 'UNSUPPLIED' })).items).toHaveLength(1);
    expect((await (await shop.as('d2')).partners.suspensions({ partyId: 'UNSUPPLIED' })).items).toEqual([]);
    expect(await codeOf(lift(headquarters, 'UNSUPPLIED'))).toBe('partners.notSuspended');
    await lift(distributor, 'UNSUPPLIED');
    expect((await store.partners.suppliers({})).items).toMatchObject([{ partyId: 'D1' }]);
  });

  it('is not a distributor’s to lift where HQ has stopped', async () => {
    await shop.addStore({ id: 'HQSTOPPED' });
    await stop(headquarters, 'HQSTOPPED');

    expect(await codeOf(lift(distributor, 'HQSTOPPED'))).toBe('partners.notSuspended');
    expect((await distributor.partners.suspensions({ partyId: 'HQSTOPPED' })).items).toEqual([]);
  });

  it('takes back what was never written as a suspension', async () => {
    await lift(headquarters, 'S4');

    expect((await shop.logIn('s4')).me.party.partyId).toBe('S4');
  });

  it.each([
    ['HQ itself', 'HQ', {}],
    ['as of yesterday', 'S2', { startsOn: '2026-11-21' }],
    ['for no day at all', 'S2', { startsOn: '2026-12-01', endsOn: '2026-12-01' }],
    ['in years', 'S2', { startsOn: '2029-01-01' }],
  ])('is not stopped: %s', async (_, partyId, more) => {
    expect(await codeOf(stop(headquarters, partyId, more))).toBe('partners.suspensionUnfit');
  });

  it('is stopped once by one command', async () => {
    await shop.addStore({ id: 'STOPONCE' });
    const input = { commandId: shop.newId(), partyId: 'STOPONCE', reason: '欠款' };

    await headquarters.partners.suspend(input);
    await headquarters.partners.suspend(input);

    expect((await headquarters.partners.suspensions({ partyId: 'STOPONCE' })).items).toHaveLength(1);
  });

  it('leaves a trail of who did what, without saying where anybody lives or how to call', async () => {
    const store = await shop.openStore({ id: 'TRAILED' });
    await store.partners.addAddress({
      commandId: shop.newId(),
      receiver: '钱老板',
      phone: '13612345678',
      regionCode: '330105',
      detail: '某某路 77 号',
    });
    await stop(headquarters, 'TRAILED');
    await stop(distributor, 'TRAILED');

    const all = (await headquarters.partners.changes({ partyId: 'TRAILED' })).items;
    expect(all.map(({ kind }) => kind)).toEqual(['suspended', 'suspended', 'addressAdded']);
    expect(all[2]?.after).toMatchObject({ regionCode: '330105', phone: '…' });
    expect(JSON.stringify(await shop.rows('SELECT * FROM partnerChange'))).not.toMatch(
      /13612345678|钱老板|77 号/,
    );
    const joint = (await distributor.partners.changes({ partyId: 'TRAILED' })).items;
    expect(joint).toHaveLength(1);
    expect((await (await shop.as('d2')).partners.changes({ partyId: 'TRAILED' })).items).toEqual([]);
  });

  describe('by its food licence', () => {
    const renew = (client: Client, partyId: string, foodLicenceExpiresOn: string, more: object = {}) =>
      client.partners.renewLicence({
        commandId: shop.newId(),
        partyId,
        foodLicenceNo: 'JY13301060000099',
        foodLicenceExpiresOn,
        ...more,
      });

    it('is listed before and after the licence runs out, soonest first, to whoever it concerns', async () => {
      for (const [id, expiresOn] of [
        ['SOON', '2026-12-20'],
        ['TODAY', '2026-11-22'],
        ['FAR', '2027-06-01'],
      ] as const) {
        await shop.addStore({ id });
        await renew(distributor, id, expiresOn);
      }
      await shop.addStore({ id: 'OVER' });
      await shop.run(`UPDATE party SET foodLicenceExpiresOn = '2026-11-01' WHERE id = 'OVER'`);

      const listed = (await distributor.partners.licences({})).items;

      expect(listed.map(({ partyId, licence, daysLeft }) => [partyId, licence, daysLeft])).toEqual([
        ['OVER', 'expired', -21],
        ['TODAY', 'expiring', 0],
        ['SOON', 'expiring', 28],
      ]);
      expect((await (await shop.as('d2')).partners.licences({})).items).toEqual([]);
      expect((await headquarters.partners.licences({})).items).toHaveLength(3);
      const first = await distributor.partners.licences({ limit: 2 });
      const second = await distributor.partners.licences({ limit: 2, cursor: first.nextCursor ?? '' });
      expect(second.items.map(({ partyId }) => partyId)).toEqual(['SOON']);
    });

    it('is marked by the daily look', async () => {
      await shop.addStore({ id: 'MARKED' });
      await shop.run(`UPDATE party SET foodLicenceExpiresOn = '2026-11-01' WHERE id = 'MARKED'`);

      await shop.core.jobs.runDue();

      expect(await shop.rows(`SELECT licenceMark FROM party WHERE id = 'MARKED'`)).toEqual([
        { licenceMark: 'expired' },
      ]);
      expect(await headquarters.partners.get({ partyId: 'MARKED' })).toMatchObject({
        ordering: { answer: 'no', reason: 'licenceExpired' },
      });
      await renew(headquarters, 'MARKED', '2030-01-01');
      expect(await headquarters.partners.get({ partyId: 'MARKED' })).toMatchObject({
        licence: 'valid',
        ordering: { answer: 'yes' },
      });
    });

    it.each([
      ['that has run out already', { foodLicenceExpiresOn: '2026-11-21' }, 'partners.licenceUnfit'],
      ['with a number that is none', { foodLicenceNo: 'JY1' }, 'partners.licenceUnfit'],
      ['of another’s store', { partyId: 'S5' }, 'partners.unknown'],
    ])('is not renewed by a licence %s', async (_, more, code) => {
      expect(await codeOf(renew(distributor, 'S1', '2030-01-01', more))).toBe(code);
    });
  });

  endsWithBooks(() => shop);
});
