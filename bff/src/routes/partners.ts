import {
  type Caller,
  type Core,
  isRegionCode,
  Refused,
  rolesFor,
  type SupplyTransfer,
  transferSidesOf,
} from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import {
  viewAddress,
  viewApplication,
  viewApplicationRow,
  viewApplicationSheet,
  viewChange,
  viewLicence,
  viewLicencePhotos,
  viewOwnerPhone,
  viewParty,
  viewPartyRow,
  viewStaff,
  viewSuspension,
  viewTransfer,
} from './partner-view';

const done = { done: true } as const;

/** A centre is known by its place; whom to call there stays with its chain. */
const viewCentre = ({ addressId, receiver, regionName, detail }: ReturnType<typeof viewAddress>) => ({
  addressId,
  receiver,
  regionName,
  detail,
});

/** A district of the list: where nobody lives nothing is delivered. @throws partners.regionUnknown */
function assertRegion(regionCode: string) {
  if (!isRegionCode(regionCode)) throw new Refused('partners.regionUnknown');
}

export const partnerHandlers = ({ partners }: Core): HandlersOf<'partners'> => {
  const viewTransfers = async (transfers: readonly SupplyTransfer[], caller: Caller) => {
    const ids = transfers.flatMap(({ buyerId, fromId, toId }) => [buyerId, fromId, toId]);
    const parties = await partners.parties([...new Set(ids)]);
    const outside = await partners.transfersOutside(transfers);
    const nameOf = (id: string) => parties.get(id)?.name ?? '';
    return transfers.map((transfer) =>
      viewTransfer(transfer, nameOf, outside.has(transfer.id), transferSidesOf(transfer, caller)),
    );
  };
  const viewOne = async (transfer: SupplyTransfer, caller: Caller) => {
    const [view] = await viewTransfers([transfer], caller);
    return view as NonNullable<typeof view>;
  };

  return {
    suppliers: async (_, caller) => ({
      items: (await partners.suppliers(caller)).map(({ id, name, kind }) => ({ partyId: id, name, kind })),
    }),
    parties: async (input, caller) => {
      const { items, nextCursor } = await partners.search(caller, input);
      return { items: items.map(viewPartyRow), nextCursor };
    },
    sellerByCode: async ({ code }) => {
      const { id, name, kind } = await partners.sellerByCode(code);
      return { partyId: id, name, kind };
    },
    get: async ({ partyId }, caller) => viewParty(await partners.party(caller, partyId), caller),
    licences: async (page, caller) => {
      const { items, nextCursor } = await partners.licences(caller, page);
      return { items: items.map((party) => viewLicence(party, caller)), nextCursor };
    },
    renewLicence: async (input, caller) => viewParty(await partners.renewLicence(caller, input), caller),
    licencePhotos: async ({ partyId }, caller) =>
      viewLicencePhotos(await partners.licencePhotos(caller, partyId), caller),
    addLicencePhoto: async (input, caller) =>
      viewLicencePhotos(await partners.addLicencePhoto(caller, input), caller),
    removeLicencePhoto: async (input, caller) =>
      viewLicencePhotos(await partners.removeLicencePhoto(caller, input), caller),
    joinChain: async (input, caller) => {
      await partners.joinChain(caller, input);
      return done;
    },
    members: async (input, caller) => {
      const { items, nextCursor } = await partners.members(caller, input);
      return { items: items.map(viewPartyRow), nextCursor };
    },
    deliveryCentres: async ({ chainId }) => ({
      items: (await partners.deliveryCentres(chainId)).map(viewAddress).map(viewCentre),
    }),

    addresses: async (_, caller) => ({ items: (await partners.addresses(caller)).map(viewAddress) }),
    addAddress: async (input, caller) => {
      assertRegion(input.regionCode);
      return viewAddress(await partners.addAddress(caller, input));
    },
    changeAddress: async (input, caller) => {
      assertRegion(input.regionCode);
      return viewAddress(await partners.changeAddress(caller, input));
    },
    setDefaultAddress: async (input, caller) => {
      await partners.setDefaultAddress(caller, input);
      return done;
    },
    removeAddress: async (input, caller) => {
      await partners.removeAddress(caller, input);
      return done;
    },

    apply: async (input, { channel, deviceId, ip, at }) => {
      assertRegion(input.regionCode);
      return viewApplication(await partners.apply({ channel, deviceId, ip, at }, input));
    },
    myApplication: async ({ applicationId, secret }) =>
      viewApplication(await partners.applicationOf(applicationId, secret)),
    applications: async (input, caller) => {
      const { items, nextCursor } = await partners.applications(caller, input);
      return { items: items.map((one) => viewApplicationRow(one, caller)), nextCursor };
    },
    application: async ({ applicationId }, caller) =>
      viewApplicationSheet(await partners.application(caller, applicationId), caller),
    approveApplication: async (input, caller) => {
      const { firstUser, ...reviewed } = await partners.approveApplication(caller, input);
      return { application: viewApplicationSheet(reviewed, caller), firstUser };
    },
    ownerPhone: async ({ partyId }, caller) => viewOwnerPhone(await partners.ownerPhone(caller, partyId)),
    vouchForPhone: async (input, caller) => {
      await partners.vouchForPhone(caller, input);
      return { done: true };
    },
    rejectApplication: async (input, caller) =>
      viewApplicationSheet(await partners.rejectApplication(caller, input), caller),
    policy: async () => ({ storeReview: await partners.storeReview() }),
    setPolicy: async (input, caller) => ({ storeReview: await partners.setStoreReview(caller, input) }),

    staff: async (_, caller) => ({
      items: (await partners.staff(caller)).map(viewStaff),
      roles: [...rolesFor(caller.partyKind)],
    }),
    addStaff: async (input, caller) => {
      const { user, oneTimePassword } = await partners.addStaff(caller, input);
      return { user: viewStaff(user), oneTimePassword };
    },
    changeRoles: async (input, caller) => viewStaff(await partners.changeRoles(caller, input)),
    suspendStaff: async (input, caller) => viewStaff(await partners.suspendStaff(caller, input)),
    reactivateStaff: async (input, caller) => viewStaff(await partners.reactivateStaff(caller, input)),
    resetPassword: (input, caller) => partners.resetPassword(caller, input),

    proposeTransfer: async (input, caller) => viewOne(await partners.proposeTransfer(caller, input), caller),
    transfers: async (input, caller) => {
      const { items, nextCursor } = await partners.transfers(caller, input);
      return { items: await viewTransfers(items, caller), nextCursor };
    },
    transfer: async ({ transferId }, caller) => viewOne(await partners.transfer(caller, transferId), caller),
    consentTransfer: async (input, caller) => viewOne(await partners.consentTransfer(caller, input), caller),
    refuseTransfer: async (input, caller) => viewOne(await partners.refuseTransfer(caller, input), caller),
    withdrawTransfer: async (input, caller) =>
      viewOne(await partners.withdrawTransfer(caller, input), caller),

    suspend: async (input, caller) => viewSuspension(await partners.suspend(caller, input)),
    suspensions: async ({ partyId }, caller) => ({
      items: (await partners.suspensions(caller, partyId)).map(viewSuspension),
    }),
    reinstate: async (input, caller) => {
      await partners.reinstate(caller, input);
      return done;
    },
    changes: async (input, caller) => {
      const { items, nextCursor } = await partners.changes(caller, input);
      return { items: items.map(viewChange), nextCursor };
    },
  };
};
