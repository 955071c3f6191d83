import { leftOut, readByPost, type RecordingsOf, self, theOnlyOne } from './recording';

/** Whose log-in it is becomes known by its answer (`whoCameIn`), or by the name that was tried. */
const whoeverComes = theOnlyOne;

export const authRecordings: RecordingsOf<'auth'> = {
  logIn: whoeverComes,
  logOut: self,
  revokeSession: self,
  changePassword: self,
  wechatLogIn: whoeverComes,
  bindByPhone: whoeverComes,
  bindByPassword: whoeverComes,
  wechatState: leftOut('a word for the way to WeChat; what it is used for is recorded'),
  bindOwnWechat: self,
  unbindWechat: self,
  approveRebinding: ({ rebindingId }) => rebindingId,
  refuseRebinding: ({ rebindingId }) => rebindingId,
  unbindWechatOf: ({ userId }) => userId,
  sendCode: whoeverComes,
  codeLogIn: whoeverComes,
  sendOwnCode: self,
  changePhone: self,
  setPasswordByCode: self,
};

export const partnersRecordings: RecordingsOf<'partners'> = {
  renewLicence: ({ partyId }) => partyId,
  addLicencePhoto: ({ partyId }) => partyId,
  removeLicencePhoto: ({ partyId }) => partyId,
  joinChain: ({ storeId }) => storeId,
  addAddress: (_, answer) => answer?.addressId,
  changeAddress: ({ addressId }) => addressId,
  setDefaultAddress: ({ addressId }) => addressId,
  removeAddress: ({ addressId }) => addressId,
  apply: ({ applicationId }) => applicationId,
  myApplication: readByPost,
  approveApplication: ({ applicationId }) => applicationId,
  vouchForPhone: ({ partyId }) => partyId,
  rejectApplication: ({ applicationId }) => applicationId,
  setPolicy: theOnlyOne,
  addStaff: (_, answer) => answer?.user.userId,
  changeRoles: ({ userId }) => userId,
  suspendStaff: ({ userId }) => userId,
  reactivateStaff: ({ userId }) => userId,
  resetPassword: ({ userId }) => userId,
  proposeTransfer: ({ buyerId }) => buyerId,
  consentTransfer: ({ transferId }) => transferId,
  refuseTransfer: ({ transferId }) => transferId,
  withdrawTransfer: ({ transferId }) => transferId,
  suspend: ({ partyId }) => partyId,
  reinstate: ({ partyId }) => partyId,
};

export const announcementsRecordings: RecordingsOf<'announcements'> = {
  put: ({ announcementId }) => announcementId,
  publish: ({ announcementId }) => announcementId,
  stop: ({ announcementId }) => announcementId,
};

export const territoryRecordings: RecordingsOf<'territory'> = {
  previewGrant: readByPost,
  putGrant: ({ grantId }, answer) => grantId ?? answer?.grant.grantId,
  putPermit: ({ grantId }, answer) => grantId ?? answer?.grant.grantId,
  endGrant: ({ grantId }) => grantId,
  putCapacity: ({ areaCode, productLine }) => `${areaCode}/${productLine}`,
  putPolicy: ({ sellerId }) => sellerId,
  putChainDelivery: ({ chainId }) => chainId,
};
