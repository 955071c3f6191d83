import type { Caller, Core, DraftInput, FlashSeen, Grabbed } from '@tongpan/core';
import type { Contract, ParsedOf } from '../contract';
import type { HandlersOf } from '../http/handlers';
import { limited } from '../http/rate-limits';
import { talliedLimit } from '../http/tallied-limit';
import { windowLimit } from '../http/window-limit';
import { at } from './wire';

/** How often is grabbed in a minute; 0 means no limit. An account's own pace the gate keeps. */
export interface FlashRates {
  /** Counted in each process by itself. */
  readonly perDevice: number;
  /** Shops behind one router share it, so it is wide. Counted over all processes. */
  readonly perAddress: number;
}

export const usualFlashRates: FlashRates = { perDevice: 240, perAddress: 6_000 };
const windowMs = 60_000;

export const flashHandlers = (
  { flash, coordination }: Core,
  rates: Partial<FlashRates> = {},
): HandlersOf<'flash'> => {
  const { perDevice, perAddress } = { ...usualFlashRates, ...rates };
  const devices = windowLimit({ points: perDevice, windowMs });
  const addressRule = { points: perAddress, windowMs };
  const addresses = talliedLimit(addressRule, (ip, cost) =>
    // A limiter that does not answer lets in: a guard must not close the shop.
    coordination.take(`rate:flash:${ip}`, { ...addressRule, cost }).catch(() => null),
  );
  const admit = async ({ deviceId, ip }: Caller) => {
    const waitMs = deviceId === '' ? 0 : devices.take(deviceId);
    if (waitMs > 0) throw limited(waitMs);
    if (perAddress === 0) return;
    const taken = addresses.take(ip);
    const addressWaitMs = typeof taken === 'number' ? taken : await taken;
    if (addressWaitMs > 0) throw limited(addressWaitMs);
  };
  const viewNow = async (caller: Caller, activityId: string) => {
    const found = await flash.get(caller, activityId);
    return { serverTime: at(found.at), activity: viewActivity(found.seen) };
  };

  return {
    hall: async (_input, caller) => {
      const hall = await flash.hall(caller);
      return { serverTime: at(hall.at), items: hall.items.map(viewOffer) };
    },
    grab: async (input, caller) => {
      await admit(caller);
      return viewGrab(await flash.grab(caller, input));
    },
    tokens: async (_input, caller) => {
      const { at: now, items } = await flash.mine(caller);
      return {
        serverTime: at(now),
        items: items.map(({ token, quantity, endsAt, isOrdering, seen }) => ({
          token,
          quantity,
          endsAt: at(endsAt),
          secondsLeft: Math.max(0, Math.floor((endsAt - now) / 1_000)),
          isOrdering,
          activity: viewOffer(seen),
        })),
      };
    },
    activities: async (input, caller) => {
      const { items, nextCursor } = await flash.own(caller, input);
      return { items: items.map(viewActivity), nextCursor };
    },
    activity: ({ activityId }, caller) => viewNow(caller, activityId),
    create: async (input, caller) => {
      await flash.create(caller, { commandId: input.commandId, ...termsOf(input) });
      return viewNow(caller, input.activityId);
    },
    edit: async (input, caller) => {
      const { commandId, expectedVersion } = input;
      await flash.edit(caller, { commandId, expectedVersion, ...termsOf(input) });
      return viewNow(caller, input.activityId);
    },
    publish: async (input, caller) => {
      await flash.publish(caller, input);
      return viewNow(caller, input.activityId);
    },
    stop: async (input, caller) => {
      await flash.stop(caller, input);
      return viewNow(caller, input.activityId);
    },
    settle: async (input, caller) => {
      await flash.settle(caller, input);
      return viewNow(caller, input.activityId);
    },
  };
};

const termsOf = (input: ParsedOf<Contract['flash']['create']>): Omit<DraftInput, 'commandId'> => {
  const { activityId, skuId, title, unitPriceE4, quota, perBuyer, audience } = input;
  const { buyers, ...others } = audience;
  return {
    activityId,
    skuId,
    title,
    unitPriceE4,
    quota,
    perBuyer,
    startsAt: Date.parse(input.startsAt),
    endsAt: Date.parse(input.endsAt),
    tokenMs: input.tokenSeconds * 1_000,
    audience: buyers ? { ...others, buyerIds: buyers } : others,
  };
};

const viewOffer = ({ activity, phase, sku, sellerName, gate }: FlashSeen) => ({
  activityId: activity.id,
  sellerId: activity.sellerId,
  sellerName,
  title: activity.title,
  skuId: activity.skuId,
  skuName: sku?.name ?? '',
  spec: sku?.spec ?? '',
  baseUnit: sku?.baseUnit ?? '',
  unitPriceE4: activity.unitPriceE4,
  quota: activity.quota,
  perBuyer: activity.perBuyer,
  startsAt: at(activity.startsAt),
  endsAt: at(activity.endsAt),
  tokenSeconds: activity.tokenMs / 1_000,
  phase,
  leftTenths: gate && Math.min(10, Math.max(0, Math.ceil((10 * gate.free) / gate.quota))),
  mayComeBack: gate !== null && gate.free <= 0 && gate.held > 0,
});

const viewActivity = (seen: FlashSeen) => {
  const { activity, gate } = seen;
  const { levels, regions, channels, buyerIds } = activity.audience;
  return {
    ...viewOffer(seen),
    version: activity.version,
    audience: {
      ...(levels ? { levels: [...levels] } : {}),
      ...(regions ? { regions: [...regions] } : {}),
      ...(channels ? { channels: [...channels] } : {}),
      ...(buyerIds ? { buyers: [...buyerIds] } : {}),
    },
    sold: activity.sold,
    held: gate && Math.max(0, gate.held),
    free: gate && Math.max(0, gate.free),
    released: activity.released,
    attempts: gate?.attempts ?? activity.attempts,
    madeBy: activity.madeBy,
    madeAt: at(activity.madeAt),
  };
};

const viewGrab = (grabbed: Grabbed) => ({
  outcome: grabbed.outcome,
  serverTime: at(grabbed.at),
  token: grabbed.outcome === 'token' ? grabbed.token : null,
  quantity: grabbed.outcome === 'token' ? grabbed.quantity : 0,
  endsAt: grabbed.outcome === 'token' ? at(grabbed.endsAt) : null,
  mayComeBack: grabbed.outcome === 'lost' && grabbed.held > 0,
  challenge: grabbed.outcome === 'challenge' ? grabbed.challenge : null,
});
