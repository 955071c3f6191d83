import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Day, Id, PageQuery, pageOf } from './fields';
import { route } from './route';

const AuditEntryView = z.object({
  entryId: Id,
  at: At,
  user: z
    .object({ userId: Id, name: z.string(), roles: z.array(z.string()) })
    .nullable()
    .describe('null: nobody who had logged in'),
  party: z
    .object({ partyId: Id, name: z.string() })
    .nullable()
    .describe('of a log-in that failed: whose user was tried, if there is one'),
  route: z.string().describe('such as `credit.setTerms`'),
  subjectId: z.string().describe('what it was about; empty where there is only one of it'),
  outcome: z.string().describe('`done`, or the code of the refusal'),
  outcomeTitle: z.string().describe('a refusal in words; empty when it is done'),
  address: z.string(),
  device: z.string(),
  requestId: z.string(),
  input: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe('as it was validated, shortened; secrets and phone numbers are `…`; null when it was not'),
});

const Outcome = z
  .string()
  .max(60)
  .regex(/^[A-Za-z.]+$/);

export const auditLogRoutes = {
  list: route(endpoints.auditLog.list, {
    summary: 'Who did what, from where, newest first; HQ sees everybody, others their own party.',
    access: 'owner',
    input: PageQuery.extend({
      userId: Id.optional(),
      route: z
        .string()
        .max(60)
        .regex(/^[A-Za-z]+(?:[.][A-Za-z]+)?$/)
        .optional()
        .describe('`credit.setTerms`, or `credit` for all of its kind'),
      only: z
        .enum(['logIns', 'rules'])
        .optional()
        .describe('log-ins alone, by whichever way; or changes of a company’s own rules'),
      subjectId: z.string().max(100).optional(),
      outcome: Outcome.optional().describe('`done`, `refused` for every refusal, or the code of one'),
      from: Day.optional(),
      to: Day.optional().describe('included'),
    }),
    output: pageOf(AuditEntryView),
    errors: [],
  }),
  get: route(endpoints.auditLog.get, {
    summary: 'One entry, and what the same party did to the same thing before.',
    access: 'owner',
    input: z.object({ entryId: Id }),
    output: AuditEntryView.extend({ previous: AuditEntryView.nullable() }),
    errors: ['auditLog.unknown'],
  }),
};
