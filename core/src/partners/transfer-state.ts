import type { Day, Instant } from '../platform/clock';
import { everyLine } from './model';

/** Whose word a transfer needs: who gives the store, who gets it, and HQ. */
export type TransferSide = 'from' | 'to' | 'hq';
export const transferSides: readonly TransferSide[] = ['from', 'to', 'hq'];

/**
 * `proposed` waits for consent, `agreed` for its day; ends `done`, `refused`, `withdrawn`, and `void` when the
 * giving side no longer supplied the store on the day.
 */
export type TransferState = 'proposed' | 'agreed' | 'done' | 'refused' | 'withdrawn' | 'void';

export interface Consent {
  readonly side: TransferSide;
  readonly answer: 'consents' | 'refuses';
  readonly partyId: string;
  readonly userId: string;
  readonly note: string;
  readonly at: Instant;
}

/** A store that goes from one distributor to another, with all its lines or one. */
export interface SupplyTransfer {
  readonly id: string;
  readonly buyerId: string;
  readonly productLine: string;
  readonly fromId: string;
  readonly toId: string;
  readonly proposedBy: TransferSide;
  readonly reason: string;
  /** The first day the new distributor supplies. */
  readonly effectiveOn: Day;
  readonly state: TransferState;
  /** `open` while it runs, its own id afterwards: a unique key lets one run for a store and line. */
  readonly slot: string;
  readonly consents: readonly Consent[];
  readonly proposedAt: Instant;
  readonly closedAt: Instant | null;
}

type Parties = Pick<SupplyTransfer, 'fromId' | 'toId'>;

/** The sides a party speaks for in a transfer; HQ that gives a store of its own speaks for two. */
export function sidesOf(
  { fromId, toId }: Parties,
  party: { readonly partyId: string; readonly partyKind: string },
): readonly TransferSide[] {
  const sides: TransferSide[] = [];
  if (party.partyId === fromId) sides.push('from');
  if (party.partyId === toId) sides.push('to');
  return party.partyKind === 'hq' ? [...sides, 'hq'] : sides;
}

/** Sides that have not spoken yet. */
export function consentsMissing({ consents }: Pick<SupplyTransfer, 'consents'>): readonly TransferSide[] {
  return transferSides.filter((side) => !consents.some((consent) => consent.side === side));
}

/** The state that consents and the day give an open transfer; `due` when it is to be carried out now. */
export function transferState(
  transfer: Pick<SupplyTransfer, 'consents' | 'effectiveOn'>,
  on: Day,
): 'proposed' | 'agreed' | 'refused' | 'due' {
  if (transfer.consents.some(({ answer }) => answer === 'refuses')) return 'refused';
  if (consentsMissing(transfer).length > 0) return 'proposed';
  return on >= transfer.effectiveOn ? 'due' : 'agreed';
}

/** Of these sides those that may still consent or refuse: each once, while consents are being gathered. */
export function mayConsent(
  transfer: Pick<SupplyTransfer, 'state' | 'consents'>,
  sides: readonly TransferSide[],
): readonly TransferSide[] {
  if (transfer.state !== 'proposed') return [];
  return consentsMissing(transfer).filter((side) => sides.includes(side));
}

/** True when a side may withdraw: whoever proposed it, and HQ, until it is carried out. */
export function mayWithdraw(
  transfer: Pick<SupplyTransfer, 'state' | 'proposedBy'>,
  sides: readonly TransferSide[],
): boolean {
  const isOpen = transfer.state === 'proposed' || transfer.state === 'agreed';
  return isOpen && (sides.includes(transfer.proposedBy) || sides.includes('hq'));
}

/** True when two transfers of one store would move the same line. */
export function overlaps(oneLine: string, otherLine: string): boolean {
  return oneLine === everyLine || otherLine === everyLine || oneLine === otherLine;
}
