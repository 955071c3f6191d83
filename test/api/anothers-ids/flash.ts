import { type AnothersRowsOf, asks, goods, own, taken } from './row';

const activityId = asks('flashActivity', 'flash.unknown');

export const flashAnothers: AnothersRowsOf<'flash'> = {
  hall: own,
  grab: {
    activityId: 'a gate tells everybody alike whether it is open; who may not take part gets no token',
    requestId: 'it counts together with the caller’s party',
  },
  tokens: own,
  activities: { sellerId: asks('seller', 'ok') },
  activity: { activityId },
  create: { activityId: taken('flashActivity', 'flash.idTaken', { skuId: 'WATER' }), skuId: goods },
  edit: { activityId, skuId: goods },
  publish: { activityId },
  stop: { activityId },
  settle: { activityId },
};
