import type { Application, ApplicationForm } from './application';
import { isCreditCode } from './check-licence-number';
import { plainAddress, plainParty } from './plain';
import type { Address, Party, Supply, User } from './model';
import type { Suspension } from './standing';
import type { Consent, SupplyTransfer } from './transfer-state';

export function aParty(given: Partial<Party> = {}): Party {
  const id = given.id ?? 'buyer';
  return {
    ...plainParty,
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
    ...plainAddress,
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
  return {
    buyerId: 'buyer',
    productLine: '*',
    sellerId: 'seller',
    status: 'active',
    since: 0,
    ...given,
  };
}

export function aUser(given: Partial<User> = {}): User {
  const id = given.id ?? 'user';
  return {
    id,
    partyId: 'buyer',
    loginName: id,
    name: `店员 ${id}`,
    passwordHash: '',
    roles: ['owner'],
    status: 'active',
    mustChangePassword: false,
    createdAt: 0,
    ...given,
  };
}

/** A unified social credit code for its first 17 characters. */
export function creditCodeOf(first: string): string {
  const found = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((last) => isCreditCode(first + last));
  if (found === undefined) throw new RangeError(`no credit code begins with ${first}`);
  return first + found;
}

export function aForm(given: Partial<ApplicationForm> = {}): ApplicationForm {
  return {
    kind: 'store',
    name: '好邻居便利店',
    channel: 'convenience',
    contactName: '王老板',
    contactPhone: '13900001000',
    regionCode: '330106',
    townCode: null,
    addressDetail: '文三路 478 号',
    businessLicenceNo: creditCodeOf('91330106MA2AAAAA1'),
    foodLicenceNo: 'JY13301060000011',
    foodLicenceExpiresOn: '2028-01-01',
    ...given,
  };
}

export function anApplication(given: Partial<Application> = {}): Application {
  return {
    ...aForm(),
    id: 'application',
    secretHash: '',
    state: 'submitted',
    sellerId: 'seller',
    submittedAt: 0,
    submissionNo: 1,
    reviews: [],
    partyId: null,
    decidedAt: null,
    scrubbed: false,
    phoneProvenAt: null,
    ...given,
  };
}

export function aSuspension(given: Partial<Suspension> = {}): Suspension {
  return {
    id: 'suspension',
    partyId: 'buyer',
    sellerId: null,
    effect: 'orders',
    reason: '欠款',
    startsOn: '2026-01-01',
    endsOn: null,
    state: 'inForce',
    setBy: 'user',
    setAt: 0,
    liftedBy: null,
    liftedAt: null,
    liftNote: '',
    ...given,
  };
}

export function aConsent(given: Partial<Consent> = {}): Consent {
  return { side: 'from', answer: 'consents', partyId: 'from', userId: 'user', note: '', at: 0, ...given };
}

export function aTransfer(given: Partial<SupplyTransfer> = {}): SupplyTransfer {
  return {
    id: 'transfer',
    buyerId: 'buyer',
    productLine: '*',
    fromId: 'from',
    toId: 'to',
    proposedBy: 'from',
    reason: '区域调整',
    effectiveOn: '2026-02-01',
    state: 'proposed',
    slot: 'open',
    consents: [],
    proposedAt: 0,
    closedAt: null,
    ...given,
  };
}
