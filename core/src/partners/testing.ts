import type { Address, Party, Supply } from './model';

export function aParty(given: Partial<Party> = {}): Party {
  const id = given.id ?? 'buyer';
  return {
    id,
    code: id.toUpperCase(),
    kind: 'store',
    name: `商号 ${id}`,
    level: 2,
    channel: 'traditional',
    regionCode: '330106',
    status: 'active',
    orderMinimumFen: 0,
    minimumLifeBp: null,
    createdAt: 0,
    ...given,
  };
}

export function anAddress(given: Partial<Address> = {}): Address {
  return {
    id: 'address',
    partyId: 'buyer',
    receiver: '王老板',
    phone: '13900001000',
    regionCode: '330106',
    detail: '文三路 478 号',
    isDefault: true,
    ...given,
  };
}

export function aSupply(given: Partial<Supply> = {}): Supply {
  return { buyerId: 'buyer', sellerId: 'seller', since: 0, ...given };
}
