import { type Caller, type Platform, Refused, type Tx } from '../platform';
import { addressStore } from './address-store';
import { type AddressForm, addressLimit, addressRefusal, becomesDefault, nextDefault } from './check-address';
import { deskOf } from './desk-service';
import type { Address } from './model';
import { partyStore } from './party-store';
import { partnerStore } from './store';

export interface AddressCommand {
  readonly commandId: string;
  readonly addressId: string;
}

/** The desk where a party keeps its own addresses. */
export function addressDesk(platform: Platform) {
  const desk = deskOf(platform);

  /** The caller's address book; its party's row is locked, so that changes come one by one. */
  const bookOf = async (tx: Tx, caller: Caller) => {
    await partnerStore(tx).partiesLocked([caller.partyId]);
    return addressStore(tx).addressesOf(caller.partyId);
  };

  /** @throws partners.addressUnknown */
  const pick = (book: readonly Address[], addressId: string): Address => {
    const found = book.find(({ id }) => id === addressId);
    if (!found) throw new Refused('partners.addressUnknown');
    return found;
  };

  const check = (form: AddressForm, caller: Caller) => {
    const refusal = addressRefusal(form, caller.partyKind);
    if (refusal !== null) throw new Refused(refusal);
  };

  const ownAddress = async (caller: Caller, addressId: string) =>
    pick(await desk.database.read((tx) => addressStore(tx).addressesOf(caller.partyId)), addressId);

  return {
    /** @throws partners.tooManyAddresses, partners.phoneMalformed, partners.townElsewhere, partners.pointUnfit, partners.centreOfNoChain */
    async addAddress(caller: Caller, input: AddressForm & { readonly commandId: string }): Promise<Address> {
      const { commandId: _, ...form } = input;
      check(form, caller);
      const { id } = await desk.once(caller, 'addAddress', input, async (tx) => {
        const book = await bookOf(tx, caller);
        if (book.length >= addressLimit) throw new Refused('partners.tooManyAddresses');
        const address: Address = { ...form, id: desk.newId(), partyId: caller.partyId, isDefault: false };
        await addressStore(tx).add(address);
        if (becomesDefault(book, address)) await addressStore(tx).setDefault(caller.partyId, address.id);
        await desk.record(tx, caller, { partyId: caller.partyId, kind: 'addressAdded', after: address });
        return { id: address.id };
      });
      return ownAddress(caller, id);
    },

    /** @throws partners.addressUnknown, partners.centreInUse, and as `addAddress` */
    async changeAddress(caller: Caller, input: AddressForm & AddressCommand): Promise<Address> {
      const { commandId: _, addressId, ...form } = input;
      check(form, caller);
      await desk.once(caller, 'changeAddress', input, async (tx) => {
        const before = pick(await bookOf(tx, caller), addressId);
        if (before.isDeliveryCentre && !form.isDeliveryCentre) await assertServesNobody(tx, addressId);
        const after = { ...before, ...form };
        await addressStore(tx).remove(caller.partyId, addressId);
        await addressStore(tx).add(after);
        await desk.record(tx, caller, { partyId: caller.partyId, kind: 'addressChanged', before, after });
        return {};
      });
      return ownAddress(caller, addressId);
    },

    /** @throws partners.addressUnknown, partners.defaultNoCentre */
    async setDefaultAddress(caller: Caller, input: AddressCommand): Promise<void> {
      await desk.once(caller, 'setDefaultAddress', input, async (tx) => {
        const book = await bookOf(tx, caller);
        const chosen = pick(book, input.addressId);
        // What a chain orders goes to a centre, so its usual address is one as soon as it has one.
        if (!chosen.isDeliveryCentre && book.some(({ isDeliveryCentre }) => isDeliveryCentre)) {
          throw new Refused('partners.defaultNoCentre');
        }
        await addressStore(tx).setDefault(caller.partyId, chosen.id);
        return {};
      });
    },

    /** Orders keep their own copy of where they go. @throws partners.addressUnknown, partners.centreInUse */
    async removeAddress(caller: Caller, input: AddressCommand): Promise<void> {
      await desk.once(caller, 'removeAddress', input, async (tx) => {
        const book = await bookOf(tx, caller);
        const removed = pick(book, input.addressId);
        await assertServesNobody(tx, removed.id);
        await addressStore(tx).remove(caller.partyId, removed.id);
        const next = nextDefault(book, removed);
        if (next) await addressStore(tx).setDefault(caller.partyId, next.id);
        await desk.record(tx, caller, { partyId: caller.partyId, kind: 'addressRemoved', before: removed });
        return {};
      });
    },
  };
}

/** @throws partners.centreInUse */
async function assertServesNobody(tx: Tx, addressId: string) {
  if ((await partyStore(tx).membersServedBy(addressId)) > 0) throw new Refused('partners.centreInUse');
}
