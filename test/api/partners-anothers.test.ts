import type { Client } from '@tongpan/bff';
import { creditCodeOf } from '@tongpan/core/src/partners/testing';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('partners that are another’s', (engine) => {
  let shop: Shop;
  let mine: Client;
  let stranger: Client;
  let distributor: Client;
  let otherSeller: Client;
  let third: Client;
  let transferId: string;
  let userId: string;
  const applicationId = 'SOMEBODYS-APPLICATION';
  const secret = 'the-secret-of-an-applicant';

  beforeAll(async () => {
    shop = await openShop(engine);
    [mine, distributor, otherSeller] = await Promise.all([shop.as('s1'), shop.as('d1'), shop.as('d2')]);
    stranger = await shop.openStore({ id: 'STRANGER' });
    await shop.addStore({ id: 'D3', kind: 'distributor', supplierId: 'HQ' });
    third = await shop.as('d3');
    const transfer = await distributor.partners.proposeTransfer({
      commandId: shop.newId(),
      buyerId: 'S1',
      fromId: 'D1',
      toId: 'D2',
      effectiveOn: shop.today,
      reason: '区域调整',
    });
    ({ transferId } = transfer);
    ({ userId } = await mine.auth.me({}));
    await shop.visitor.partners.apply({
      applicationId,
      secret,
      kind: 'store',
      name: '新店',
      channel: 'traditional',
      contactName: '李老板',
      contactPhone: '13700001111',
      regionCode: '330106',
      addressDetail: '文三路 9 号',
      businessLicenceNo: creditCodeOf('91330106MA2AA9999'),
      sellerCode: 'D1',
    });
  });
  afterAll(() => shop.close());

  const toldBy = async (answer: Promise<unknown>) => {
    const { status, problem } = await refusalOf(answer);
    const { code, title, detail } = problem;
    return { status, code, title, detail };
  };
  /** Asks about what is another's and about what there is not: nobody can tell which is which. */
  const cannotTell = async (ask: (id: string) => Promise<unknown>, others: string, code: string) => {
    const before = await shop.ledger();
    const told = await toldBy(ask(others));
    expect(told).toEqual(await toldBy(ask('NO-SUCH-THING')));
    expect(told.code).toBe(code);
    expect(await shop.ledger()).toEqual(before);
  };
  const id = () => ({ commandId: shop.newId() });

  it('cannot be told from what is not: parties', async () => {
    const ask = (client: Client) => (partyId: string) => client.partners.get({ partyId });
    await cannotTell(ask(stranger), 'S1', 'partners.unknown');
    await cannotTell(ask(stranger), 'D2', 'partners.unknown');
    await cannotTell(ask(mine), 'D1', 'partners.unknown');
    await cannotTell(ask(otherSeller), 'S1', 'partners.unknown');
  });

  it('cannot be told from what is not: addresses', async () => {
    const form = { receiver: '王老板', phone: '13900001000', regionCode: '330106', detail: '某路' };
    await cannotTell(
      (addressId) => stranger.partners.changeAddress({ ...id(), ...form, addressId }),
      'A-S1',
      'partners.addressUnknown',
    );
    await cannotTell(
      (addressId) => stranger.partners.setDefaultAddress({ ...id(), addressId }),
      'A-S1',
      'partners.addressUnknown',
    );
    await cannotTell(
      (addressId) => stranger.partners.removeAddress({ ...id(), addressId }),
      'A-S1',
      'partners.addressUnknown',
    );
  });

  it('cannot be told from what is not: staff', async () => {
    const code = 'partners.staffUnknown';
    const of = (client: Client) => client.partners;
    for (const client of [stranger, distributor]) {
      await cannotTell(
        (user) => of(client).changeRoles({ ...id(), userId: user, roles: ['finance'] }),
        userId,
        code,
      );
      await cannotTell((user) => of(client).suspendStaff({ ...id(), userId: user }), userId, code);
      await cannotTell((user) => of(client).reactivateStaff({ ...id(), userId: user }), userId, code);
      await cannotTell((user) => of(client).resetPassword({ ...id(), userId: user }), userId, code);
    }
    expect((await mine.auth.me({})).roles).toEqual(['owner']);
  });

  it('cannot be told from what is not: applications, to another distributor or without the secret', async () => {
    const code = 'partners.applicationUnknown';
    await cannotTell((it) => otherSeller.partners.application({ applicationId: it }), applicationId, code);
    await cannotTell(
      (it) => otherSeller.partners.approveApplication({ ...id(), applicationId: it }),
      applicationId,
      code,
    );
    await cannotTell(
      (it) => otherSeller.partners.rejectApplication({ ...id(), applicationId: it, reason: '不' }),
      applicationId,
      code,
    );
    await cannotTell(
      (it) => shop.visitor.partners.myApplication({ applicationId: it, secret: `${secret}-nearly` }),
      applicationId,
      code,
    );
    expect((await otherSeller.partners.applications({})).items).toEqual([]);
    expect((await shop.visitor.partners.myApplication({ applicationId, secret })).state).toBe('submitted');
  });

  it('cannot be told from what is not: transfers', async () => {
    const code = 'partners.transferUnknown';
    const word = (it: string) => ({ ...id(), transferId: it });
    for (const client of [stranger, third]) {
      await cannotTell((it) => client.partners.transfer({ transferId: it }), transferId, code);
      expect((await client.partners.transfers({ buyerId: 'S1' })).items).toEqual([]);
    }
    await cannotTell((it) => third.partners.consentTransfer(word(it)), transferId, code);
    await cannotTell((it) => third.partners.refuseTransfer(word(it)), transferId, code);
    await cannotTell((it) => third.partners.withdrawTransfer(word(it)), transferId, code);
    await cannotTell(
      (buyerId) =>
        third.partners.proposeTransfer({
          ...id(),
          buyerId,
          fromId: 'D2',
          toId: 'D3',
          effectiveOn: shop.today,
          reason: '要店',
        }),
      'S1',
      'partners.transferNotTheirs',
    );
  });

  it('cannot be told from what is not: suspensions, licences and trails', async () => {
    await cannotTell(
      (partyId) => otherSeller.partners.suspend({ ...id(), partyId, reason: '不' }),
      'S1',
      'partners.unknown',
    );
    await cannotTell(
      (partyId) => otherSeller.partners.reinstate({ ...id(), partyId }),
      'S1',
      'partners.unknown',
    );
    await cannotTell(
      (partyId) =>
        otherSeller.partners.renewLicence({
          ...id(),
          partyId,
          foodLicenceNo: 'JY13301060000099',
          foodLicenceExpiresOn: '2030-01-01',
        }),
      'S1',
      'partners.unknown',
    );
    expect((await otherSeller.partners.suspensions({ partyId: 'S1' })).items).toEqual([]);
    expect((await otherSeller.partners.changes({ partyId: 'S1' })).items).toEqual([]);
  });

  endsWithBooks(() => shop);
});
