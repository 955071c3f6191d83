import {
  type Address,
  type Application,
  type ApplicationRule,
  type AssessedApplication,
  type Caller,
  consentsMissing,
  mayConsent,
  mayWithdraw,
  type TransferSide,
  dayOf,
  daysBetween,
  divisionName,
  licenceState,
  maskPhone,
  mayOrder,
  type OwnerPhone,
  type Party,
  type Photo,
  regionName,
  type ReviewedApplication,
  type Suspension,
  type SupplyTransfer,
  type ToldChange,
  type User,
} from '@tongpan/core';
import { photoLinks } from './photo-view';
import { at, atOrNull } from './wire';

export const viewAddress = (address: Address) => ({
  addressId: address.id,
  receiver: address.receiver,
  phone: address.phone,
  regionCode: address.regionCode,
  regionName: regionName(address.regionCode),
  townCode: address.townCode,
  detail: address.detail,
  latitudeE6: address.latitudeE6,
  longitudeE6: address.longitudeE6,
  geocode: address.geocode,
  isDefault: address.isDefault,
  isDeliveryCentre: address.isDeliveryCentre,
});

export const viewPartyRow = ({ id, name, kind, regionCode, status }: Party) => ({
  partyId: id,
  name,
  kind,
  regionName: regionName(regionCode),
  status,
});

export const viewParty = (party: Party, caller: Caller) => ({
  ...viewPartyRow(party),
  code: party.code,
  level: party.level,
  parentId: party.parentId,
  chainId: party.chainId,
  deliveryCentreId: party.deliveryCentreId,
  channel: party.channel,
  regionCode: party.regionCode,
  contactName: party.contactName,
  contactPhone: party.contactPhone,
  businessLicenceNo: party.businessLicenceNo,
  foodLicenceNo: party.foodLicenceNo,
  foodLicenceExpiresOn: party.foodLicenceExpiresOn,
  licence: licenceState(party.foodLicenceExpiresOn, dayOf(caller.at)),
  ordering: mayOrder(party, dayOf(caller.at)),
  orderMinimumFen: party.orderMinimumFen,
});

export function viewLicence(party: Party, caller: Caller) {
  const on = dayOf(caller.at);
  const expiresOn = party.foodLicenceExpiresOn ?? on;
  return {
    ...viewPartyRow(party),
    foodLicenceNo: party.foodLicenceNo,
    foodLicenceExpiresOn: expiresOn,
    licence: licenceState(expiresOn, on),
    daysLeft: daysBetween(on, expiresOn),
  };
}

export const viewLicencePhotos = (photos: readonly Photo[], caller: Caller) => ({
  items: photos.map((photo) => ({
    photoId: photo.id,
    ...photoLinks(photo, caller.at),
    uploadedAt: at(photo.createdAt),
    mayRemove: caller.partyKind === 'hq' || photo.ownerId === caller.partyId,
  })),
});

/** What an applicant reads: the last rejection of what it handed in last. */
export function viewApplication(application: Application) {
  const { id, state, submissionNo, submittedAt, decidedAt, reviews } = application;
  const rejection = reviews.findLast(
    (review) => review.answer === 'rejects' && review.submissionNo === submissionNo,
  );
  return {
    applicationId: id,
    state,
    submissionNo,
    submittedAt: at(submittedAt),
    decidedAt: atOrNull(decidedAt),
    reason: state === 'rejected' ? (rejection?.note ?? '') : '',
  };
}

/**
 * An application in a list. Whom it looks like is named to HQ alone: a distributor learns that somebody has the number,
 * not who.
 */
export const viewApplicationRow = (
  { application, findings, seller }: AssessedApplication,
  caller: Caller,
) => ({
  ...viewApplication(application),
  kind: application.kind,
  name: application.name,
  channel: application.channel,
  regionName: regionName(application.regionCode),
  sellerId: application.sellerId,
  sellerName: seller.name,
  findings: findings.map(({ rule, severity, like }) => ({
    rule,
    severity,
    like: caller.partyKind === 'hq' ? [...like] : [],
    title: findingTitles[rule],
  })),
});

