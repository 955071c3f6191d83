import { z } from 'zod';
import { endpoints } from './endpoints';
import { Day, Done, Id, Note, PageQuery, PartyKind, RegionCode, Role, pageOf } from './fields';
import {
  AddressView,
  ApplicantKind,
  ApplicationRow,
  ApplicationSheet,
  ApplicationState,
  ApplicationView,
  Channel,
  LicencePhotoView,
  LicenceView,
  OwnerPhoneView,
  PartnerChangeView,
  PartyRow,
  PartyView,
  ProductLine,
  StaffView,
  SuspensionView,
  TransferView,
} from './partner-views';
import { route } from './route';

export * from './partner-views';

const Text = (length: number) => z.string().trim().min(1).max(length);
const Phone = z.string().trim().min(7).max(24);
const TownCode = z.string().regex(/^\d{9}$/);
const LoginName = z.string().regex(/^[a-z0-9][a-z0-9._-]{2,31}$/);
const Reason = Text(200);
const Roles = z
  .array(Role)
  .min(1)
  .max(6)
  .refine((roles) => new Set(roles).size === roles.length, 'twice');
/** A password said once. A repeat of the command does not say it again. */
const OneTimePassword = z.string().nullable();

const AddressFields = z.object({
  commandId: Id,
  receiver: Text(40),
  phone: Phone,
  regionCode: RegionCode,
  townCode: TownCode.nullable().default(null),
  detail: Text(200),
  latitudeE6: z.int().min(-90_000_000).max(90_000_000).nullable().default(null),
  longitudeE6: z.int().min(-180_000_000).max(180_000_000).nullable().default(null),
  geocode: z.enum(['exact', 'unclear', 'none']).default('none'),
  isDeliveryCentre: z.boolean().default(false),
});
const addressErrors = [
  'partners.regionUnknown',
  'partners.phoneMalformed',
  'partners.townElsewhere',
  'partners.pointUnfit',
  'partners.centreOfNoChain',
  'command.idReused',
];
const SubmissionNo = z
  .int()
  .min(1)
  .optional()
  .describe('the submission I have read; refused when it was handed in again');
const OneLicencePhoto = z.object({ commandId: Id, partyId: Id, photoId: Id });
const LicencePhotos = z.object({ items: z.array(LicencePhotoView) });
const OneAddress = z.object({ commandId: Id, addressId: Id });
const OneUser = z.object({ commandId: Id, userId: Id });
const OneTransfer = z.object({ commandId: Id, transferId: Id, note: Note.default('') });
const transferErrors = ['partners.transferUnknown', 'partners.transferClosed', 'command.idReused'];

/** Who is a partner, where it lives, and who answers for it. */
const directoryRoutes = {
  suppliers: route(endpoints.partners.suppliers, {
    summary: 'The parties that supply me.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({
      items: z.array(z.object({ partyId: Id, name: z.string(), kind: PartyKind })),
    }),
    errors: [],
  }),
  /** HQ sees every party; a distributor sees the stores it supplies. */
  parties: route(endpoints.partners.parties, {
    summary: 'My customers.',
    access: 'seller',
    input: PageQuery.extend({ q: z.string().trim().max(60).optional(), kind: PartyKind.optional() }),
    output: pageOf(PartyRow),
    errors: [],
  }),
  get: route(endpoints.partners.get, {
    summary: 'My own party, or a customer of mine.',
    access: 'signedIn',
    input: z.object({ partyId: Id }),
    output: PartyView,
    errors: ['partners.unknown'],
  }),
  licences: route(endpoints.partners.licences, {
    summary: 'Food licences of my customers that have run out or do within 30 days.',
    access: 'seller',
    input: PageQuery,
    output: pageOf(LicenceView),
    errors: [],
  }),
  renewLicence: route(endpoints.partners.renewLicence, {
    summary: 'Put a new food licence of a customer on file.',
    access: 'manager',
    input: z.object({
      commandId: Id,
      partyId: Id,
      foodLicenceNo: z.string().trim().max(40),
      foodLicenceExpiresOn: Day,
    }),
    output: PartyView,
    errors: ['partners.unknown', 'partners.licenceUnfit', 'command.idReused'],
  }),
  licencePhotos: route(endpoints.partners.licencePhotos, {
    summary: 'Photos of the licences of a customer of mine.',
    access: 'manager',
    input: z.object({ partyId: Id }),
    output: LicencePhotos,
    errors: ['partners.unknown'],
  }),
  /** Uploaded before, as `licence`. Who applies has no session and adds none. */
  addLicencePhoto: route(endpoints.partners.addLicencePhoto, {
    summary: 'Add an uploaded photo to the licences of a customer, nine at most.',
    access: 'manager',
    input: OneLicencePhoto,
    output: LicencePhotos,
    errors: [
      'partners.unknown',
      'partners.tooManyPhotos',
      'attachments.photoUnknown',
      'attachments.photoUsed',
      'command.idReused',
    ],
  }),
  removeLicencePhoto: route(endpoints.partners.removeLicencePhoto, {
    summary: 'Take a photo off the licences of a customer: HQ any, others what their house has added.',
    access: 'manager',
    input: OneLicencePhoto,
    output: LicencePhotos,
    errors: ['partners.unknown', 'attachments.photoUnknown', 'command.idReused'],
  }),
  joinChain: route(endpoints.partners.joinChain, {
    summary: 'Make a store a member of a chain and name the delivery centre that serves it, or take it out.',
    access: 'hqManager',
    input: z.object({
      commandId: Id,
      storeId: Id,
      chainId: Id.nullable(),
      deliveryCentreId: Id.nullable().default(null),
    }),
    output: Done,
    errors: ['partners.unknown', 'partners.chainUnfit', 'command.idReused'],
  }),
  members: route(endpoints.partners.members, {
    summary: 'The member stores of my chain; HQ names the chain.',
    access: 'signedIn',
    input: PageQuery.extend({ chainId: Id.optional() }),
    output: pageOf(PartyRow),
    errors: [],
  }),
};

