import { z } from 'zod';
import { endpoints } from './endpoints';
import { Day, Done, Id, Note, PageQuery, RegionCode, pageOf } from './fields';
import { Text, Phone, TownCode, LoginName, Reason } from './partner-fields';
import {
  ApplicantKind,
  ApplicationRow,
  ApplicationSheet,
  ApplicationState,
  ApplicationView,
  Channel,
  OwnerPhoneView,
} from './partner-views';
import { route } from './route';

const SubmissionNo = z
  .int()
  .min(1)
  .optional()
  .describe('the submission I have read; refused when it was handed in again');

export const onboardingRoutes = {
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
