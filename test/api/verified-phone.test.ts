import type { Client } from '@tongpan/bff';
import { creditCodeOf } from '@tongpan/core/src/partners/testing';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { password } from './found-company';
import { codeOf, endsWithBooks, outcomeOf } from './open-shop';
import { openPayingShop, type PayingShop } from './paying-shop';
import { otherThan, wechatPeople } from './wechat-people';

afterAll(removePlaces);

const hour = 3_600_000;

forEachEngine('phones that open the door', (engine) => {
  let shop: PayingShop;
  let people: ReturnType<typeof wechatPeople>;
  let headquarters: Client;
  let distributor: Client;
  let count = 0;

  beforeAll(async () => {
    shop = await openPayingShop(engine);
    people = wechatPeople(shop);
    headquarters = await shop.as('hq');
    distributor = await shop.as('d1');
  });
  beforeEach(() => shop.passTime(hour));
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const aPhone = () => {
    count += 1;
    return `1361111${String(count).padStart(4, '0')}`;
  };
  const byPassword = { by: 'password', password } as const;
  /** The latest code at a phone, of as many as there must be. */
  const codeAt = async (phone: string, atLeast = 1) => (await people.codesAt(phone, atLeast)).at(-1) ?? '';
  const codeToNew = async (client: Client, newPhone: string, atLeast = 1) => {
    await client.auth.sendOwnCode({ newPhone });
    return codeAt(newPhone, atLeast);
  };
  const entersBy = async (phone: string, atLeast = 1) => {
    shop.passTime(60_000);
    await shop.visitor.auth.sendCode({ phone });
    return outcomeOf(people.enterByCode(phone, await codeAt(phone, atLeast)));
  };

  describe('proved by a code', () => {
    it('are the user’s from then on, whoever typed what before', async () => {
      const { owner, phone: typed } = await people.anUnprovedStore();
      const client = await shop.as(owner);
      const phone = aPhone();
      expect(await client.auth.phone({})).toEqual({
        phone: null,
        provedBy: null,
        verifiedAt: null,
        contactPhone: typed,
      });

      const code = await codeToNew(client, phone);
      await client.auth.changePhone({ phone, code, proof: byPassword });

      expect(await client.auth.phone({})).toMatchObject({
        phone: `136****${phone.slice(-4)}`,
        provedBy: 'code',
      });
      expect(await entersBy(phone, 2)).toBe('ok');
    });

    it('are any of the staff’s, not owners’ alone', async () => {
      const { buyer } = await people.aStore();
      const client = await shop.as(buyer);
      const phone = aPhone();
      await client.auth.changePhone({ phone, code: await codeToNew(client, phone), proof: byPassword });

      expect(await entersBy(phone, 2)).toBe('ok');
    });

    it('change by a code to the new one, and the password or a code to the former one', async () => {
      const { owner, phone: former } = await people.aStore();
      const client = await shop.as(owner);
      const phone = aPhone();
      await client.auth.sendOwnCode({});
      const ownCode = await codeAt(former);
      const code = await codeToNew(client, phone);

      await client.auth.changePhone({ phone, code, proof: { by: 'phone', code: ownCode } });

      expect(await entersBy(phone, 2)).toBe('ok');
      await shop.visitor.auth.sendCode({ phone: former });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await people.codesAt(former, 1)).toHaveLength(1);
    });

    it('stay as they were where either proof is wrong', async () => {
      const { owner, phone: former } = await people.aStore();
      const client = await shop.as(owner);
      const phone = aPhone();
      const code = await codeToNew(client, phone);
      const change = (given: string, proof: Parameters<Client['auth']['changePhone']>[0]['proof']) =>
        outcomeOf(client.auth.changePhone({ phone, code: given, proof }));

      expect(await change(code, { by: 'password', password: 'not this' })).toBe('auth.wrong');
      expect(await change(code, { by: 'phone', code: '000000' })).toBe('auth.codeWrong');
      expect(await change(otherThan(code), byPassword)).toBe('auth.codeWrong');
      expect(await client.auth.phone({})).toMatchObject({ phone: `138****${former.slice(-4)}` });

      expect(await change(code, byPassword)).toBe('ok');
    });

    it('are one user’s each, which only their holder is told', async () => {
      const { phone } = await people.aStore();
      const { owner } = await people.anUnprovedStore();
      const client = await shop.as(owner);
      const code = await codeToNew(client, phone);
      const change = (given: string) => client.auth.changePhone({ phone, code: given, proof: byPassword });

      expect(await codeOf(change(otherThan(code)))).toBe('auth.codeWrong');
      expect(await codeOf(change(code))).toBe('auth.phoneTaken');
      expect(await client.auth.phone({})).toMatchObject({ phone: null });
    });

    it('are refused without the codes being used up, though each try counts', async () => {
      const { phone: taken } = await people.aStore();
      const { owner, phone: former } = await people.aStore();
      const client = await shop.as(owner);
      await client.auth.sendOwnCode({});
      const formerCode = await codeAt(former);
      const code = await codeToNew(client, taken);
      const change = () =>
        codeOf(client.auth.changePhone({ phone: taken, code, proof: { by: 'phone', code: formerCode } }));
      const triesLeft = async () =>
        (await shop.rows<{ triesLeft: number }>('SELECT triesLeft FROM phoneCode ORDER BY purpose')).map(
          (kept) => kept.triesLeft,
        );
      const before = await triesLeft();

      expect(await change()).toBe('auth.phoneTaken');

      const after = await triesLeft();
      expect(after).toHaveLength(before.length);
      expect(before.reduce((sum, tries, at) => sum + tries - (after[at] ?? 0), 0)).toBe(2);
      for (let again = 0; again < 4; again += 1) expect(await change()).toBe('auth.phoneTaken');
      expect(await change()).toBe('auth.codeWrong');
    });

    it('use their codes up once they are changed', async () => {
      const { owner, phone: former } = await people.aStore();
      const client = await shop.as(owner);
      const phone = aPhone();
      await client.auth.sendOwnCode({});
      const formerCode = await codeAt(former);
      const code = await codeToNew(client, phone);
      const change = () =>
        outcomeOf(client.auth.changePhone({ phone, code, proof: { by: 'phone', code: formerCode } }));

      const outcomes = await Promise.all([change(), change()]);

      expect(outcomes.sort()).toEqual(['auth.codeWrong', 'ok']);
    });

    it('go from one who has left to where that one works now', async () => {
      const [before, now] = [await people.aStore(), await people.aStore()];
      const [left, come] = [await shop.as(before.buyer), await shop.as(now.buyer)];
      const phone = aPhone();
      const change = async (client: Client, atLeast: number) => {
        shop.passTime(60_000);
        const code = await codeToNew(client, phone, atLeast);
        return outcomeOf(client.auth.changePhone({ phone, code, proof: byPassword }));
      };
      expect(await change(left, 1)).toBe('ok');
      expect(await change(come, 2)).toBe('auth.phoneTaken');
      const owner = await shop.as(before.owner);
      await owner.partners.suspendStaff({ ...said(), userId: `U-${before.buyer}` });

      expect(await change(come, 3)).toBe('ok');

      expect(await come.auth.phone({})).toMatchObject({ phone: `136****${phone.slice(-4)}` });
      const verified = await shop.rows<{ userId: string }>(
        'SELECT userId FROM verifiedPhone WHERE phone = ?',
        [phone],
      );
      expect(verified).toEqual([{ userId: `U-${now.buyer}` }]);
    });

    it('take no code that was sent for another thing or to another user', async () => {
      const [mine, other] = [await people.aStore(), await people.aStore()];
      const [client, stranger] = [await shop.as(mine.owner), await shop.as(other.owner)];
      const phone = aPhone();
      const code = await codeToNew(stranger, phone);
      expect(await codeOf(client.auth.changePhone({ phone, code, proof: byPassword }))).toBe(
        'auth.codeWrong',
      );
      expect(await codeOf(people.enterByCode(phone, code))).toBe('auth.codeWrong');

      await shop.visitor.auth.sendCode({ phone: mine.phone });
      const logInCode = await codeAt(mine.phone);
      const newPassword = 'a-wholly-new-one';
      const set = client.auth.setPasswordByCode({ code: logInCode, newPassword });
      expect(await codeOf(set)).toBe('auth.codeWrong');
    });

    it('leave a trail without the number', async () => {
      const { owner, id } = await people.anUnprovedStore();
      const client = await shop.as(owner);
      const phone = aPhone();
      await client.auth.changePhone({ phone, code: await codeToNew(client, phone), proof: byPassword });

      const trail = (await headquarters.partners.changes({ partyId: id })).items;

      expect(trail.map(({ kind }) => kind)).toContain('phoneVerified');
      expect(JSON.stringify(trail)).not.toContain(phone);
      expect(JSON.stringify(await shop.rows('SELECT * FROM codePace'))).not.toContain(phone);
    });
  });

  it('set a password for who does not know the one somebody else made', async () => {
    const { owner, phone } = await people.aStore();
    await shop.run('UPDATE user SET mustChangePassword = 1 WHERE loginName = ?', [owner]);
    await shop.visitor.auth.sendCode({ phone });
    const { token } = await people.enterByCode(phone, await codeAt(phone));
    const client = shop.clientOf(token);
    expect(await codeOf(client.orders.list({}))).toBe('auth.passwordMustChange');
    shop.passTime(60_000);
    await client.auth.sendOwnCode({});
    const code = await codeAt(phone, 2);

    await client.auth.setPasswordByCode({ code, newPassword: 'a-wholly-new-one' });

    expect(await outcomeOf(client.orders.list({}))).toBe('ok');
    expect(await codeOf(shop.logIn(owner))).toBe('auth.wrong');
    const again = shop.visitor.auth.logIn({ loginName: owner, password: 'a-wholly-new-one' });
    expect(await outcomeOf(again)).toBe('ok');
  });

  describe('vouched for by the supplier', () => {
    it('open the door to the owner', async () => {
      const { id, phone } = await people.anUnprovedStore();

      await distributor.partners.vouchForPhone({ ...said(), partyId: id });

      expect(await entersBy(phone)).toBe('ok');
    });

    it('are no other supplier’s to vouch for, and nobody’s once the owner has proved one', async () => {
      const { id, owner } = await people.anUnprovedStore();
      const vouch = (client: Client) => outcomeOf(client.partners.vouchForPhone({ ...said(), partyId: id }));
      expect(await vouch(await shop.as('d2'))).toBe('partners.unknown');
      const client = await shop.as(owner);
      const phone = aPhone();
      await client.auth.changePhone({ phone, code: await codeToNew(client, phone), proof: byPassword });

      expect(await vouch(distributor)).toBe('auth.phoneNotOwners');
      expect(await vouch(headquarters)).toBe('auth.phoneNotOwners');
      expect(await client.auth.phone({})).toMatchObject({ phone: `136****${phone.slice(-4)}` });
    });

    it('are not, where it could be several owners’, a landline, or somebody else’s', async () => {
      const [shared, landline, twice] = [
        await people.anUnprovedStore(),
        await people.anUnprovedStore(),
        await people.anUnprovedStore(),
      ];
      const { phone } = await people.aStore();
      await shop.run(`UPDATE user SET roles = '["owner"]' WHERE loginName = ?`, [shared.buyer]);
      await people.callAt(landline.id, '0571-88888888');
      await people.callAt(twice.id, phone);
      const vouch = (id: string) => outcomeOf(distributor.partners.vouchForPhone({ ...said(), partyId: id }));

      expect(await vouch(shared.id)).toBe('auth.phoneNotOwners');
      expect(await vouch(landline.id)).toBe('auth.phoneNotOwners');
      expect(await vouch(twice.id)).toBe('auth.phoneTaken');
    });
  });

  describe('of applicants', () => {
    const aForm = (contactPhone: string) => {
      count += 1;
      return {
        applicationId: shop.newId(),
        secret: shop.newId().padEnd(24, 'x'),
        kind: 'store' as const,
        name: `新店${count}`,
        channel: 'traditional' as const,
        contactName: '新店长',
        contactPhone,
        regionCode: '330106',
        addressDetail: '文三路 9 号',
        businessLicenceNo: creditCodeOf(`91330106MA2${String(count).padStart(6, '0')}`),
        sellerCode: 'D1',
      };
    };
    const applyCode = async (phone: string, atLeast = 1) => {
      await shop.visitor.auth.sendCode({ phone, purpose: 'apply' });
      return codeAt(phone, atLeast);
    };
    const accept = ['foodLicence.missing', 'duplicate.phone'];
    const approve = (client: Client, applicationId: string, more: object = {}) =>
      client.partners.approveApplication({ ...said(), applicationId, accept, ...more });

    it('are proved by the code that the application asks for, and open the door once it is approved', async () => {
      const phone = aPhone();
      const form = aForm(phone);
      expect(await codeOf(shop.visitor.partners.apply(form))).toBe('partners.phoneCodeMissing');
      const phoneCode = await applyCode(phone);
      const wrong = shop.visitor.partners.apply({ ...form, phoneCode: otherThan(phoneCode) });
      expect(await codeOf(wrong)).toBe('auth.codeWrong');

      await shop.visitor.partners.apply({ ...form, phoneCode });

      // The same form said again brings a code that is used up.
      expect(await shop.visitor.partners.apply({ ...form, phoneCode })).toMatchObject({ submissionNo: 1 });
      await approve(distributor, form.applicationId);
      await approve(headquarters, form.applicationId);
      expect(await entersBy(phone, 2)).toBe('ok');
    });

    it('keep their code while the form names a supplier there is not', async () => {
      const phone = aPhone();
      const form = aForm(phone);
      const phoneCode = await applyCode(phone);
      const elsewhere = shop.visitor.partners.apply({ ...form, sellerCode: 'NOBODY', phoneCode });
      expect(await codeOf(elsewhere)).toBe('partners.sellerUnknown');

      expect(await outcomeOf(shop.visitor.partners.apply({ ...form, phoneCode }))).toBe('ok');

      const another = { ...aForm(phone), phoneCode };
      expect(await codeOf(shop.visitor.partners.apply(another))).toBe('auth.codeWrong');
    });

    it('need no second code to be handed in again, unless it is another phone', async () => {
      const phone = aPhone();
      const form = aForm(phone);
      await shop.visitor.partners.apply({ ...form, phoneCode: await applyCode(phone) });
      const { applicationId } = form;
      await distributor.partners.rejectApplication({ ...said(), applicationId, reason: '地址不详' });
      const other = { ...form, contactPhone: aPhone() };
      expect(await codeOf(shop.visitor.partners.apply(other))).toBe('partners.phoneCodeMissing');

      const again = await shop.visitor.partners.apply({ ...form, addressDetail: '文三路 10 号' });

      expect(again.submissionNo).toBe(2);
    });

    it('that are landlines are asked no code, and open nothing', async () => {
      const form = aForm('0571-88880000');

      await shop.visitor.partners.apply(form);

      await approve(distributor, form.applicationId, { phoneVerified: true });
      const { application } = await approve(headquarters, form.applicationId);
      expect(application.state).toBe('approved');
      expect(await shop.rows('SELECT * FROM verifiedPhone WHERE phone = ?', [form.contactPhone])).toEqual([]);
    });

    it('take nobody’s phone away: the code proves who holds it, the other user has it still', async () => {
      const { phone, owner } = await people.aStore();
      const form = aForm(phone);
      await shop.visitor.partners.apply({ ...form, phoneCode: await applyCode(phone) });
      await approve(distributor, form.applicationId);
      expect(await codeOf(approve(headquarters, form.applicationId, { phoneVerified: true }))).toBe(
        'auth.phoneTaken',
      );

      await approve(headquarters, form.applicationId);

      expect(await shop.rows('SELECT userId FROM verifiedPhone WHERE phone = ?', [phone])).toEqual([
        { userId: `U-${owner}` },
      ]);
    });
  });

  endsWithBooks(() => shop);
});
