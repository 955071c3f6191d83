import { z } from 'zod';
import { At, Day, Fen, Id, Note, PartyKind, RegionCode, Role } from './fields';

/** What partners look like on the wire. */

export const Channel = z.enum(['traditional', 'modern', 'convenience', 'catering', 'special', 'ecommerce']);
export const PartyStatus = z.enum(['active', 'ordersStopped', 'suspended']);
export const LicenceState = z.enum(['none', 'valid', 'expiring', 'expired']);
export const ApplicantKind = z.enum(['distributor', 'store', 'chain']);
export const ApplicationState = z.enum(['submitted', 'endorsed', 'approved', 'rejected']);
export const TransferState = z.enum(['proposed', 'agreed', 'done', 'refused', 'withdrawn', 'void']);
export const TransferSide = z.enum(['from', 'to', 'hq']);
/** A product line, or `*` for all of them. */
export const ProductLine = z.string().trim().min(1).max(40);

export const AddressView = z.object({
  addressId: Id,
  receiver: z.string(),
  phone: z.string(),
  regionCode: RegionCode,
  regionName: z.string(),
  townCode: z.string().nullable(),
  detail: z.string(),
  latitudeE6: z.int().nullable(),
  longitudeE6: z.int().nullable(),
  geocode: z.enum(['exact', 'unclear', 'none']),
  isDefault: z.boolean(),
  isDeliveryCentre: z.boolean(),
});

export const PartyRow = z.object({
  partyId: Id,
  name: z.string(),
  kind: PartyKind,
  regionName: z.string(),
  status: PartyStatus,
});

export const PartyView = PartyRow.extend({
  code: z.string(),
  level: z.int(),
  parentId: Id.nullable(),
  chainId: Id.nullable(),
  deliveryCentreId: Id.nullable(),
  channel: Channel,
  regionCode: RegionCode,
  contactName: z.string(),
  contactPhone: z.string(),
  businessLicenceNo: z.string(),
  foodLicenceNo: z.string(),
  foodLicenceExpiresOn: Day.nullable(),
  licence: LicenceState,
  /** Whether it may order today, and what stands in the way or soon will. */
  ordering: z.object({ answer: z.enum(['yes', 'warn', 'no']), reason: z.string().nullable() }),
  orderMinimumFen: Fen,
});

export const LicenceView = PartyRow.extend({
  foodLicenceNo: z.string(),
  foodLicenceExpiresOn: Day,
  licence: LicenceState,
  daysLeft: z.int(),
});

export const ApplicationFinding = z.object({
  rule: z.string(),
  severity: z.enum(['block', 'review']),
  like: z.array(z.string()),
  title: z.string(),
});

/** An application as its applicant sees it. */
export const ApplicationView = z.object({
  applicationId: Id,
  state: ApplicationState,
  submissionNo: z.int(),
  submittedAt: At,
  decidedAt: At.nullable(),
  /** Why it was rejected, in the reviewer's words; '' otherwise. */
  reason: z.string(),
});

export const ApplicationRow = ApplicationView.extend({
  kind: ApplicantKind,
  name: z.string(),
  channel: Channel,
  regionName: z.string(),
  sellerId: Id,
  sellerName: z.string(),
  /** None once it is decided. */
  findings: z.array(ApplicationFinding),
});

export const ApplicationSheet = ApplicationRow.extend({
  contactName: z.string(),
  contactPhone: z.string(),
  phoneProven: z.boolean().describe('whether a code sent to the contact phone came back'),
  regionCode: RegionCode,
  townName: z.string().nullable(),
  addressDetail: z.string(),
  businessLicenceNo: z.string(),
  foodLicenceNo: z.string(),
  foodLicenceExpiresOn: Day.nullable(),
  partyId: Id.nullable(),
  ifApproved: ApplicationState.nullable().describe('what a yes of mine makes of it; null: not my turn'),
  reviews: z.array(
    z.object({
      desk: z.enum(['seller', 'hq']),
      by: z.string().describe('the reviewer’s name at my own desk; HQ reads all, others no name of HQ’s'),
      answer: z.enum(['approves', 'rejects']),
      note: Note,
      submissionNo: z.int(),
      vouchesForPhone: z.boolean(),
      at: At,
    }),
  ),
});

/** A photo of a licence; its links are good for a quarter of an hour. */
export const LicencePhotoView = z.object({
  photoId: Id,
  url: z.string(),
  thumbnailUrl: z.string(),
  uploadedAt: At,
  mayRemove: z.boolean(),
});

/** How the log-in phone of a party's owner stands to who supplies the party. */
export const OwnerPhoneView = z.object({
  contactPhone: z.string(),
  standing: z.enum(['mayVouch', 'isIt', 'hasOther', 'noMobile', 'noOwner', 'manyOwners']),
  owner: z.object({ loginName: z.string(), name: z.string() }).nullable(),
  verified: z
    .object({ phone: z.string().describe('masked'), provedBy: z.enum(['code', 'supplier']), verifiedAt: At })
    .nullable(),
});

export const StaffView = z.object({
  userId: Id,
  loginName: z.string(),
  name: z.string(),
  roles: z.array(Role),
  status: z.enum(['active', 'suspended']),
  mustChangePassword: z.boolean(),
  createdAt: At,
});

export const TransferView = z.object({
  transferId: Id,
  buyerId: Id,
  buyerName: z.string(),
  productLine: ProductLine,
  fromId: Id,
  fromName: z.string(),
  toId: Id,
  toName: z.string(),
  proposedBy: TransferSide,
  reason: z.string(),
  effectiveOn: Day,
  state: TransferState,
  consents: z.array(
    z.object({ side: TransferSide, answer: z.enum(['consents', 'refuses']), note: Note, at: At }),
  ),
  missing: z.array(TransferSide),
  /** Whether my side has still to consent or refuse, and whether I may take it back. */
  mayAnswer: z.boolean(),
  mayWithdraw: z.boolean(),
  /** 越区: the distributor that gets the store may sell nothing where it is. */
  outsideTerritory: z.boolean(),
  proposedAt: At,
  closedAt: At.nullable(),
});

export const SuspensionView = z.object({
  suspensionId: Id,
  scope: z.enum(['party', 'supply']),
  effect: z.enum(['orders', 'logIn']),
  reason: z.string(),
  startsOn: Day,
  endsOn: Day.nullable(),
  state: z.enum(['waiting', 'inForce', 'over']),
  setAt: At,
  liftedAt: At.nullable(),
  liftNote: z.string(),
});

export const PartnerChangeView = z.object({
  changeId: Id,
  kind: z.string(),
  actorId: Id,
  actorName: z.string().describe('of my own house, for HQ of any; empty otherwise'),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  reason: z.string(),
  at: At,
});