const findingTitles: Readonly<Record<ApplicationRule, string>> = {
  'phone.malformed': '联系电话格式不正确',
  'town.elsewhere': '街道乡镇不属于所选区县',
  'businessLicence.malformed': '统一社会信用代码校验不通过',
  'foodLicence.malformed': '食品经营许可证编号格式不正确',
  'foodLicence.missing': '未提供食品经营许可证或有效期',
  'foodLicence.expired': '食品经营许可证已过期',
  'foodLicence.expiring': '食品经营许可证将在 30 天内到期',
  'seller.cannotSupply': '申请的供应商当前不能供货',
  'territory.outside': '所在地区不在供应商的授权区域内',
  'duplicate.businessLicence': '营业执照与已有客户或申请相同',
  'duplicate.foodLicence': '食品经营许可证与已有客户或申请相同',
  'duplicate.phone': '联系电话与已有客户或申请相同',
};

/** An application as its reviewers see it. */
export function viewApplicationSheet(reviewed: ReviewedApplication, caller: Caller) {
  const { application, ifApproved, reviewerNames } = reviewed;
  const ownDesk = caller.partyKind === 'hq' ? 'hq' : 'seller';
  return {
    ...viewApplicationRow(reviewed, caller),
    contactName: application.contactName,
    contactPhone: application.contactPhone,
    phoneProven: application.phoneProvenAt !== null,
    regionCode: application.regionCode,
    townName: application.townCode === null ? null : divisionName(application.townCode),
    addressDetail: application.addressDetail,
    businessLicenceNo: application.businessLicenceNo,
    foodLicenceNo: application.foodLicenceNo,
    foodLicenceExpiresOn: application.foodLicenceExpiresOn,
    partyId: application.partyId,
    ifApproved,
    reviews: application.reviews.map(
      ({ desk, userId, answer, note, submissionNo, vouchesForPhone = false, at: reviewedAt }) => ({
        desk,
        by: ownDesk === 'hq' || desk === ownDesk ? (reviewerNames.get(userId) ?? '') : '',
        answer,
        note,
        submissionNo,
        vouchesForPhone,
        at: at(reviewedAt),
      }),
    ),
  };
}

export const viewOwnerPhone = ({ contactPhone, standing, owner, verified }: OwnerPhone) => ({
  contactPhone,
  standing,
  owner: owner && { loginName: owner.loginName, name: owner.name },
  verified: verified && {
    phone: maskPhone(verified.phone),
    provedBy: verified.provedBy,
    verifiedAt: at(verified.verifiedAt),
  },
});

export const viewStaff = (user: User) => ({
  userId: user.id,
  loginName: user.loginName,
  name: user.name,
  roles: [...user.roles],
  status: user.status,
  mustChangePassword: user.mustChangePassword,
  createdAt: at(user.createdAt),
});

export const viewTransfer = (
  transfer: SupplyTransfer,
  nameOf: (partyId: string) => string,
  isOutside: boolean,
  mySides: readonly TransferSide[],
) => ({
  transferId: transfer.id,
  buyerId: transfer.buyerId,
  buyerName: nameOf(transfer.buyerId),
  productLine: transfer.productLine,
  fromId: transfer.fromId,
  fromName: nameOf(transfer.fromId),
  toId: transfer.toId,
  toName: nameOf(transfer.toId),
  proposedBy: transfer.proposedBy,
  reason: transfer.reason,
  effectiveOn: transfer.effectiveOn,
  state: transfer.state,
  consents: transfer.consents.map(({ side, answer, note, at: saidAt }) => ({
    side,
    answer,
    note,
    at: at(saidAt),
  })),
  missing: [...consentsMissing(transfer)],
  mayAnswer: mayConsent(transfer, mySides).length > 0,
  mayWithdraw: mayWithdraw(transfer, mySides),
  outsideTerritory: isOutside,
  proposedAt: at(transfer.proposedAt),
  closedAt: atOrNull(transfer.closedAt),
});

export const viewSuspension = (suspension: Suspension) => ({
  suspensionId: suspension.id,
  scope: suspension.sellerId === null ? ('party' as const) : ('supply' as const),
  effect: suspension.effect,
  reason: suspension.reason,
  startsOn: suspension.startsOn,
  endsOn: suspension.endsOn,
  state: suspension.state,
  setAt: at(suspension.setAt),
  liftedAt: atOrNull(suspension.liftedAt),
  liftNote: suspension.liftNote,
});

export const viewChange = (change: ToldChange) => ({
  changeId: change.id,
  kind: change.kind,
  actorId: change.actorId,
  actorName: change.actorName,
  before: { ...change.before },
  after: { ...change.after },
  reason: change.reason,
  at: at(change.at),
});