const addressRoutes = {
  addresses: route(endpoints.partners.addresses, {
    summary: 'My ship-to addresses.',
    access: 'signedIn',
    input: z.object({}),
    output: z.object({ items: z.array(AddressView) }),
    errors: [],
  }),
  /** The first address of a party is its default. */
  addAddress: route(endpoints.partners.addAddress, {
    summary: 'Add a ship-to address, fifty at most.',
    access: 'buyer',
    input: AddressFields,
    output: AddressView,
    errors: [...addressErrors, 'partners.tooManyAddresses', 'partners.addressUnknown'],
  }),
  changeAddress: route(endpoints.partners.changeAddress, {
    summary: 'Change an address of mine; orders placed keep the one they were placed with.',
    access: 'buyer',
    input: AddressFields.extend({ addressId: Id }),
    output: AddressView,
    errors: [...addressErrors, 'partners.addressUnknown', 'partners.centreInUse'],
  }),
  setDefaultAddress: route(endpoints.partners.setDefaultAddress, {
    summary: 'Make an address the one orders go to unless they say otherwise.',
    access: 'buyer',
    input: OneAddress,
    output: Done,
    errors: ['partners.addressUnknown', 'partners.defaultNoCentre', 'command.idReused'],
  }),
  removeAddress: route(endpoints.partners.removeAddress, {
    summary: 'Remove an address of mine.',
    access: 'buyer',
    input: OneAddress,
    output: Done,
    errors: ['partners.addressUnknown', 'partners.centreInUse', 'command.idReused'],
  }),
};

