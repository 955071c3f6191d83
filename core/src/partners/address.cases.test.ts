import { type AddressForm, addressRefusal, becomesDefault, nextDefault } from './check-address';
import { isCreditCode, isFoodLicenceNo } from './check-licence-number';
import { isPhone } from './check-phone';
import { sellersOf, supplierOf } from './choose-supplier';
import { differenceOf } from './describe-change';
import { mayShipTo, usualShipTo } from './ship-to';
import { anAddress, aParty, aSupply } from './testing';

describe('an address', () => {
  const point = { latitudeE6: 30_280_000, longitudeE6: 120_120_000, geocode: 'exact' as const };
  it.each<[string, Partial<AddressForm>, string, string | null]>([
    ['without a point', {}, 'store', null],
    ['with an exact point in Hangzhou', point, 'store', null],
    ['with a point nobody is sure of', { ...point, geocode: 'unclear' }, 'store', null],
    ['with half a point', { latitudeE6: 30_280_000, geocode: 'exact' }, 'store', 'partners.pointUnfit'],
    [
      'with latitude and longitude changed about',
      { ...point, latitudeE6: 120_120_000, longitudeE6: 30_280_000 },
      'store',
      'partners.pointUnfit',
    ],
    ['with a point that is said to be none', { ...point, geocode: 'none' }, 'store', 'partners.pointUnfit'],
    ['said to be exact without a point', { geocode: 'exact' }, 'store', 'partners.pointUnfit'],
    ['in a town of its district', { townCode: '330106002' }, 'store', null],
    ['in a town of another', { townCode: '330102002' }, 'store', 'partners.townElsewhere'],
    ['called on nothing', { phone: '' }, 'store', 'partners.phoneMalformed'],
    ['that is a delivery centre of a chain', { isDeliveryCentre: true }, 'chain', null],
    ['that is a delivery centre of a store', { isDeliveryCentre: true }, 'store', 'partners.centreOfNoChain'],
  ])('%s', (_, given, kind, refusal) => {
    expect(addressRefusal({ ...anAddress(), ...given }, kind)).toBe(refusal);
  });

  it('is the default when it is the first, or the first centre', () => {
    const shop = anAddress({ id: 'shop' });
    const centre = anAddress({ id: 'centre', isDeliveryCentre: true, isDefault: false });

    expect(becomesDefault([], shop)).toBe(true);
    expect(becomesDefault([shop], anAddress({ id: 'second' }))).toBe(false);
    expect(becomesDefault([shop], centre)).toBe(true);
    expect(becomesDefault([shop, centre], anAddress({ id: 'third', isDeliveryCentre: true }))).toBe(false);
    expect(nextDefault([shop, centre], shop)?.id).toBe('centre');
    expect(nextDefault([shop, centre], centre)).toBeNull();
    expect(nextDefault([shop], shop)).toBeNull();
  });
});

describe('numbers people give', () => {
  it.each([
    ['13900001000', true],
    ['12900001000', false],
    ['139 0000 1000', false],
    ['0571-88001234', true],
    ['01088001234', true],
    ['0571-88001234-801', true],
    ['88001234', false],
    ['400-820-8820', true],
    ['+8613900001000', false],
  ])('phone %s: %s', (phone, isOne) => {
    expect(isPhone(phone)).toBe(isOne);
  });

  // The first is the published example of a code in GB 32100-2015.
  it.each([
    ['91350100M000100Y43', true],
    ['91350100M000100Y44', false],
    ['91350100M000100Y4', false],
    ['9135010OM000100Y43', false],
  ])('social credit code %s: %s', (code, isOne) => {
    expect(isCreditCode(code)).toBe(isOne);
  });

  it.each([
    ['JY13301060000011', true],
    ['SC10633010600001', true],
    ['JY1330106000001', false],
    ['AB13301060000011', false],
  ])('food licence %s: %s', (number, isOne) => {
    expect(isFoodLicenceNo(number)).toBe(isOne);
  });
});

describe('where goods go', () => {
  const centre = anAddress({ id: 'centre', partyId: 'chain', isDeliveryCentre: true });
  const office = anAddress({ id: 'office', partyId: 'chain', isDefault: false });
  const shop = anAddress({ id: 'shop', partyId: 'member' });
  const chain = aParty({ id: 'chain', kind: 'chain' });
  const member = aParty({ id: 'member', chainId: 'chain', deliveryCentreId: 'centre' });
  const direct = aParty({ id: 'member', chainId: 'chain' });
  const all = [centre, office, shop];

  it.each([
    ['a chain’s to its centre', chain, centre, true],
    ['a chain’s not to its office', chain, office, false],
    ['a chain’s not to a member’s door', chain, shop, false],
    ['a member’s to the centre that serves it', member, centre, true],
    ['a member’s to its own door', member, shop, true],
    ['a member’s not to a centre that does not serve it', direct, centre, false],
    ['a stranger’s not to a centre', aParty({ id: 'stranger' }), centre, false],
  ])('%s', (_, buyer, address, may) => {
    expect(mayShipTo(buyer, address)).toBe(may);
  });

  it.each([
    ['a member store with a centre', member, 'centre'],
    ['a member store without one', direct, 'shop'],
    ['a chain', chain, 'centre'],
    ['a store without address', aParty({ id: 'stranger' }), undefined],
  ])('of %s, when nothing is said', (_, buyer, id) => {
    expect(usualShipTo(buyer, all)?.id).toBe(id);
  });
});

describe('who supplies a store', () => {
  const general = aSupply({ sellerId: 'D1', since: 5 });
  const drinks = aSupply({ sellerId: 'D2', productLine: '饮品', since: 9 });
  const stopped = { ...drinks, status: 'suspended' as const };
  it.each([
    ['drinks, of two', [general, drinks], '饮品', { sellerId: 'D2', reason: null }],
    ['milk, by the one for all lines', [general, drinks], '乳品', { sellerId: 'D1', reason: null }],
    [
      'drinks that are stopped: nobody steps in',
      [general, stopped],
      '饮品',
      { sellerId: 'D2', reason: 'suspended' },
    ],
    ['milk while drinks are stopped', [general, stopped], '乳品', { sellerId: 'D1', reason: null }],
    ['milk, which nobody has', [drinks], '乳品', { sellerId: null, reason: 'notSupplied' }],
    [
      'what another store has',
      [{ ...general, buyerId: 'other' }],
      '饮品',
      { sellerId: null, reason: 'notSupplied' },
    ],
  ])('%s', (_, supplies, line, answer) => {
    expect(supplierOf(supplies, 'buyer', line)).toEqual(answer);
  });

  it('is named longest-standing first, each once, stopped ones left out', () => {
    expect(sellersOf([drinks, general, { ...general, productLine: '乳品' }], 'buyer')).toEqual(['D1', 'D2']);
    expect(sellersOf([stopped, general], 'buyer')).toEqual(['D1']);
  });
});

describe('the trail', () => {
  it('tells what changed, and of personal fields only that they did', () => {
    const before = anAddress({ phone: '13900001000', regionCode: '330106' });
    const after = { ...before, phone: '13800001000', regionCode: '330105' };

    expect(differenceOf(before, after)).toEqual({
      before: { phone: '…', regionCode: '330106' },
      after: { phone: '…', regionCode: '330105' },
    });
    expect(JSON.stringify(differenceOf({}, after))).not.toMatch(/13800001000|王老板|文三路/);
    expect(differenceOf(before, before)).toEqual({ before: {}, after: {} });
  });
});
