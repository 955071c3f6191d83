import {
  answerOnce,
  type Caller,
  type Day,
  type Instant,
  pageOf,
  type Platform,
  type PriceE4,
  readCursor,
  Refused,
  type Tx,
  everyPair,
} from '../platform';
import { loadParties } from '../partners';
import type { Lot, Warehouse } from './model';
import { policyStore } from './policy-store';
import type { Buffer } from './policy-model';
import type { AgreementState, SharingAgreement } from './pool-model';
import { periodStart } from './sharing-terms';
import type { Sharing } from './source-order';
import { sharingStore } from './sharing-store';
import { stockStore } from './store';

/** What others share with some sellers, read at once for a batch. */
export interface SharingFacts {
  readonly agreements: readonly SharingAgreement[];
  readonly quotaLeft: ReadonlyMap<string, number>;
  readonly warehouses: readonly Warehouse[];
  readonly buffers: readonly Buffer[];
  /** What the lenders have free; not locked, because the lender decides in its own transaction. */
  readonly lots: readonly Lot[];
}

/** What may be borrowed by these sellers of these SKUs on a day. */
export async function loadSharing(
  tx: Tx,
  { borrowerIds, skuIds, on }: { borrowerIds: readonly string[]; skuIds: readonly string[]; on: Day },
): Promise<SharingFacts> {
  const agreements = await sharingStore(tx).activeOf([...new Set(borrowerIds)]);
  const lenderIds = [...new Set(agreements.map(({ lenderId }) => lenderId))].sort();
  if (lenderIds.length === 0) {
    return { agreements, quotaLeft: new Map(), warehouses: [], buffers: [], lots: [] };
  }
  const goods = [...new Set(skuIds)];
  return {
    agreements,
    quotaLeft: await loadQuotaLeft(tx, agreements, on),
    warehouses: await stockStore(tx).warehousesOf(lenderIds),
    buffers: await policyStore(tx).buffers(lenderIds, goods),
    lots: await stockStore(tx).freeLots(everyPair(lenderIds, goods), false),
  };
}

/** One seller's part of the facts, with what it pays its own supplier. */
export const sharingOf = (
  facts: SharingFacts,
  borrowerId: string,
  purchasePriceE4: (skuId: string) => PriceE4 | null,
): Sharing => ({
  ...facts,
  agreements: facts.agreements.filter((agreement) => agreement.borrowerId === borrowerId),
  purchasePriceE4,
});

/** What of each agreement's quota is left in the period a day lies in. */
export async function loadQuotaLeft(
  tx: Tx,
  agreements: readonly SharingAgreement[],
  on: Day,
): Promise<ReadonlyMap<string, number>> {
  const uses = await sharingStore(tx).uses(agreements.map(({ id }) => id));
  return new Map(
    agreements.map(({ id, period, startsOn, quotaQuantity }) => {
      const periodOn = periodStart(period, on, startsOn);
      const used = uses.find((use) => use.agreementId === id && use.periodOn === periodOn);
      return [id, Math.max(0, quotaQuantity - (used?.usedQuantity ?? 0))];
    }),
  );
}

export interface AgreementInput extends Pick<
  SharingAgreement,
  | 'lenderId'
  | 'borrowerId'
  | 'scope'
  | 'scopeId'
  | 'quotaQuantity'
  | 'period'
  | 'price'
  | 'startsOn'
  | 'endsOn'
> {
  readonly commandId: string;
}

export interface AgreementCommand {
  readonly commandId: string;
  readonly agreementId: string;
}

export interface AgreementSeen {
  readonly agreement: SharingAgreement;
  readonly quotaLeft: number;
  readonly names: ReadonlyMap<string, string>;
}

/** Names of the parties some records speak of. */
export async function loadNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const parties = await loadParties(tx, [...new Set(ids)]);
  return new Map([...parties.values()].map(({ id, name }) => [id, name]));
}