const onboardingRoutes = {
  /** Id and secret are made by the applicant's device; with them it looks, and hands in again. */
  apply: route(endpoints.partners.apply, {
    summary: 'Ask to become a partner, or hand a rejected application in again.',
    access: 'public',
    input: z.object({
      applicationId: Id,
      secret: z.string().min(24).max(200),
      kind: ApplicantKind,
      name: Text(80),
      channel: Channel,
      contactName: Text(40),
      contactPhone: Phone,
      regionCode: RegionCode,
      townCode: TownCode.nullable().default(null),
      addressDetail: Text(200),
      businessLicenceNo: z.string().trim().min(1).max(40),
      foodLicenceNo: z.string().trim().max(40).default(''),
      foodLicenceExpiresOn: Day.nullable().default(null),
      sellerCode: Text(16).optional().describe('default: HQ'),
      phoneCode: z
        .string()
        .regex(/^\d{6}$/)
        .optional()
        .describe('that the contact phone got; needed where codes are sent and it is a mobile'),
    }),
    output: ApplicationView,
    errors: [
      'partners.applicationFaulty',
      'partners.applicationClosed',
      'partners.applicationUnknown',
      'partners.sellerUnknown',
      'partners.regionUnknown',
      'partners.phoneCodeMissing',
      'auth.codeWrong',
    ],
  }),
  myApplication: route(endpoints.partners.myApplication, {
    summary: 'How my application stands.',
    access: 'public',
    input: z.object({ applicationId: Id, secret: z.string().min(24).max(200) }),
    output: ApplicationView,
    errors: ['partners.applicationUnknown'],
  }),
  /** HQ sees every application, a distributor those that ask for it. */
  applications: route(endpoints.partners.applications, {
    summary: 'Applications, latest first; open ones with what speaks for a second look.',
    access: 'manager',
    input: PageQuery.extend({
      state: z
        .enum([...ApplicationState.options, 'open'])
        .optional()
        .describe('`open` are those that wait for a yes or no'),
      kind: ApplicantKind.optional(),
      q: z.string().trim().max(60).optional().describe('of a name, a phone or a licence'),
    }),
    output: pageOf(ApplicationRow),
    errors: [],
  }),
  application: route(endpoints.partners.application, {
    summary: 'One application with its findings.',
    access: 'manager',
    input: z.object({ applicationId: Id }),
    output: ApplicationSheet,
    errors: ['partners.applicationUnknown'],
  }),
  approveApplication: route(endpoints.partners.approveApplication, {
    summary: 'Say yes to an application; the last yes takes the partner on and says its first password once.',
    access: 'manager',
    input: z.object({
      commandId: Id,
      applicationId: Id,
      submissionNo: SubmissionNo,
      note: Note.default(''),
      accept: z.array(z.string().max(40)).max(20).default([]),
      code: z
        .string()
        .regex(/^[A-Z0-9]{2,16}$/)
        .optional(),
      loginName: LoginName.optional(),
      phoneVerified: z
        .boolean()
        .default(false)
        .describe('I have spoken to the applicant at the contact phone: it opens the door'),
    }),
    output: z.object({
      application: ApplicationSheet,
      firstUser: z.object({ loginName: z.string(), oneTimePassword: z.string() }).nullable(),
    }),
    errors: [
      'partners.applicationUnknown',
      'partners.applicationClosed',
      'partners.applicationChanged',
      'partners.findingsOpen',
      'partners.codeTaken',
      'auth.loginNameTaken',
      'auth.phoneTaken',
      'command.idReused',
    ],
  }),
  ownerPhone: route(endpoints.partners.ownerPhone, {
    summary: 'How the log-in phone of the owner of a party I supply stands.',
    access: 'manager',
    input: z.object({ partyId: Id }),
    output: OwnerPhoneView,
    errors: ['partners.unknown'],
  }),
  /** Only for an owner who has proved no phone. */
  vouchForPhone: route(endpoints.partners.vouchForPhone, {
    summary: 'Vouch that the contact phone of a party I supply is its owner’s, who may then log in by it.',
    access: 'manager',
    input: z.object({
      commandId: Id,
      partyId: Id,
      contactPhone: Phone.optional().describe('the number that was called; refused when it has changed'),
    }),
    output: Done,
    errors: [
      'partners.unknown',
      'partners.phoneChanged',
      'auth.phoneNotOwners',
      'auth.phoneTaken',
      'command.idReused',
    ],
  }),
  rejectApplication: route(endpoints.partners.rejectApplication, {
    summary: 'Reject an application, with the reason its applicant reads.',
    access: 'manager',
    input: z.object({ commandId: Id, applicationId: Id, submissionNo: SubmissionNo, reason: Reason }),
    output: ApplicationSheet,
    errors: [
      'partners.applicationUnknown',
      'partners.applicationClosed',
      'partners.applicationChanged',
      'command.idReused',
    ],
  }),
  policy: route(endpoints.partners.policy, {
    summary: 'Whether a distributor’s word is enough for a new store.',
    access: 'seller',
    input: z.object({}),
    output: z.object({ storeReview: z.enum(['seller', 'sellerThenHq']) }),
    errors: [],
  }),
  setPolicy: route(endpoints.partners.setPolicy, {
    summary: 'Decide whether a distributor’s word is enough for a new store.',
    access: 'hqManager',
    input: z.object({ commandId: Id, storeReview: z.enum(['seller', 'sellerThenHq']) }),
    output: z.object({ storeReview: z.enum(['seller', 'sellerThenHq']) }),
    errors: ['command.idReused'],
  }),
};

const staffRoutes = {
  staff: route(endpoints.partners.staff, {
    summary: 'The people of my party.',
    access: 'owner',
    input: z.object({}),
    output: z.object({
      items: z.array(StaffView),
      roles: z.array(Role).describe('that people of a party like mine may have'),
    }),
    errors: [],
  }),
  addStaff: route(endpoints.partners.addStaff, {
    summary: 'Let somebody in, with a password to be changed at the first log-in.',
    access: 'owner',
    input: z.object({ commandId: Id, loginName: LoginName, name: Text(40), roles: Roles }),
    output: z.object({ user: StaffView, oneTimePassword: OneTimePassword }),
    errors: [
      'auth.loginNameTaken',
      'partners.roleUnfit',
      'partners.tooManyStaff',
      'partners.staffUnknown',
      'command.idReused',
    ],
  }),
  changeRoles: route(endpoints.partners.changeRoles, {
    summary: 'Give one of my people other roles; they count from the next request on.',
    access: 'owner',
    input: OneUser.extend({ roles: Roles }),
    output: StaffView,
    errors: ['partners.staffUnknown', 'partners.roleUnfit', 'partners.lastOwner', 'command.idReused'],
  }),
  suspendStaff: route(endpoints.partners.suspendStaff, {
    summary: 'Shut one of my people out; their sessions end at once.',
    access: 'owner',
    input: OneUser,
    output: StaffView,
    errors: ['partners.staffUnknown', 'partners.lastOwner', 'partners.notYourself', 'command.idReused'],
  }),
  reactivateStaff: route(endpoints.partners.reactivateStaff, {
    summary: 'Let one of my people in again.',
    access: 'owner',
    input: OneUser,
    output: StaffView,
    errors: ['partners.staffUnknown', 'partners.lastOwner', 'command.idReused'],
  }),
  resetPassword: route(endpoints.partners.resetPassword, {
    summary: 'Give one of my people a new password to be changed at the next log-in.',
    access: 'owner',
    input: OneUser,
    output: z.object({ oneTimePassword: OneTimePassword }),
    errors: ['partners.staffUnknown', 'command.idReused'],
  }),
};

