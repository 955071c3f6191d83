import type { Client } from '@tongpan/bff';
import { creditCodeOf } from '@tongpan/core/src/partners/testing';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

/** D1 may sell in Hangzhou, D2 in Ningbo. */
forEachEngine('customers that somebody takes on', (engine) => {
  let shop: Shop;
  let seller: Client;
  let headquarters: Client;
  let count = 0;

  beforeAll(async () => {
    shop = await openShop(engine);
    [seller, headquarters] = await Promise.all([shop.as('d1'), shop.as('hq')]);
    await headquarters.partners.setPolicy({ commandId: shop.newId(), storeReview: 'seller' });
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const apply = async (regionCode: string) => {
    count += 1;
    const applicationId = shop.newId();
    await shop.visitor.partners.apply({
      applicationId,
      secret: `the-secret-of-applicant-${count}`,
      kind: 'store',
      name: `新店 ${count}`,
      channel: 'convenience',
      contactName: '李老板',
      contactPhone: `1370000222${count}`,
      regionCode,
      addressDetail: '某路 9 号',
      businessLicenceNo: creditCodeOf(`91330106MA2AB000${count}`),
      foodLicenceNo: `JY3301060001000${count}`.slice(0, 16),
      foodLicenceExpiresOn: '2028-01-01',
      sellerCode: 'D1',
    });
    return applicationId;
  };
  const accountOf = async (buyerId: string, client: Client) =>
    (await client.credit.accounts({ limit: 100 })).items.find((account) => account.buyerId === buyerId);

  it('get an account that is paid with the order, and no limit', async () => {
    const applicationId = await apply('330106');

    const { application } = await seller.partners.approveApplication({ ...said(), applicationId });

    const buyerId = application.partyId ?? '';
    expect(await accountOf(buyerId, seller)).toMatchObject({ limitFen: 0, heldFen: 0 });
    const { now } = await seller.credit.terms({ sellerId: 'D1', buyerId });
    expect(now).toMatchObject({ kind: 'cash', days: 0 });
    await seller.credit.setLimit({ ...said(), buyerId, limitFen: 100_000, termDays: 30 });
  });

  it('are asked about when they lie where their seller may sell nothing', async () => {
    const applicationId = await apply('330203');
    const { findings } = await seller.partners.application({ applicationId });
    expect(findings).toMatchObject([
      { rule: 'territory.outside', severity: 'review', title: '所在地区不在供应商的授权区域内' },
    ]);
    const approve = (accept: readonly string[]) =>
      seller.partners.approveApplication({ ...said(), applicationId, accept: [...accept] });
    expect(await codeOf(approve([]))).toBe('partners.findingsOpen');

    expect((await approve(['territory.outside'])).application.state).toBe('approved');
  });

  it('come with a transfer that shows whether the new distributor may sell there, and get an account with it', async () => {
    await shop.addStore({ id: 'MOVED' });
    const move = { buyerId: 'MOVED', fromId: 'D1', toId: 'D2', effectiveOn: shop.today, reason: '区域调整' };
    const proposed = await headquarters.partners.proposeTransfer({ ...said(), ...move });
    expect(proposed).toMatchObject({ outsideTerritory: true });
    const ningbo = await shop
      .addStore({ id: 'NINGBO', regionCode: '330203' })
      .then(() => headquarters.partners.proposeTransfer({ ...said(), ...move, buyerId: 'NINGBO' }));
    expect(ningbo).toMatchObject({ outsideTerritory: false });

    const other = await shop.as('d2');
    for (const { transferId } of [proposed, ningbo]) {
      await seller.partners.consentTransfer({ ...said(), transferId });
      await other.partners.consentTransfer({ ...said(), transferId });
    }

    for (const buyerId of ['MOVED', 'NINGBO']) {
      expect(await accountOf(buyerId, other)).toMatchObject({ limitFen: 0 });
      // What it owes its old distributor stays where it was.
      expect(await accountOf(buyerId, seller)).toMatchObject({ limitFen: 1_000_000 });
    }
  });

  endsWithBooks(() => shop);
});
