import {
  addDays,
  type Caller,
  type Day,
  dayOf,
  pageOf,
  type Platform,
  readCursor,
  Refused,
} from '../platform';
import { isFoodLicenceNo } from './check-licence-number';
import { deskOf } from './desk-service';
import { licenceNoticeDays, licenceState } from './licence-state';
import type { Party } from './model';
import { partyStore } from './party-store';
import { partnerStore } from './store';

export interface LicenceInput {
  readonly commandId: string;
  readonly partyId: string;
  readonly foodLicenceNo: string;
  readonly foodLicenceExpiresOn: Day;
}

/** The desk that watches food licences. */
export function licenceDesk(platform: Platform) {
  const desk = deskOf(platform);
  return {
    /** Licences that have run out or soon will, of the caller's customers; HQ sees everybody's. */
    licences: (caller: Caller, page: { cursor?: string | undefined; limit: number }) =>
      desk.database.read(async (tx) => {
        const found = await partyStore(tx).licencesEnding({
          sellerId: caller.partyKind === 'hq' ? null : caller.partyId,
          until: addDays(dayOf(caller.at), licenceNoticeDays),
          after: page.cursor ? readCursor(page.cursor, 'string', 'string') : null,
          limit: page.limit + 1,
        });
        return pageOf(found, page.limit, ({ foodLicenceExpiresOn, id }) => [foodLicenceExpiresOn ?? '', id]);
      }),

    /**
     * Puts a new licence of a partner on file: HQ anybody's, a distributor its customers'.
     * @throws partners.unknown, partners.licenceUnfit
     */
    async renewLicence(caller: Caller, input: LicenceInput): Promise<Party> {
      const { partyId, foodLicenceNo, foodLicenceExpiresOn } = input;
      const licenceMark = licenceState(foodLicenceExpiresOn, dayOf(caller.at));
      if (!isFoodLicenceNo(foodLicenceNo) || licenceMark === 'expired')
        throw new Refused('partners.licenceUnfit');
      await desk.once(caller, 'renewLicence', input, async (tx) => {
        const store = partnerStore(tx);
        const [before] = await store.partiesLocked([partyId]);
        const isMine = caller.partyKind === 'hq' || (await store.isSuppliedBy(partyId, caller.partyId));
        if (!before || !isMine) throw new Refused('partners.unknown');
        const after = { foodLicenceNo, foodLicenceExpiresOn, licenceMark };
        await partyStore(tx).setLicence(partyId, after);
        await desk.record(tx, caller, {
          partyId,
          sellerId: caller.partyKind === 'hq' ? null : caller.partyId,
          kind: 'licence',
          before: { foodLicenceNo: before.foodLicenceNo, foodLicenceExpiresOn: before.foodLicenceExpiresOn },
          after: { foodLicenceNo, foodLicenceExpiresOn },
        });
        return {};
      });
      const [party] = await desk.database.read((tx) => partnerStore(tx).parties([partyId]));
      if (!party) throw new Refused('partners.unknown');
      return party;
    },
  };
}
