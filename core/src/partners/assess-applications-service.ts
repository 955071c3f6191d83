import { dayOf, type Instant, type Tx } from '../platform';
import type { Application } from './application';
import { applicationStore } from './application-store';
import type { Around } from './around';
import { type ApplicationFinding, checkApplication } from './check-application';
import type { Party } from './model';
import { partnerStore } from './store';

/** An application with what speaks for a second look, and whom it asks to supply it. */
export interface AssessedApplication {
  readonly application: Application;
  readonly findings: readonly ApplicationFinding[];
  readonly seller: Party;
}

/** Looks at applications as of a moment, in as many questions as one of them takes. */
export async function assessApplications(
  tx: Tx,
  around: Pick<Around, 'servePlaces'>,
  applications: readonly Application[],
  at: Instant,
): Promise<readonly AssessedApplication[]> {
  if (applications.length === 0) return [];
  const on = dayOf(at);
  const store = applicationStore(tx);
  const sellers = await partnerStore(tx).parties([...new Set(applications.map(({ sellerId }) => sellerId))]);
  const sellerOf = new Map(sellers.map((seller) => [seller.id, seller]));
  const parties = await store.partiesLike(applications);
  const open = await store.openLike(applications);
  const served = await around.servePlaces(
    tx,
    applications.map(({ sellerId, regionCode, townCode, channel }) => ({
      sellerId,
      regionCode,
      townCode,
      channel,
    })),
    on,
  );
  return applications.map((application, place) => {
    const seller = sellerOf.get(application.sellerId);
    if (!seller) throw new Error(`an application to ${application.sellerId}, whom nobody knows`);
    const facts = {
      seller,
      // What an approved application looks like is first of all the party it became.
      parties: parties.filter(({ id }) => id !== application.partyId),
      applications: open.filter(({ id }) => id !== application.id),
      isServed: served[place] === true,
    };
    return { application, findings: checkApplication(application, facts, on), seller };
  });
}
