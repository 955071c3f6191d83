import { addDays, dayMs, dayOf, defineJob, type JobDefinition, type Platform } from '../platform';
import type { Around } from './around';
import { applicationStore } from './application-store';
import { licenceNoticeDays } from './licence-state';
import { partyStore } from './party-store';
import { phoneCodeStore } from './phone-code-store';
import { sessionWatch } from './session-cache-service';
import { suspensionDesk } from './suspension-service';
import { transferDesk } from './transfer-service';

/** How long a rejected applicant's name, phone and address are kept for it to hand in again. */
const rejectedKeptDays = 180;

/** What a new day brings: stores change hands, stops begin and end, licences run out, old data goes. */
export function partnerDayJob(platform: Platform, around: Around): JobDefinition {
  const { database, clock, coordination } = platform;
  const transfers = transferDesk(platform, around);
  const suspensions = suspensionDesk(platform, sessionWatch(coordination));
  return defineJob({
    name: 'partners.day',
    every: { dailyAt: '00:02' },
    run: async ({ log }) => {
      const now = clock.now();
      const today = dayOf(now);
      const turned = await suspensions.turnSuspensions(now);
      const carried = await transfers.carryOutDue(now);
      const marked = await database.transaction((tx) =>
        partyStore(tx).markLicences(today, addDays(today, licenceNoticeDays)),
      );
      const scrubbed = await database.transaction((tx) =>
        applicationStore(tx).scrub(now - rejectedKeptDays * dayMs),
      );
      await database.transaction((tx) => phoneCodeStore(tx).forgetPaces(now));
      const licences = await database.read((tx) => partyStore(tx).licenceCounts());
      const counts = Object.fromEntries(licences.map(({ licenceMark, count }) => [licenceMark, count]));
      log.info({ turned, carried, marked, scrubbed, licences: counts }, 'partners: a new day');
    },
  });
}
