import {
  type RowsOf,
  anyone,
  buyer,
  headquarters,
  hqManager,
  owners,
  ownersOf,
  seller,
  signedIn,
} from './row';

const secret = 'a-secret-that-nobody-else-has';
const address = { receiver: '王老板', phone: '13900001000', regionCode: '330106', detail: '文三路 1 号' };
const form = {
  kind: 'store',
  name: '无名小店',
  channel: 'traditional',
  contactName: '王老板',
  contactPhone: '13900001000',
  regionCode: '330106',
  addressDetail: '文三路 1 号',
  businessLicenceNo: 'NOT-A-LICENCE',
};
const unknownPhoto = { commandId: 'ACCESS-PHOTO', partyId: 'NOBODY', photoId: 'NO-SUCH-PHOTO' };
const unknownStaff = { commandId: 'ACCESS-STAFF', userId: 'NO-SUCH-USER' };
const unknownTransfer = { commandId: 'ACCESS-TRANSFER', transferId: 'NO-SUCH-TRANSFER' };
const everybody = (code: string) => signedIn(code, code, code);
const managers = (code: string) => ownersOf(code, code);
const buyers = (code: string) => buyer(code, code);

/** Inputs change nothing: they ask, or name what there is not. */
export const partnersRows: RowsOf<'partners'> = {
  suppliers: { input: {}, answers: everybody('ok') },
  addresses: { input: {}, answers: everybody('ok') },
  parties: { input: {}, answers: seller('ok', 'ok') },
  sellerByCode: { input: { code: 'NOBODY' }, answers: managers('partners.sellerUnknown') },
  get: { input: { partyId: 'NOBODY' }, answers: everybody('partners.unknown') },
  licences: { input: {}, answers: seller('ok', 'ok') },
  renewLicence: {
    input: {
      commandId: 'ACCESS-LICENCE',
      partyId: 'NOBODY',
      foodLicenceNo: 'JY13301060000011',
      foodLicenceExpiresOn: '2030-01-01',
    },
    answers: managers('partners.unknown'),
  },
  licencePhotos: { input: { partyId: 'NOBODY' }, answers: managers('partners.unknown') },
  addLicencePhoto: { input: unknownPhoto, answers: managers('partners.unknown') },
  removeLicencePhoto: { input: unknownPhoto, answers: managers('partners.unknown') },
  joinChain: {
    input: { commandId: 'ACCESS-CHAIN', storeId: 'NOBODY', chainId: null },
    answers: hqManager('partners.unknown'),
  },
  members: { input: {}, answers: everybody('ok') },
  deliveryCentres: { input: { chainId: 'NOBODY' }, answers: headquarters('ok') },

  addAddress: {
    input: { commandId: 'ACCESS-ADDRESS', ...address, regionCode: '999999' },
    answers: buyers('partners.regionUnknown'),
  },
  changeAddress: {
    input: { commandId: 'ACCESS-ADDRESS', addressId: 'NO-SUCH-ADDRESS', ...address },
    answers: buyers('partners.addressUnknown'),
  },
  setDefaultAddress: {
    input: { commandId: 'ACCESS-ADDRESS', addressId: 'NO-SUCH-ADDRESS' },
    answers: buyers('partners.addressUnknown'),
  },
  removeAddress: {
    input: { commandId: 'ACCESS-ADDRESS', addressId: 'NO-SUCH-ADDRESS' },
    answers: buyers('partners.addressUnknown'),
  },

  apply: {
    input: { applicationId: 'ACCESS-APPLY', secret, ...form },
    answers: anyone('partners.applicationFaulty'),
  },
  myApplication: {
    input: { applicationId: 'NO-SUCH-APPLICATION', secret },
    answers: anyone('partners.applicationUnknown'),
  },
  applications: { input: {}, answers: managers('ok') },
  application: {
    input: { applicationId: 'NO-SUCH-APPLICATION' },
    answers: managers('partners.applicationUnknown'),
  },
  approveApplication: {
    input: { commandId: 'ACCESS-APPROVE', applicationId: 'NO-SUCH-APPLICATION' },
    answers: managers('partners.applicationUnknown'),
  },
  ownerPhone: { input: { partyId: 'NOBODY' }, answers: managers('partners.unknown') },
  vouchForPhone: {
    input: { commandId: 'ACCESS-VOUCH', partyId: 'NO-SUCH-PARTY' },
    answers: managers('partners.unknown'),
  },
  rejectApplication: {
    input: { commandId: 'ACCESS-REJECT', applicationId: 'NO-SUCH-APPLICATION', reason: '不' },
    answers: managers('partners.applicationUnknown'),
  },
  policy: { input: {}, answers: seller('ok', 'ok') },
  // What holds anyway, said again.
  setPolicy: { input: { commandId: 'ACCESS-POLICY', storeReview: 'sellerThenHq' }, answers: hqManager('ok') },

  staff: { input: {}, answers: owners('ok', 'ok', 'ok') },
  addStaff: {
    input: { commandId: 'ACCESS-STAFF', loginName: 'hq-money', name: '重名', roles: ['finance'] },
    answers: owners('auth.loginNameTaken', 'auth.loginNameTaken', 'auth.loginNameTaken'),
  },
  changeRoles: {
    input: { ...unknownStaff, roles: ['finance'] },
    answers: owners('partners.staffUnknown', 'partners.staffUnknown', 'partners.staffUnknown'),
  },
  suspendStaff: {
    input: unknownStaff,
    answers: owners('partners.staffUnknown', 'partners.staffUnknown', 'partners.staffUnknown'),
  },
  reactivateStaff: {
    input: unknownStaff,
    answers: owners('partners.staffUnknown', 'partners.staffUnknown', 'partners.staffUnknown'),
  },
  resetPassword: {
    input: unknownStaff,
    answers: owners('partners.staffUnknown', 'partners.staffUnknown', 'partners.staffUnknown'),
  },

  proposeTransfer: {
    input: {
      commandId: 'ACCESS-PROPOSE',
      buyerId: 'NOBODY',
      fromId: 'D1',
      toId: 'D2',
      effectiveOn: '2026-12-01',
      reason: '区域调整',
    },
    answers: managers('partners.transferNotTheirs'),
  },
  transfers: { input: {}, answers: everybody('ok') },
  transfer: { input: { transferId: 'NO-SUCH-TRANSFER' }, answers: everybody('partners.transferUnknown') },
  consentTransfer: { input: unknownTransfer, answers: managers('partners.transferUnknown') },
  refuseTransfer: { input: unknownTransfer, answers: managers('partners.transferUnknown') },
  withdrawTransfer: { input: unknownTransfer, answers: managers('partners.transferUnknown') },

  suspend: {
    input: { commandId: 'ACCESS-SUSPEND', partyId: 'NOBODY', reason: '欠款' },
    answers: managers('partners.unknown'),
  },
  suspensions: { input: { partyId: 'NOBODY' }, answers: managers('ok') },
  reinstate: {
    input: { commandId: 'ACCESS-REINSTATE', partyId: 'NOBODY' },
    answers: managers('partners.unknown'),
  },
  changes: { input: { partyId: 'NOBODY' }, answers: managers('ok') },
};
