import fc from 'fast-check';
import { plainTerms } from '../credit';
import { anAccount } from '../credit/testing';
import type { FlashActivity } from '../promotions';
import { aFlashActivity, aFlashClaim } from '../promotions/testing';
import { sum } from '../platform/money';
import type { SetAside } from '../stock';
import { aLot } from '../stock/testing';
import { balancesOf } from './balances';
import { decideOrder } from './decide-order';
import {
  flashBalances,
  type FlashLine,
  flashPayMs,
  flashRequest,
  lessTaken,
  refuseFlashOrder,
  untilPaid,
} from './flash-line';
import { anOrderRequest, aRequestLine, factsOf } from './testing';

const setAside = (given: Parameters<typeof aLot>[0], open: number): SetAside => ({
  lot: aLot({ reserved: open, ...given }),
  open,
});

/** One flash line of an order, decided with what is set aside. */
function decide(
  quantity: number,
  goods: readonly SetAside[],
  {
    activity = {},
    facts = {},
  }: {
    readonly activity?: Partial<FlashActivity>;
    readonly facts?: Parameters<typeof factsOf>[0];
  } = {},
) {
  const all = factsOf({ lots: goods.map(({ lot }) => lot), ...facts });
  const own = balancesOf(all);
  const line: FlashLine = {
    lineNo: 1,
    claim: aFlashClaim({ quantity }),
    activity: aFlashActivity(activity),
    goods,
  };
  const request = flashRequest(anOrderRequest({ lines: [aRequestLine({ quantity })] }), [line]);
  const flash = flashBalances(own, request.seller.id, [line]);
  const decision = decideOrder(all, flash, request);
  return { own, flash, request, decision, refusal: refuseFlashOrder(decision, [line]) };
}

const agreed = {
  kind: 'cash' as const,
  version: 1,
  startsOn: '2025-01-01',
  reason: '',
  actorId: '',
  at: 0,
};

describe('a flash line', () => {
  it('costs what the activity says, below its floor and its minimum, and takes what is set aside', () => {
    const { decision, refusal } = decide(1, [setAside({ id: 'aside', onHand: 5 }, 5)], {
      activity: { unitPriceE4: 12_345 },
      facts: { lots: [aLot({ id: 'aside', onHand: 5, reserved: 5 })] },
    });

    expect(refusal).toBeNull();
    expect(decision).toMatchObject({
      verdict: 'approved',
      payableFen: 123,
      reservations: [{ lineNo: 1, lotId: 'aside', open: 1 }],
    });
  });

  it('takes the set-aside lot that expires first, and leaves the others', () => {
    const goods = [
      setAside({ id: 'late', expiresOn: '2026-12-01', onHand: 9 }, 3),
      setAside({ id: 'soon', expiresOn: '2026-11-01', onHand: 2 }, 2),
    ];

    const { decision } = decide(3, goods);

    expect(decision.reservations).toMatchObject([
      { lotId: 'soon', open: 2 },
      { lotId: 'late', open: 1 },
    ]);
    expect(lessTaken(goods, decision, 1).map(({ lot, open }) => [lot.id, open])).toEqual([
      ['late', 2],
      ['soon', 0],
    ]);
  });

  it('takes nothing of free stock, however much there is', () => {
    const { refusal, decision } = decide(2, [setAside({ id: 'aside', onHand: 100 }, 1)]);

    expect(decision.verdict).not.toBe('approved');
    expect(refusal).toMatchObject({ code: 'flash.notApproved', detail: expect.stringContaining('stock') });
  });

  it('counts its lots against nobody else in the batch, for they were reserved before', () => {
    const free = aLot({ id: 'aside', onHand: 10, reserved: 4 });
    const { own, flash, decision, request } = decide(2, [{ lot: free, open: 4 }]);

    flash.take(decision);

    expect(own.lotsOf(request.seller.id, 'sku')).toMatchObject([{ onHand: 10, reserved: 4 }]);
  });

  it('is refused to a buyer outside the audience', () => {
    const { refusal } = decide(1, [setAside({ onHand: 5 }, 5)], {
      activity: { audience: { channels: ['modern'] } },
    });

    expect(refusal).toEqual({ code: 'flash.notForYou', detail: '' });
  });

  it('is refused, not held, when there is no credit for it', () => {
    const { refusal } = decide(1, [setAside({ onHand: 5 }, 5)], {
      facts: { lots: [aLot({ onHand: 5, reserved: 5 })], accounts: [anAccount({ limitFen: 0 })] },
    });

    expect(refusal).toMatchObject({ code: 'flash.notApproved', detail: expect.stringContaining('credit') });
  });

  it('waits for a payment that comes with the order, and for no longer than its time', () => {
    const broke = anAccount({ limitFen: 0 });
    const terms = new Map([[broke.id, [{ ...plainTerms(0), ...agreed, accountId: broke.id }]]]);
    const { decision, refusal } = decide(1, [setAside({ onHand: 5 }, 5)], {
      facts: { lots: [aLot({ onHand: 5, reserved: 5 })], accounts: [broke], credit: { terms } },
    });

    expect(refusal).toBeNull();
    expect(decision).toMatchObject({ verdict: 'held', reservations: [{ lineNo: 1, open: 1 }] });
    const { at } = decision.request;
    expect(untilPaid(decision).holds).toMatchObject([{ kind: 'payment', dueAt: at + flashPayMs }]);
  });

  it('never takes more of a lot than is set aside of it, whatever else lies there', () => {
    const anyGoods = fc.array(
      fc.record({ onHand: fc.nat(50), open: fc.nat(50), days: fc.integer({ min: 10, max: 28 }) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(anyGoods, fc.integer({ min: 1, max: 60 }), (given, quantity) => {
        const goods = given.map(({ onHand, open, days }, at) =>
          setAside({ id: `lot-${at}`, onHand: onHand + open, expiresOn: `2026-11-${days}` }, open),
        );
        const { decision, refusal } = decide(quantity, goods);
        const left = lessTaken(goods, decision, 1);

        expect(left.every(({ open }) => open >= 0)).toBe(true);
        const before = sum(goods.map(({ open }) => open));
        const after = sum(left.map(({ open }) => open));
        if (refusal === null) expect(before - after).toBe(quantity);
        else expect(before).toBeLessThan(quantity);
      }),
    );
  });
});
