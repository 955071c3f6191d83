import { type Caller, type Platform, Refused, type Tx } from '../platform';
import { assertSupplied } from './assert-supplied-service';
import { deskOf } from './desk-service';
import { judgeVouch, type PhoneStanding } from './judge-vouch';
import type { Party, User } from './model';
import { partnerStore } from './store';
import type { VerifiedPhone } from './verified-phone';
import { verifiedPhoneStore } from './verified-phone-store';

/** How the log-in phone of a party's owner stands. */
export interface OwnerPhone {
  readonly contactPhone: string;
  readonly standing: PhoneStanding;
  /** The one owner there is; null for none or several. */
  readonly owner: User | null;
  readonly verified: VerifiedPhone | null;
}

export interface VouchInput {
  readonly commandId: string;
  readonly partyId: string;
  /** The number that was called; left out, whatever is on file. */
  readonly contactPhone?: string | undefined;
}

/** The desk where suppliers vouch for the phones of those they supply (确认手机号). */
export function vouchDesk(platform: Platform) {
  const desk = deskOf(platform);

  const lookAt = async (tx: Tx, { id, contactPhone }: Party): Promise<OwnerPhone> => {
    const store = verifiedPhoneStore(tx);
    const owners = await store.ownersOf(id);
    const owner = owners.length === 1 ? (owners[0] ?? null) : null;
    const [verified = null] = owner ? await store.ofUsers([owner.id]) : [];
    const facts = { contactPhone, ownerCount: owners.length, verifiedPhone: verified?.phone ?? null };
    return { contactPhone, standing: judgeVouch(facts), owner, verified };
  };

  return {
    /** How the log-in phone of a customer's owner stands, and whether there is something to vouch for. @throws partners.unknown */
    ownerPhone: (caller: Caller, partyId: string): Promise<OwnerPhone> =>
      desk.database.read(async (tx) => {
        const [found] = await partnerStore(tx).parties([partyId]);
        return lookAt(tx, await assertSupplied(tx, caller, found));
      }),

    /**
     * Vouches that the contact phone of a party the caller supplies is its owner's, for an owner who has proved none.
     * @throws partners.unknown, partners.phoneChanged, auth.phoneNotOwners, auth.phoneTaken
     */
    async vouchForPhone(caller: Caller, input: VouchInput): Promise<void> {
      await desk.once(caller, 'vouchForPhone', input, async (tx) => {
        const [found] = await partnerStore(tx).partiesLocked([input.partyId]);
        const party = await assertSupplied(tx, caller, found);
        // Somebody spoke to whoever answered at one number, not at the one that stands there by now.
        const isCalled = input.contactPhone === undefined || input.contactPhone === party.contactPhone;
        if (!isCalled) throw new Refused('partners.phoneChanged');
        const { standing, owner } = await lookAt(tx, party);
        if (standing === 'isIt') return {};
        if (standing !== 'mayVouch' || !owner) throw new Refused('auth.phoneNotOwners');
        const verified: VerifiedPhone = {
          phone: party.contactPhone,
          userId: owner.id,
          provedBy: 'supplier',
          verifiedAt: caller.at,
        };
        if (!(await verifiedPhoneStore(tx).put(verified))) throw new Refused('auth.phoneTaken');
        const after = { userId: owner.id, provedBy: 'supplier' };
        const sellerId = caller.partyKind === 'hq' ? null : caller.partyId;
        await desk.record(tx, caller, { partyId: party.id, sellerId, kind: 'phoneVerified', after });
        return {};
      });
    },
  };
}
