import { answerOnce, type Caller, type Database, Contended, pageOf, readCursor, Refused } from '../platform';
import { territoryFactStore } from './fact-store';
import type { Capacity, ChainDelivery, Policy } from './model';
import { isDivision } from './region-names';

export interface CapacityPut {
  readonly commandId: string;
  readonly areaCode: string;
  readonly productLine: string;
  readonly sellOutQuantity: number;
  readonly stockTargetQuantity: number;
  /** 0 makes a new row. */
  readonly expectedVersion: number;
}

export interface ChainDeliveryPut extends Omit<ChainDelivery, 'version'> {
  readonly commandId: string;
  /** 0 makes a new row. */
  readonly expectedVersion: number;
}

export interface PageOfTerms {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The desk that sets what grants are judged with: capacities, borders, delivery centres. */
export function termsService({ database }: { readonly database: Database }) {
  return {
    /** @throws territory.areaUnknown, territory.capacityChanged */
    putCapacity: (caller: Caller, put: CapacityPut): Promise<Capacity> =>
      database.transaction((tx) =>
        answerOnce(tx, commandOf(caller, put, 'territory.putCapacity'), async () => {
          const { commandId: _, expectedVersion, ...given } = put;
          if (!isDivision(put.areaCode)) throw new Refused('territory.areaUnknown', put.areaCode);
          const store = territoryFactStore(tx);
          const capacity: Capacity = { ...given, version: 1, updatedAt: caller.at };
          const before = await store.capacity(put.areaCode, put.productLine);
          if ((before?.version ?? 0) !== expectedVersion) throw new Refused('territory.capacityChanged');
          const written = before
            ? await store.replaceCapacity(capacity, expectedVersion)
            : await store.addCapacity(capacity);
          if (written !== 1) throw new Contended('a capacity that somebody else set');
          return { ...capacity, version: expectedVersion + 1 };
        }),
      ),

    capacities: (page: PageOfTerms) =>
      database.read(async (tx) => {
        const after = page.cursor ? readCursor(page.cursor, 'string', 'string') : null;
        const found = await territoryFactStore(tx).capacities(after, page.limit + 1);
        return pageOf(found, page.limit, ({ areaCode, productLine }) => [areaCode, productLine]);
      }),

    /** Sets what a seller (`*`: everybody) is judged by from a day on; the same day again replaces it. */
    putPolicy: (caller: Caller, put: Policy & { readonly commandId: string }): Promise<Policy> =>
      database.transaction((tx) =>
        answerOnce(tx, commandOf(caller, put, 'territory.putPolicy'), async () => {
          const { commandId: _, ...policy } = put;
          await territoryFactStore(tx).putPolicy(policy);
          return policy;
        }),
      ),

    policies: (sellerId: string) => database.read((tx) => territoryFactStore(tx).policiesOf([sellerId])),

    /** @throws territory.chainDeliveryChanged, territory.daysReversed */
    putChainDelivery: (caller: Caller, put: ChainDeliveryPut): Promise<ChainDelivery> =>
      database.transaction((tx) =>
        answerOnce(tx, commandOf(caller, put, 'territory.putChainDelivery'), async () => {
          const { commandId: _, expectedVersion, ...given } = put;
          if (put.endsOn !== null && put.endsOn <= put.startsOn) throw new Refused('territory.daysReversed');
          const store = territoryFactStore(tx);
          const delivery: ChainDelivery = { ...given, version: 1 };
          const before = await store.chainDelivery(put.id);
          if ((before?.version ?? 0) !== expectedVersion) throw new Refused('territory.chainDeliveryChanged');
          const written = before
            ? await store.replaceChainDelivery(delivery, expectedVersion)
            : await store.addChainDelivery(delivery);
          if (written !== 1) throw new Contended('a delivery centre that somebody else set');
          return { ...delivery, version: expectedVersion + 1 };
        }),
      ),

    chainDeliveries: (page: PageOfTerms) =>
      database.read(async (tx) => {
        const [after] = page.cursor ? readCursor(page.cursor, 'string') : [''];
        const found = await territoryFactStore(tx).chainDeliveries(after, page.limit + 1);
        return pageOf(found, page.limit, ({ id }) => [id]);
      }),
  };
}

const commandOf = (caller: Caller, input: { readonly commandId: string }, kind: string) => ({
  commandId: input.commandId,
  partyId: caller.partyId,
  kind,
  input,
  at: caller.at,
});
