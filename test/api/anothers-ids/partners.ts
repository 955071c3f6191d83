import { creditCodeOf } from '@tongpan/core/src/partners/testing';
import { type AnothersRowsOf, asks, hqAlone, own, taken } from './row';

const unknown = 'partners.unknown';
const user = { userId: asks('user', 'partners.staffUnknown') };
const transfer = { transferId: asks('partyTransfer', 'partners.transferUnknown') };
const application = { applicationId: asks('application', 'partners.applicationUnknown') };
const address = { addressId: asks('address', 'partners.addressUnknown') };
const photo = {
  partyId: asks('store', unknown),
  photoId: asks('photo', 'attachments.photoUnknown', { partyId: 'STRANGER' }),
};
const notTheirs = 'partners.transferNotTheirs';

export const partnersAnothers: AnothersRowsOf<'partners'> = {
  suppliers: own,
  addresses: own,
  parties: own,
  sellerByCode: 'whoever knows a code may learn whose it is, as who applies does',
  get: { partyId: asks('store', unknown) },
  licences: own,
  renewLicence: { partyId: asks('store', unknown) },
  licencePhotos: { partyId: asks('store', unknown) },
  addLicencePhoto: photo,
  removeLicencePhoto: photo,
  joinChain: hqAlone,
  members: { chainId: asks('store', 'ok') },
  deliveryCentres: hqAlone,
  addAddress: own,
  changeAddress: address,
  setDefaultAddress: address,
  removeAddress: address,
  apply: {
    applicationId: taken('application', 'partners.applicationUnknown', {
      businessLicenceNo: creditCodeOf('91330106MA2AA0001'),
    }),
  },
  myApplication: application,
  applications: own,
  application,
  approveApplication: application,
  ownerPhone: { partyId: asks('store', unknown) },
  vouchForPhone: { partyId: asks('store', unknown) },
  rejectApplication: application,
  policy: 'there is one policy',
  setPolicy: hqAlone,
  staff: own,
  addStaff: own,
  changeRoles: user,
  suspendStaff: user,
  reactivateStaff: user,
  resetPassword: user,
  proposeTransfer: {
    buyerId: asks('store', notTheirs, { fromId: 'D3', toId: 'D2' }),
    fromId: asks('seller', notTheirs, { buyerId: 'STRANGER', toId: 'D3' }),
    toId: 'a store may be offered to any distributor there is',
  },
  transfers: { buyerId: asks('store', 'ok') },
  transfer,
  consentTransfer: transfer,
  refuseTransfer: transfer,
  withdrawTransfer: transfer,
  suspend: { partyId: asks('store', unknown) },
  suspensions: { partyId: asks('store', 'ok') },
  reinstate: { partyId: asks('store', unknown) },
  changes: { partyId: asks('store', 'ok') },
};
