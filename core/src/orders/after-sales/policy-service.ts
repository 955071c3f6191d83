import { type Caller, commandsOver, type Platform, Refused } from '../../platform';
import { type AfterSalesPolicy, type AfterSalesTerms, usualPolicy } from './policy';
import { afterSalesStore } from './store';

export interface PutPolicyInput {
  readonly commandId: string;
  /** The version it is to follow; another one refuses it. */
  readonly expectedVersion: number;
  readonly terms: AfterSalesTerms;
  readonly note: string;
}

/** So many versions are shown. */
const versionsShown = 50;

export function policyService({ database }: Pick<Platform, 'database'>) {
  const once = commandsOver(database);

  return {
    /** What a seller takes back now. */
    policy: (sellerId: string): Promise<AfterSalesPolicy> =>
      database.read(async (tx) => (await afterSalesStore(tx).policy(sellerId)) ?? usualPolicy(sellerId)),

    /** The caller's versions, newest first. */
    policies: (caller: Caller) =>
      database.read((tx) => afterSalesStore(tx).policies(caller.partyId, versionsShown)),

    /**
     * Makes the next version of the caller's policy. Requests keep the one they were checked by.
     * @throws afterSales.policyStale, command.idReused
     */
    putPolicy: (caller: Caller, input: PutPolicyInput): Promise<AfterSalesPolicy> =>
      once(caller, 'afterSales.putPolicy', input.commandId, input, async (tx) => {
        const store = afterSalesStore(tx);
        const { partyId: sellerId, userName: changedBy, at: changedAt } = caller;
        const version = (await store.policy(sellerId))?.version ?? 0;
        if (version !== input.expectedVersion) throw new Refused('afterSales.policyStale', String(version));
        const { terms, note } = input;
        const policy = { sellerId, version: version + 1, terms, note, changedBy, changedAt };
        if (!(await store.addPolicy(policy))) throw new Refused('afterSales.policyStale', String(version));
        return policy;
      }),
  };
}