/** The desk of sharing agreements: one side proposes, the other accepts; HQ may set them for both. */
export function sharingService({ database, newId }: Platform) {
  const seen = async (tx: Tx, agreements: readonly SharingAgreement[], on: Day) => {
    const left = await loadQuotaLeft(tx, agreements, on);
    const names = await loadNames(
      tx,
      agreements.flatMap(({ lenderId, borrowerId }) => [lenderId, borrowerId]),
    );
    return agreements.map((agreement): AgreementSeen => ({
      agreement,
      quotaLeft: left.get(agreement.id) ?? 0,
      names,
    }));
  };

  /** @throws pool.agreementUnknown */
  const locked = async (tx: Tx, caller: Caller, id: string) => {
    const agreement = await sharingStore(tx).agreementLocked(id);
    const concerns =
      agreement &&
      (caller.partyKind === 'hq' || [agreement.lenderId, agreement.borrowerId].includes(caller.partyId));
    if (!concerns) throw new Refused('pool.agreementUnknown');
    return agreement;
  };

  const command = (
    caller: Caller,
    kind: string,
    input: AgreementCommand,
    work: (tx: Tx, agreement: SharingAgreement) => Promise<void>,
  ) =>
    database.transaction(async (tx) => {
      const { partyId, at } = caller;
      const agreement = await locked(tx, caller, input.agreementId);
      await answerOnce(tx, { commandId: input.commandId, partyId, kind, input, at }, async () => {
        await work(tx, agreement);
        return {};
      });
    });

  const decide = (caller: Caller, input: AgreementCommand, state: 'active' | 'declined') =>
    command(caller, `pool.${state}`, input, async (tx, agreement) => {
      const isTheirs = caller.partyKind === 'hq' || agreement.proposedBy !== caller.partyId;
      if (agreement.state !== 'proposed' || !isTheirs) throw new Refused('pool.stateForbids');
      await sharingStore(tx).decide(agreement.id, state, caller.userId, caller.at);
    });

  return {
    /** The caller's agreements, on either side; HQ sees all. Newest first. */
    agreements: (
      caller: Caller,
      query: { state?: AgreementState | undefined; cursor?: string | undefined; limit: number; on: Day },
    ) =>
      database.read(async (tx) => {
        const found = await sharingStore(tx).page({
          partyId: caller.partyKind === 'hq' ? null : caller.partyId,
          state: query.state ?? null,
          before: query.cursor ? readCursor(query.cursor, 'string')[0] : null,
          limit: query.limit + 1,
        });
        const { items, nextCursor } = pageOf(found, query.limit, ({ id }) => [id]);
        return { items: await seen(tx, items, query.on), nextCursor };
      }),

    /**
     * Proposes an agreement to the other side; what HQ proposes is agreed.
     * @throws pool.partyUnknown, command.idReused
     */
    propose: (caller: Caller, input: AgreementInput): Promise<{ readonly agreementId: string }> =>
      database.transaction((tx) => {
        const { commandId, ...terms } = input;
        const { partyId, at } = caller;
        return answerOnce(tx, { commandId, partyId, kind: 'pool.propose', input, at }, async () => {
          await assertParties(tx, caller, terms);
          const agreement = newAgreement(newId(), caller, terms, at);
          await sharingStore(tx).add(agreement);
          return { agreementId: agreement.id };
        });
      }),

    /** @throws pool.agreementUnknown, pool.stateForbids, command.idReused */
    accept: (caller: Caller, input: AgreementCommand) => decide(caller, input, 'active'),
    /** @throws pool.agreementUnknown, pool.stateForbids, command.idReused */
    decline: (caller: Caller, input: AgreementCommand) => decide(caller, input, 'declined'),

    /** Either side ends it; what is promised under it stays promised. @throws pool.agreementUnknown, pool.stateForbids, command.idReused */
    end: (caller: Caller, input: AgreementCommand) =>
      command(caller, 'pool.end', input, async (tx, agreement) => {
        if (agreement.state !== 'proposed' && agreement.state !== 'active') {
          throw new Refused('pool.stateForbids');
        }
        await sharingStore(tx).end(agreement.id, caller.userId, caller.at);
      }),
  };
}

/** Two different owners of stock, one of them the caller unless HQ speaks for both. */
async function assertParties(tx: Tx, caller: Caller, { lenderId, borrowerId }: Terms) {
  const isOwn = caller.partyKind === 'hq' || [lenderId, borrowerId].includes(caller.partyId);
  const parties = await loadParties(tx, [lenderId, borrowerId]);
  const kindOf = (id: string) => parties.get(id)?.kind ?? 'store';
  const own = new Set(['hq', 'distributor']);
  const fits = lenderId !== borrowerId && own.has(kindOf(lenderId)) && own.has(kindOf(borrowerId));
  if (!isOwn || !fits) throw new Refused('pool.partyUnknown');
}

type Terms = Omit<AgreementInput, 'commandId'>;

function newAgreement(id: string, caller: Caller, terms: Terms, at: Instant): SharingAgreement {
  const isAgreed = caller.partyKind === 'hq';
  return {
    id,
    ...terms,
    scopeId: terms.scope === 'all' ? '*' : terms.scopeId,
    state: isAgreed ? 'active' : 'proposed',
    proposedBy: caller.partyId,
    proposedAt: at,
    decidedBy: isAgreed ? caller.userId : null,
    decidedAt: isAgreed ? at : null,
    endedBy: null,
    endedAt: null,
  };
}
