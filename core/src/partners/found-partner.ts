import { dayOf, type Instant } from '../platform/clock';
import type { Application } from './application';
import { licenceState } from './licence-state';
import { type Address, everyLine, type Party, type Supply, type User } from './model';
import { plainAddress, plainParty } from './plain';

const codeLetters = { distributor: 'D', store: 'S', chain: 'C' } as const;

export interface Founding {
  readonly partyId: string;
  readonly userId: string;
  readonly addressId: string;
  /** Left out: the letter of its kind and the end of its id. */
  readonly code?: string | undefined;
  /** Left out: the code in lower case. */
  readonly loginName?: string | undefined;
  readonly passwordHash: string;
  readonly at: Instant;
}

/** What an approved application makes: a party below its seller, its owner, its address and its supply. */
export function foundPartner(application: Application, seller: Party, founding: Founding) {
  const { kind, name, channel, regionCode, contactName, contactPhone } = application;
  const { partyId, userId, addressId, passwordHash, at } = founding;
  const code = founding.code ?? `${codeLetters[kind]}${partyId.slice(-7)}`;
  const party: Party = {
    ...plainParty,
    id: partyId,
    code,
    kind,
    name,
    level: seller.level + 1,
    parentId: kind === 'distributor' ? seller.id : null,
    channel,
    regionCode,
    status: 'active',
    contactName,
    contactPhone,
    businessLicenceNo: application.businessLicenceNo,
    foodLicenceNo: application.foodLicenceNo,
    foodLicenceExpiresOn: application.foodLicenceExpiresOn,
    licenceMark: licenceState(application.foodLicenceExpiresOn, dayOf(at)),
    orderMinimumFen: 0,
    minimumLifeBp: null,
    createdAt: at,
  };
  const user: User = {
    id: userId,
    partyId,
    loginName: founding.loginName ?? code.toLowerCase(),
    name: contactName,
    passwordHash,
    roles: ['owner'],
    status: 'active',
    mustChangePassword: true,
    createdAt: at,
  };
  const address: Address = {
    ...plainAddress,
    id: addressId,
    partyId,
    receiver: contactName,
    phone: contactPhone,
    regionCode,
    townCode: application.townCode,
    detail: application.addressDetail,
    isDefault: true,
    // What a chain orders goes to a delivery centre; the first one is where it says goods arrive.
    isDeliveryCentre: kind === 'chain',
  };
  const supply: Supply = {
    buyerId: partyId,
    productLine: everyLine,
    sellerId: seller.id,
    status: 'active',
    since: at,
  };
  return { party, user, address, supply };
}
