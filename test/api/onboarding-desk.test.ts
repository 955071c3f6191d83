import type { Client } from '@tongpan/bff';
import { creditCodeOf } from '@tongpan/core/src/partners/testing';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, refusalOf, type Shop } from './open-shop';
import { uploadPhoto } from './upload-photo';

afterAll(removePlaces);

forEachEngine('the desk of applications', (engine) => {
  let shop: Shop;
  let distributor: Client;
  let headquarters: Client;
  let applicants = 0;

  beforeAll(async () => {
    shop = await openShop(engine);
    [distributor, headquarters] = await Promise.all([shop.as('d1'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  /** Hands in a form that is like no other's. */
  const anApplicant = async (more: object = {}) => {
    applicants += 1;
    const number = String(applicants).padStart(4, '0');
    const form = {
      applicationId: shop.newId(),
      secret: `the-secret-of-applicant-${number}`,
      kind: 'store' as const,
      name: `桥头店 ${number}`,
      channel: 'convenience' as const,
      contactName: '李老板',
      contactPhone: `1371111${number}`,
      regionCode: '330106',
      addressDetail: '文三路 9 号',
      businessLicenceNo: creditCodeOf(`91330106MA3AA${number}`),
      foodLicenceNo: `JY3301060001${number}`,
      foodLicenceExpiresOn: '2028-01-01',
      sellerCode: 'D1',
      ...more,
    };
    await shop.visitor.partners.apply(form);
    return form;
  };
  const idsOf = async (client: Client, filter: Parameters<Client['partners']['applications']>[0]) =>
    (await client.partners.applications({ limit: 100, ...filter })).items.map(
      ({ applicationId }) => applicationId,
    );
  const rowOf = async (client: Client, applicationId: string) =>
    (await client.partners.applications({ limit: 100 })).items.find(
      (row) => row.applicationId === applicationId,
    );

  const waitingAt = async (client: Client) =>
    (await client.insight.desk({})).waiting.find(({ kind }) => kind === 'applications')?.count ?? 0;

  it('counts at a desk what waits for it, and no more once it is endorsed or decided', async () => {
    const before = [await waitingAt(distributor), await waitingAt(headquarters)] as const;
    const { applicationId } = await anApplicant();
    expect([await waitingAt(distributor), await waitingAt(headquarters)]).toEqual([
      before[0] + 1,
      before[1] + 1,
    ]);
    expect(await waitingAt(await shop.as('d2'))).toBe(0);
    await distributor.partners.approveApplication({ ...said(), applicationId });
    expect([await waitingAt(distributor), await waitingAt(headquarters)]).toEqual([before[0], before[1] + 1]);
    await headquarters.partners.rejectApplication({ ...said(), applicationId, reason: '资料不全' });
    expect([await waitingAt(distributor), await waitingAt(headquarters)]).toEqual(before);
  });

  it('finds applications by what waits, by kind, and by a name, a phone or a licence', async () => {
    const waiting = await anApplicant({ name: '望江楼餐饮' });
    const endorsed = await anApplicant();
    const rejected = await anApplicant({ kind: 'chain' });
    await distributor.partners.approveApplication({ ...said(), applicationId: endorsed.applicationId });
    await distributor.partners.rejectApplication({
      ...said(),
      applicationId: rejected.applicationId,
      reason: '地址不详',
    });

    const open = await idsOf(headquarters, { state: 'open' });
    expect(open).toEqual(expect.arrayContaining([waiting.applicationId, endorsed.applicationId]));
    expect(open).not.toContain(rejected.applicationId);
    expect(await idsOf(headquarters, { kind: 'chain' })).toEqual([rejected.applicationId]);
    for (const q of ['望江', waiting.contactPhone, waiting.businessLicenceNo, waiting.foodLicenceNo]) {
      expect(await idsOf(distributor, { q })).toEqual([waiting.applicationId]);
    }
    expect(await idsOf(distributor, { q: '%' })).toEqual([]);
    expect(await idsOf(await shop.as('d2'), { q: '望江' })).toEqual([]);
  });

  it('shows in the list what speaks for a second look, of each its own, and of what is decided nothing', async () => {
    const first = await anApplicant();
    const alike = await anApplicant({ contactPhone: first.contactPhone });
    const far = await anApplicant({ regionCode: '650102', foodLicenceNo: '', foodLicenceExpiresOn: null });

    const rules = async (client: Client, applicationId: string) =>
      (await rowOf(client, applicationId))?.findings.map(({ rule }) => rule);
    expect(await rules(headquarters, alike.applicationId)).toEqual(['duplicate.phone']);
    expect(await rules(distributor, far.applicationId)).toEqual(['foodLicence.missing', 'territory.outside']);
    const seen = await rowOf(distributor, alike.applicationId);
    expect(seen?.findings.map(({ like }) => like)).toEqual([[]]);
    const named = await rowOf(headquarters, alike.applicationId);
    expect(named?.findings.map(({ like }) => like)).toEqual([[first.applicationId]]);
    expect((await headquarters.partners.application({ applicationId: far.applicationId })).findings).toEqual(
      (await rowOf(headquarters, far.applicationId))?.findings,
    );

    await headquarters.partners.rejectApplication({
      ...said(),
      applicationId: far.applicationId,
      reason: '不送',
    });
    expect((await rowOf(headquarters, far.applicationId))?.findings).toEqual([]);
  });

  it('says what a yes of the reader would make of it', async () => {
    const { applicationId } = await anApplicant();
    const ifApproved = async (client: Client) =>
      (await client.partners.application({ applicationId })).ifApproved;
    expect(await ifApproved(distributor)).toBe('endorsed');
    expect(await ifApproved(headquarters)).toBe('approved');

    await distributor.partners.approveApplication({ ...said(), applicationId });

    expect(await ifApproved(distributor)).toBeNull();
    expect(await ifApproved(headquarters)).toBe('approved');
    await headquarters.partners.setPolicy({ ...said(), storeReview: 'seller' });
    const other = await anApplicant();
    const sheet = await distributor.partners.application({ applicationId: other.applicationId });
    await headquarters.partners.setPolicy({ ...said(), storeReview: 'sellerThenHq' });
    expect(sheet.ifApproved).toBe('approved');
  });

  it('tells who comes second who was there, by name at one’s own desk alone', async () => {
    const { applicationId } = await anApplicant();
    await headquarters.partners.rejectApplication({ ...said(), applicationId, reason: '资料不全' });

    const late = (client: Client) =>
      refusalOf(client.partners.approveApplication({ ...said(), applicationId }));
    const [atHeadquarters, atSeller] = [await late(headquarters), await late(distributor)];

    expect([atHeadquarters.code, atHeadquarters.problem.detail]).toEqual([
      'partners.applicationClosed',
      'hq 先生已驳回',
    ]);
    expect(atSeller.problem.detail).toBe('总部已驳回');
    const reviewed = { applicationId };
    expect((await headquarters.partners.application(reviewed)).reviews).toMatchObject([{ by: 'hq 先生' }]);
    expect((await distributor.partners.application(reviewed)).reviews).toMatchObject([{ by: '' }]);
  });

  it('takes no answer to a form that was handed in again since it was read', async () => {
    const form = await anApplicant();
    const { applicationId } = form;
    const reject = (submissionNo: number) =>
      outcomeOf(
        headquarters.partners.rejectApplication({ ...said(), applicationId, submissionNo, reason: '不详' }),
      );
    expect(await reject(1)).toBe('ok');
    await shop.visitor.partners.apply({ ...form, addressDetail: '文三路 10 号' });

    const approve = headquarters.partners.approveApplication({ ...said(), applicationId, submissionNo: 1 });
    expect(await codeOf(approve)).toBe('partners.applicationChanged');
    expect(await reject(1)).toBe('partners.applicationChanged');
    expect(await reject(2)).toBe('ok');
  });

  describe('the supplier’s word for a phone', () => {
    const aTakenOn = async () => {
      const { applicationId, contactPhone } = await anApplicant();
      const { application } = await headquarters.partners.approveApplication({ ...said(), applicationId });
      return { partyId: application.partyId ?? '', contactPhone };
    };

    it('is shown with what stands in its way, and kept in the trail of who gave it', async () => {
      const { partyId, contactPhone } = await aTakenOn();
      expect(await distributor.partners.ownerPhone({ partyId })).toMatchObject({
        contactPhone,
        standing: 'mayVouch',
        owner: { name: '李老板' },
        verified: null,
      });

      await distributor.partners.vouchForPhone({ ...said(), partyId, contactPhone });

      expect(await distributor.partners.ownerPhone({ partyId })).toMatchObject({
        standing: 'isIt',
        verified: { provedBy: 'supplier', phone: `137****${contactPhone.slice(-4)}` },
      });
      const [latest] = (await distributor.partners.changes({ partyId })).items;
      expect(latest).toMatchObject({ kind: 'phoneVerified', actorName: 'd1 先生' });
    });

    it('is not taken for another number than the one that was called', async () => {
      const { partyId, contactPhone } = await aTakenOn();
      await shop.run('UPDATE party SET contactPhone = ? WHERE id = ?', ['13999990000', partyId]);

      const vouch = distributor.partners.vouchForPhone({ ...said(), partyId, contactPhone });

      expect(await codeOf(vouch)).toBe('partners.phoneChanged');
      expect(
        await shop.rows('SELECT * FROM verifiedPhone WHERE phone IN (?, ?)', [contactPhone, '13999990000']),
      ).toEqual([]);
    });

    it('is no affair of who does not supply the party', async () => {
      const { partyId } = await aTakenOn();

      const looked = (await shop.as('d2')).partners.ownerPhone({ partyId });

      expect(await codeOf(looked)).toBe('partners.unknown');
    });
  });

  describe('photos of licences', () => {
    it('hang on a customer for all who look after it, and come off by who added them', async () => {
      const photoId = await uploadPhoto(distributor, shop.newId(), 'licence');

      const { items } = await distributor.partners.addLicencePhoto({ ...said(), partyId: 'S1', photoId });

      expect(items).toMatchObject([{ photoId, mayRemove: true }]);
      expect((await headquarters.partners.licencePhotos({ partyId: 'S1' })).items).toHaveLength(1);
      const own = await uploadPhoto(headquarters, shop.newId(), 'licence');
      await headquarters.partners.addLicencePhoto({ ...said(), partyId: 'S1', photoId: own });
      const notMine = distributor.partners.removeLicencePhoto({ ...said(), partyId: 'S1', photoId: own });
      expect(await codeOf(notMine)).toBe('attachments.photoUnknown');
      await headquarters.partners.removeLicencePhoto({ ...said(), partyId: 'S1', photoId });
      const left = await distributor.partners.licencePhotos({ partyId: 'S1' });
      expect(left.items).toMatchObject([{ photoId: own, mayRemove: false }]);
      const trail = (await headquarters.partners.changes({ partyId: 'S1' })).items;
      expect(trail.filter(({ kind }) => kind === 'licencePhotos')).toHaveLength(3);
    });

    it('are of licences, nine at most, and no affair of who does not supply it', async () => {
      const other = await uploadPhoto(distributor, shop.newId(), 'display');
      const add = (client: Client, photoId: string) =>
        outcomeOf(client.partners.addLicencePhoto({ ...said(), partyId: 'S1', photoId }));
      expect(await add(distributor, other)).toBe('attachments.photoUnknown');
      expect(await add(await shop.as('d2'), other)).toBe('partners.unknown');
      const outcomes: string[] = [];
      while (outcomes.at(-1) !== 'partners.tooManyPhotos' && outcomes.length < 20) {
        outcomes.push(await add(headquarters, await uploadPhoto(headquarters, shop.newId(), 'licence')));
      }

      expect((await headquarters.partners.licencePhotos({ partyId: 'S1' })).items).toHaveLength(9);
      expect(outcomes).toHaveLength(9);
    });
  });

  endsWithBooks(() => shop);
});
