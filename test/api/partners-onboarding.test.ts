import type { Client } from '@tongpan/bff';
import { creditCodeOf } from '@tongpan/core/src/partners/testing';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('taking partners on', (engine) => {
  let shop: Shop;
  let distributor: Client;
  let headquarters: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [distributor, headquarters] = await Promise.all([shop.as('d1'), shop.as('hq')]);
  });
  afterAll(() => shop.close());

  let applicants = 0;
  /** A form that is like no other's. */
  const aForm = (more: object = {}) => {
    applicants += 1;
    const number = String(applicants).padStart(4, '0');
    return {
      applicationId: shop.newId(),
      secret: `the-secret-of-applicant-${number}`,
      kind: 'store' as const,
      name: `新店 ${number}`,
      channel: 'convenience' as const,
      contactName: '李老板',
      contactPhone: `1370000${number}`,
      regionCode: '330106',
      addressDetail: '文三路 9 号',
      businessLicenceNo: creditCodeOf(`91330106MA2AA${number}`),
      foodLicenceNo: `JY3301060000${number}`,
      foodLicenceExpiresOn: '2028-01-01',
      sellerCode: 'D1',
      ...more,
    };
  };
  const approve = (client: Client, applicationId: string, more: object = {}) =>
    client.partners.approveApplication({ commandId: shop.newId(), applicationId, ...more });

  it('makes a contact phone open the door only when a reviewer vouches for it', async () => {
    const [typed, vouched] = [aForm(), aForm()];
    const provedOf = ({ contactPhone }: { contactPhone: string }) =>
      shop.rows('SELECT provedBy FROM verifiedPhone WHERE phone = ?', [contactPhone]);
    for (const form of [typed, vouched]) await shop.visitor.partners.apply(form);

    await approve(distributor, typed.applicationId);
    await approve(headquarters, typed.applicationId);
    const endorsed = await approve(distributor, vouched.applicationId, { phoneVerified: true });
    expect(endorsed.application).toMatchObject({
      phoneProven: false,
      reviews: [{ desk: 'seller', vouchesForPhone: true }],
    });
    await approve(headquarters, vouched.applicationId);

    expect(await provedOf(typed)).toEqual([]);
    expect(await provedOf(vouched)).toEqual([{ provedBy: 'supplier' }]);
  });

  it('takes a store on that its distributor and then HQ agree to, and lets it order', async () => {
    const form = aForm();
    const { applicationId, secret } = form;
    expect(await shop.visitor.partners.apply(form)).toMatchObject({ state: 'submitted', submissionNo: 1 });

    const endorsed = await approve(distributor, applicationId);
    expect(endorsed.application.state).toBe('endorsed');
    expect(endorsed.firstUser).toBeNull();
    const { application, firstUser } = await approve(headquarters, applicationId, { code: 'S900' });

    expect(application).toMatchObject({ state: 'approved', findings: [] });
    expect(application.reviews.map(({ desk, answer }) => [desk, answer])).toEqual([
      ['seller', 'approves'],
      ['hq', 'approves'],
    ]);
    expect(await shop.visitor.partners.myApplication({ applicationId, secret })).toMatchObject({
      state: 'approved',
    });
    const { loginName, oneTimePassword } = firstUser ?? { loginName: '', oneTimePassword: '' };
    expect(loginName).toBe('s900');
    const logIn = await shop.visitor.auth.logIn({ loginName, password: oneTimePassword });
    expect(logIn.me).toMatchObject({ mustChangePassword: true, roles: ['owner'] });
    const client = shop.clientOf(logIn.token);
    const lines = [{ skuId: 'WATER', quantity: 50 }];
    const refusal = await refusalOf(client.orders.quote({ lines }));
    expect([refusal.status, refusal.code]).toEqual([403, 'auth.passwordMustChange']);
    expect((await client.auth.me({})).mustChangePassword).toBe(true);
    expect(
      await codeOf(
        client.auth.changePassword({ currentPassword: oneTimePassword, newPassword: oneTimePassword }),
      ),
    ).toBe('auth.passwordSame');
    await client.auth.changePassword({ currentPassword: oneTimePassword, newPassword: 'a-word-of-my-own' });

    expect((await client.orders.quote({ lines })).supplierId).toBe('D1');
    expect((await client.partners.addresses({})).items).toMatchObject([
      { receiver: '李老板', detail: '文三路 9 号', isDefault: true, isDeliveryCentre: false },
    ]);
    const { partyId } = logIn.me.party;
    expect(await client.partners.get({ partyId })).toMatchObject({
      code: 'S900',
      level: 2,
      licence: 'valid',
      ordering: { answer: 'yes', reason: null },
    });
    expect(await distributor.partners.get({ partyId })).toMatchObject({ partyId, parentId: null });
  });

  it('takes a distributor on below the one it asks for, whose word alone is not enough', async () => {
    await headquarters.partners.setPolicy({ commandId: shop.newId(), storeReview: 'seller' });
    const form = aForm({ kind: 'distributor' });
    await shop.visitor.partners.apply(form);
    expect((await approve(distributor, form.applicationId)).application.state).toBe('endorsed');
    const { application } = await approve(headquarters, form.applicationId);

    const party = await headquarters.partners.get({ partyId: application.partyId ?? '' });
    expect(party).toMatchObject({ kind: 'distributor', level: 2, parentId: 'D1' });
    await headquarters.partners.setPolicy({ commandId: shop.newId(), storeReview: 'sellerThenHq' });
  });

  it('takes a chain on with a delivery centre, on its distributor’s word where the policy says so', async () => {
    await headquarters.partners.setPolicy({ commandId: shop.newId(), storeReview: 'seller' });
    const form = aForm({ kind: 'chain', channel: 'modern' });
    await shop.visitor.partners.apply(form);
    const { application, firstUser } = await approve(distributor, form.applicationId, {
      loginName: 'a.chain',
    });
    await headquarters.partners.setPolicy({ commandId: shop.newId(), storeReview: 'sellerThenHq' });

    expect(application.state).toBe('approved');
    const password = firstUser?.oneTimePassword ?? '';
    const { token } = await shop.visitor.auth.logIn({ loginName: 'a.chain', password });
    const chain = shop.clientOf(token);
    await chain.auth.changePassword({ currentPassword: password, newPassword: 'a-word-of-my-own' });
    expect((await chain.partners.addresses({})).items).toMatchObject([
      { isDefault: true, isDeliveryCentre: true },
    ]);
  });

  it('says the first password once, and takes nobody on twice', async () => {
    const form = aForm({ sellerCode: undefined });
    await shop.visitor.partners.apply(form);
    const command = { commandId: shop.newId(), applicationId: form.applicationId, code: 'S901' };

    const [one, two] = [
      await headquarters.partners.approveApplication(command),
      await headquarters.partners.approveApplication(command),
    ];

    expect(one.firstUser?.oneTimePassword).toBeTruthy();
    expect(two.firstUser).toBeNull();
    expect(two.application).toEqual(one.application);
    expect(await codeOf(approve(headquarters, form.applicationId))).toBe('partners.applicationClosed');
    expect(await shop.rows(`SELECT id FROM party WHERE code = 'S901'`)).toHaveLength(1);
    const answers = await shop.rows<{ outcome: string }>(
      'SELECT outcome FROM commandAnswer WHERE commandId = ?',
      [command.commandId],
    );
    expect(answers[0]?.outcome).not.toContain(one.firstUser?.oneTimePassword);
  });

  it('takes one partner on when two approve at once', async () => {
    const form = aForm();
    await shop.visitor.partners.apply(form);

    const outcomes = await Promise.all(
      [1, 2].map(() => outcomeOf(approve(headquarters, form.applicationId, { code: 'S902' }))),
    );

    expect(outcomes.sort()).toEqual(['ok', 'partners.applicationClosed']);
    expect(await shop.rows(`SELECT id FROM party WHERE code = 'S902'`)).toHaveLength(1);
  });

  it('tells the applicant why not, and takes the mended form in again', async () => {
    const form = aForm();
    const { applicationId, secret } = form;
    await shop.visitor.partners.apply(form);
    await distributor.partners.rejectApplication({
      commandId: shop.newId(),
      applicationId,
      reason: '门头照不清楚',
    });
    expect(await shop.visitor.partners.myApplication({ applicationId, secret })).toMatchObject({
      state: 'rejected',
      reason: '门头照不清楚',
    });

    const again = await shop.visitor.partners.apply({ ...form, addressDetail: '文三路 10 号' });

    expect(again).toMatchObject({ state: 'submitted', submissionNo: 2, reason: '' });
    expect(await codeOf(shop.visitor.partners.apply({ ...form, name: '又一个名字' }))).toBe(
      'partners.applicationClosed',
    );
    const sheet = await distributor.partners.application({ applicationId });
    expect(sheet).toMatchObject({ addressDetail: '文三路 10 号', submissionNo: 2 });
    expect(sheet.reviews).toMatchObject([{ answer: 'rejects', submissionNo: 1 }]);
  });

  it('takes the same form said twice as one', async () => {
    const form = aForm();

    const answers = await Promise.all([1, 2, 3].map(() => shop.visitor.partners.apply(form)));

    expect(answers.map(({ submissionNo }) => submissionNo)).toEqual([1, 1, 1]);
  });

  it.each([
    ['phone.malformed', { contactPhone: '12345678' }],
    ['businessLicence.malformed', { businessLicenceNo: '91330106MA2AAAAA1X' }],
    ['foodLicence.expired', { foodLicenceExpiresOn: '2026-11-21' }],
    ['town.elsewhere', { townCode: '310101001' }],
  ])('sends a form back with %s', async (rule, more) => {
    const refusal = await refusalOf(shop.visitor.partners.apply(aForm(more)));

    expect(refusal.code).toBe('partners.applicationFaulty');
    expect(refusal.problem.detail).toBe(rule);
  });

  it.each([
    ['partners.regionUnknown', { regionCode: '999999' }],
    ['partners.sellerUnknown', { sellerCode: 'NOBODY' }],
    ['partners.sellerUnknown', { sellerCode: 'S1' }],
    ['request.invalid', { kind: 'hq' }],
  ])('refuses with %s: %o', async (code, more) => {
    expect(await codeOf(shop.visitor.partners.apply(aForm(more) as never))).toBe(code);
  });

  it('flags who shares a number, names them to HQ alone, and waits until somebody has looked', async () => {
    const first = aForm();
    await shop.visitor.partners.apply(first);
    const second = aForm({ contactPhone: first.contactPhone, businessLicenceNo: first.businessLicenceNo });
    await shop.visitor.partners.apply(second);
    const { applicationId } = second;

    const sheet = await headquarters.partners.application({ applicationId });
    expect(sheet.findings.map(({ rule, like }) => [rule, like])).toEqual([
      ['duplicate.businessLicence', [first.applicationId]],
      ['duplicate.phone', [first.applicationId]],
    ]);
    const seen = await distributor.partners.application({ applicationId });
    expect(seen.findings.map(({ like }) => like)).toEqual([[], []]);
    const refusal = await refusalOf(approve(headquarters, applicationId, { accept: ['duplicate.phone'] }));
    expect([refusal.code, refusal.problem.detail]).toEqual([
      'partners.findingsOpen',
      'duplicate.businessLicence',
    ]);

    const accept = ['duplicate.phone', 'duplicate.businessLicence'];
    expect((await approve(headquarters, applicationId, { accept })).application.state).toBe('approved');
  });

  it('refuses a code and a login name that are taken, and takes on nobody then', async () => {
    const form = aForm();
    await shop.visitor.partners.apply(form);
    const parties = () => shop.rows('SELECT id FROM party');
    const before = (await parties()).length;

    expect(await codeOf(approve(headquarters, form.applicationId, { code: 'S1' }))).toBe(
      'partners.codeTaken',
    );
    expect(await codeOf(approve(headquarters, form.applicationId, { loginName: 'hq-money' }))).toBe(
      'auth.loginNameTaken',
    );

    expect(await parties()).toHaveLength(before);
    expect((await headquarters.partners.application({ applicationId: form.applicationId })).state).toBe(
      'submitted',
    );
  });

  it('lists to a distributor the applications that ask for it, page by page', async () => {
    const elsewhere = aForm({ sellerCode: 'D2' });
    await shop.visitor.partners.apply(elsewhere);

    const mine: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await distributor.partners.applications({ limit: 3, ...(cursor ? { cursor } : {}) });
      mine.push(...page.items.map(({ applicationId }) => applicationId));
      cursor = page.nextCursor;
    }
    const all = await headquarters.partners.applications({ limit: 100 });

    expect(new Set(mine).size).toBe(mine.length);
    expect(mine).not.toContain(elsewhere.applicationId);
    expect(all.items.map(({ applicationId }) => applicationId)).toContain(elsewhere.applicationId);
    const approved = await headquarters.partners.applications({ state: 'approved', limit: 100 });
    expect(new Set(approved.items.map(({ state }) => state))).toEqual(new Set(['approved']));
  });

  it('forgets who a rejected applicant was after half a year', async () => {
    const form = aForm();
    await shop.visitor.partners.apply(form);
    const { applicationId } = form;
    await headquarters.partners.rejectApplication({ commandId: shop.newId(), applicationId, reason: '不' });
    await shop.run('UPDATE partnerApplication SET decidedAt = 0 WHERE id = ?', [applicationId]);

    await shop.core.jobs.runDue();

    expect(await headquarters.partners.application({ applicationId })).toMatchObject({
      contactName: '',
      contactPhone: '',
      addressDetail: '',
      state: 'rejected',
    });
  });

  endsWithBooks(() => shop);
});
