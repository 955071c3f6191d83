import { type Core, type DeliveryTerms, regionName, sayDelivery, sayFreeFrom } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { at } from './wire';

export const deliveryHandlers = ({ delivery }: Core): HandlersOf<'delivery'> => ({
  terms: async (_input, caller) => {
    const versions = await delivery.versions(caller);
    const terms = await delivery.terms(caller.partyId, caller.at);
    return {
      terms: terms && viewTerms(terms),
      newestVersion: versions[0]?.version ?? 0,
      versions: versions.map(viewTerms),
    };
  },
  put: async ({ startsAt, ...input }, caller) =>
    viewTerms(
      await delivery.put(caller, {
        ...input,
        startsAt: startsAt === undefined ? undefined : Date.parse(startsAt),
      }),
    ),
  preview: async ({ buyerId, addressId, lines, isPickup, rules, allowsPickup }, caller) => {
    const basket = { addressId, lines, isPickup };
    const found = await delivery.preview(caller, { buyerId, basket, rules, allowsPickup });
    const { goodsFen, weightGrams, cases, regionCode } = found.delivery;
    const { chargeFen, reason, missingFen } = found.charge;
    return {
      goodsFen,
      weightGrams,
      cases,
      regionName: regionName(regionCode),
      chargeFen,
      words: sayDelivery(reason, 0),
      nextStep: sayFreeFrom(missingFen),
    };
  },
});

const viewTerms = (terms: DeliveryTerms) => ({
  version: terms.version,
  startsAt: at(terms.startsAt),
  rules: terms.rules.map(({ buyerId, regionCode, channel, charge, freeFromFen }) => ({
    buyerId,
    regionCode,
    channel,
    charge: charge.kind === 'amount' ? { kind: charge.kind, steps: [...charge.steps] } : charge,
    freeFromFen,
  })),
  allowsPickup: terms.allowsPickup,
  note: terms.note,
  changedBy: terms.changedBy,
  changedAt: at(terms.changedAt),
});