const transferRoutes = {
  proposeTransfer: route(endpoints.partners.proposeTransfer, {
    summary: 'Propose that a store goes to another distributor, with one product line or all (`*`).',
    access: 'manager',
    input: z.object({
      commandId: Id,
      buyerId: Id,
      productLine: ProductLine.default('*'),
      fromId: Id,
      toId: Id,
      effectiveOn: Day,
      reason: Reason,
    }),
    output: TransferView,
    errors: [
      'partners.unknown',
      'partners.transferUnfit',
      'partners.transferNotTheirs',
      'partners.transferRunning',
      'partners.transferUnknown',
      'command.idReused',
    ],
  }),
  /** The giving and the receiving distributor, the store and HQ see it, and nobody else. */
  transfers: route(endpoints.partners.transfers, {
    summary: 'Transfers I am part of, latest first.',
    access: 'signedIn',
    input: PageQuery.extend({ buyerId: Id.optional() }),
    output: pageOf(TransferView),
    errors: [],
  }),
  transfer: route(endpoints.partners.transfer, {
    summary: 'One transfer, with who has consented.',
    access: 'signedIn',
    input: z.object({ transferId: Id }),
    output: TransferView,
    errors: ['partners.transferUnknown'],
  }),
  /** When the last side consents and the day has come, the store changes hands at once. */
  consentTransfer: route(endpoints.partners.consentTransfer, {
    summary: 'Consent to a transfer for my side.',
    access: 'manager',
    input: OneTransfer,
    output: TransferView,
    errors: transferErrors,
  }),
  refuseTransfer: route(endpoints.partners.refuseTransfer, {
    summary: 'Refuse a transfer for my side.',
    access: 'manager',
    input: OneTransfer,
    output: TransferView,
    errors: transferErrors,
  }),
  withdrawTransfer: route(endpoints.partners.withdrawTransfer, {
    summary: 'Withdraw a transfer I proposed; HQ may withdraw any.',
    access: 'manager',
    input: OneTransfer,
    output: TransferView,
    errors: transferErrors,
  }),
};

const suspensionRoutes = {
  /** HQ stops a partner, a distributor its own supply to a store. */
  suspend: route(endpoints.partners.suspend, {
    summary: 'Stop a partner’s ordering, or its log-in as well, from a day on.',
    access: 'manager',
    input: z.object({
      commandId: Id,
      partyId: Id,
      effect: z.enum(['orders', 'logIn']).default('orders'),
      reason: Reason,
      startsOn: Day.optional().describe('default: today'),
      endsOn: Day.optional().describe('the first day it no longer holds; default: until it is lifted'),
    }),
    output: SuspensionView,
    errors: ['partners.unknown', 'partners.suspensionUnfit', 'command.idReused'],
  }),
  suspensions: route(endpoints.partners.suspensions, {
    summary: 'What I have put on a partner.',
    access: 'manager',
    input: z.object({ partyId: Id }),
    output: z.object({ items: z.array(SuspensionView) }),
    errors: [],
  }),
  reinstate: route(endpoints.partners.reinstate, {
    summary: 'Lift everything I have put on a partner.',
    access: 'manager',
    input: z.object({ commandId: Id, partyId: Id, note: Note.default('') }),
    output: Done,
    errors: ['partners.unknown', 'partners.notSuspended', 'command.idReused'],
  }),
  changes: route(endpoints.partners.changes, {
    summary: 'Who changed what of a partner, and when.',
    access: 'manager',
    input: PageQuery.extend({ partyId: Id }),
    output: pageOf(PartnerChangeView),
    errors: [],
  }),
};

export const partnerRoutes = {
  ...directoryRoutes,
  ...addressRoutes,
  ...onboardingRoutes,
  ...staffRoutes,
  ...transferRoutes,
  ...suspensionRoutes,
};
