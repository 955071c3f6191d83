import { z } from 'zod';
import { endpoints } from './endpoints';
import { Day, Done, Id, Note, PageQuery, pageOf } from './fields';
import { Reason } from './partner-fields';
import { PartnerChangeView, ProductLine, SuspensionView, TransferView } from './partner-views';
import { route } from './route';

const OneTransfer = z.object({ commandId: Id, transferId: Id, note: Note.default('') });
const transferErrors = ['partners.transferUnknown', 'partners.transferClosed', 'command.idReused'];

export const transferRoutes = {
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

export const suspensionRoutes = {
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
