import type { Caller } from '../platform/caller';
import { aSku, aUnit } from '../catalog/testing';
import { aLot } from '../stock/testing';
import { balancesOf } from './balances';
import { composeOrder } from './compose-order';
import { decideOrder } from './decide-order';
import { anOrderRequest, factsOf, noon } from './testing';

const caller: Caller = {
  userId: 'user',
  userName: '王老板',
  partyId: 'buyer',
  partyKind: 'store',
  roles: ['owner'],
  sessionId: 'session',
  channel: 'weapp',
  deviceId: 'phone',
  ip: '127.0.0.1',
  at: noon,
};
const compose = (facts = factsOf(), request = anOrderRequest()) =>
  composeOrder(decideOrder(facts, balancesOf(facts), request), {
    caller,
    number: 'D01-260101-0001',
    note: '门口卸货',
    requestHash: 'hash',
  });

describe('the rows of a decided order', () => {
  it('keep who ordered, from where, where to and what for', () => {
    expect(compose().order).toEqual({
      id: 'order',
      number: 'D01-260101-0001',
      sellerId: 'seller',
      buyerId: 'buyer',
      userId: 'user',
      state: 'approved',
      verdict: 'approved',
      findings: [],
      channel: 'weapp',
      deviceId: 'phone',
      ip: '127.0.0.1',
      payerId: 'buyer',
      addressId: 'address',
      receiver: '王老板',
      phone: '13900001000',
      regionCode: '330106',
      addressDetail: '文三路 478 号',
      goodsFen: 3_000,
      freightFen: 0,
      freightDueFen: 0,
      freight: null,
      steps: null,
      stepDueAt: null,
      forfeitedFen: 0,
      payableFen: 3_000,
      heldFen: 3_000,
      note: '门口卸货',
      placedAt: noon,
      reservedUntil: null,
      requestHash: 'hash',
      policyVersion: 0,
      revision: 1,
      priority: 0,
      deliverOn: null,
      waitsForFull: false,
      backOrderedAt: null,
    });
  });

  it('keep each line as it was sold that day', () => {
    const facts = factsOf({ skus: [aSku({ units: [aUnit({ unit: '提', factor: 6 })] })] });

    expect(compose(facts).lines).toMatchObject([
      {
        orderId: 'order',
        lineNo: 1,
        skuName: '清谷乌龙茶',
        caseUnit: '提',
        caseFactor: 6,
        unitPriceE4: 30_000,
        reserved: 10,
      },
    ]);
  });

  it('say of a held order why it waits, and until when it keeps its goods', () => {
    const { order, holds, event } = compose(factsOf({ lots: [aLot({ onHand: 4 })] }));

    expect(order).toMatchObject({ state: 'held', verdict: 'held', reservedUntil: noon + 86_400_000 });
    expect(holds).toMatchObject([
      { orderId: 'order', kind: 'review', status: 'open', clearedBy: null, clearedAt: null },
    ]);
    expect(event).toMatchObject({
      kind: 'placed',
      eventNo: 1,
      detail: { verdict: 'held', rules: ['stock.short'] },
    });
  });

  it('name a rule once in the trail, however many lines it speaks of', () => {
    const skus = [aSku({ minimumQuantity: 99 }), aSku({ id: 'other', minimumQuantity: 99 })];
    const base = anOrderRequest();
    const lines = [...base.lines, { lineNo: 2, skuId: 'other', quantity: 1, agreed: null }];

    expect(compose(factsOf({ skus }), { ...base, lines }).event.detail).toEqual({
      verdict: 'rejected',
      rules: ['quantity.minimum'],
    });
  });

  it('price nothing that has no price', () => {
    expect(compose(factsOf({ prices: [] }))).toMatchObject({
      order: { state: 'rejected', payableFen: 0, heldFen: 0 },
      lines: [{ unitPriceE4: 0, priceListId: '', reserved: 0 }],
    });
  });
});
