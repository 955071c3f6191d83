import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, outcomeOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('addresses and chains', (engine) => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(engine);
  });
  afterAll(() => shop.close());

  const form = (more: object = {}) => ({
    commandId: shop.newId(),
    receiver: '赵老板',
    phone: '0571-88001234',
    regionCode: '330105',
    detail: '莫干山路 811 号',
    ...more,
  });
  const one = (addressId: string) => ({ commandId: shop.newId(), addressId });
  const book = async (client: Client) => (await client.partners.addresses({})).items;

  it('are added once, changed, made default and removed by their own party', async () => {
    const store = await shop.openStore({ id: 'MOVER' });
    const input = form({
      townCode: '330105001',
      latitudeE6: 30_280_000,
      longitudeE6: 120_120_000,
      geocode: 'exact',
    });

    const added = await store.partners.addAddress(input);
    expect(await store.partners.addAddress(input)).toEqual(added);
    expect(added).toMatchObject({ isDefault: false, geocode: 'exact', townCode: '330105001' });
    expect(await book(store)).toHaveLength(2);

    const { addressId } = added;
    const changed = await store.partners.changeAddress({ ...form({ detail: '湖墅南路 1 号' }), addressId });
    expect(changed).toMatchObject({ addressId, detail: '湖墅南路 1 号', geocode: 'none', townCode: null });
    await store.partners.setDefaultAddress(one(addressId));
    expect((await book(store)).map((address) => [address.addressId, address.isDefault])).toEqual([
      [addressId, true],
      ['A-MOVER', false],
    ]);
    await store.partners.removeAddress(one(addressId));
    expect(await book(store)).toMatchObject([{ addressId: 'A-MOVER', isDefault: true }]);
    await store.partners.removeAddress(one('A-MOVER'));
    expect(await book(store)).toEqual([]);
    expect((await store.partners.addAddress(form())).isDefault).toBe(true);
  });

  it('stay with the orders that were placed with them', async () => {
    const store = await shop.openStore({ id: 'KEEPER' });
    const orderId = shop.newId();
    await store.orders.place({ orderId, lines: [{ skuId: 'CAP', quantity: 10 }] });

    await store.partners.changeAddress({ ...form({ receiver: '新老板' }), addressId: 'A-KEEPER' });
    await store.partners.removeAddress(one('A-KEEPER'));

    const rows = await shop.rows('SELECT receiver, addressDetail FROM salesOrder WHERE id = ?', [orderId]);
    expect(rows).toEqual([{ receiver: '王老板', addressDetail: '文三路 1 号' }]);
  });

  it('are fifty at most, also when two come at once', async () => {
    const store = await shop.openStore({ id: 'HOARDER' });
    for (let count = 0; count < 48; count += 1) await store.partners.addAddress(form());

    const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(store.partners.addAddress(form()))));

    expect(outcomes.sort()).toEqual(['ok', 'partners.tooManyAddresses', 'partners.tooManyAddresses']);
    expect(await book(store)).toHaveLength(50);
  });

  it.each([
    ['partners.phoneMalformed', { phone: '1234567' }],
    ['partners.regionUnknown', { regionCode: '330100' }],
    ['partners.townElsewhere', { townCode: '330106001' }],
    ['partners.pointUnfit', { latitudeE6: 30_280_000, geocode: 'exact' }],
    ['partners.pointUnfit', { latitudeE6: 51_500_000, longitudeE6: -120_000, geocode: 'exact' }],
    ['partners.centreOfNoChain', { isDeliveryCentre: true }],
    ['request.invalid', { receiver: ' ' }],
    ['request.invalid', { latitudeE6: 0.5 }],
  ])('are refused with %s: %o', async (code, more) => {
    expect(await codeOf((await shop.as('s1')).partners.addAddress(form(more)))).toBe(code);
  });

  describe('of a chain', () => {
    let chain: Client;
    let headquarters: Client;

    beforeAll(async () => {
      headquarters = await shop.as('hq');
      await shop.addStore({ id: 'CHAIN', kind: 'chain', channel: 'modern' });
      chain = await shop.as('chain');
      await shop.addStore({ id: 'MEMBER' });
    });
    const join = (more: object = {}) =>
      headquarters.partners.joinChain({
        commandId: shop.newId(),
        storeId: 'MEMBER',
        chainId: 'CHAIN',
        ...more,
      });

    it('are delivery centres, the first of which becomes the default, and orders go there', async () => {
      const { addressId } = await chain.partners.addAddress(form({ isDeliveryCentre: true }));
      expect(await codeOf(chain.partners.setDefaultAddress(one('A-CHAIN')))).toBe('partners.defaultNoCentre');

      const orderId = shop.newId();
      await chain.orders.place({ orderId, lines: [{ skuId: 'CAP', quantity: 10 }] });

      expect(await shop.rows('SELECT addressId FROM salesOrder WHERE id = ?', [orderId])).toEqual([
        { addressId },
      ]);
    });

    it('serve its member stores, which it sees and others do not', async () => {
      const centre = (await book(chain)).find(({ isDeliveryCentre }) => isDeliveryCentre)?.addressId ?? '';
      const centres = await headquarters.partners.deliveryCentres({ chainId: 'CHAIN' });
      expect(centres.items.map(({ addressId }) => addressId)).toEqual([centre]);
      expect(await codeOf(join({ deliveryCentreId: 'A-CHAIN' }))).toBe('partners.chainUnfit');
      expect(await codeOf(join({ chainId: 'D1' }))).toBe('partners.chainUnfit');
      expect(await codeOf(join({ storeId: 'D1' }))).toBe('partners.chainUnfit');

      await join({ deliveryCentreId: centre });

      expect((await chain.partners.members({})).items.map(({ partyId }) => partyId)).toEqual(['MEMBER']);
      expect((await headquarters.partners.members({ chainId: 'CHAIN' })).items).toHaveLength(1);
      expect((await (await shop.as('s1')).partners.members({ chainId: 'CHAIN' })).items).toEqual([]);
      expect(await codeOf(chain.partners.removeAddress(one(centre)))).toBe('partners.centreInUse');
      const change = chain.partners.changeAddress({
        ...form({ isDeliveryCentre: false }),
        addressId: centre,
      });
      expect(await codeOf(change)).toBe('partners.centreInUse');
      await join({ chainId: null });
      expect((await chain.partners.members({})).items).toEqual([]);
    });
  });

  endsWithBooks(() => shop);
});
