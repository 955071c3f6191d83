import { anOrderLine, aShipmentLine, noon } from '../testing';
import { payableNowFen, type Standing, surplusFen, unbilledFen } from './what-is-owed';

const aStanding = (state: Standing['order']['state'], given: Partial<Standing> = {}): Standing => ({
  order: { state, payableFen: 3_800, freightDueFen: 800, steps: null },
  lines: [anOrderLine()],
  shipmentLines: [],
  ...given,
});

describe('what an order still stands for', () => {
  it.each<[string, Standing, number]>([
    ['a held one: all of it', aStanding('held'), 3_800],
    ['an approved one: what is promised, and freight', aStanding('approved'), 3_800],
    ['what is under way, and the freight it carries', aStanding('shipped', onItsWay()), 3_800],
    ['freight that was billed is nothing more', aStanding('shipped', { ...onItsWay(), ...billed() }), 3_000],
    ['one that ended', aStanding('cancelled'), 0],
  ])('%s', (_, standing, fen) => {
    expect(unbilledFen(standing)).toBe(fen);
    expect(surplusFen(fen + 1, standing)).toBe(1);
  });

  it('asks of a pre-order what its step asks', () => {
    const steps = {
      depositFen: 500,
      depositWorthFen: 500,
      depositBy: noon + 1,
      balanceFrom: noon + 2,
      balanceUntil: noon + 3,
      isRefundable: false,
    };
    const held = aStanding('held', {
      order: { state: 'held', payableFen: 3_800, freightDueFen: 800, steps },
    });
    const asked = [0, 1, 2, 3].map((later) => payableNowFen(held, 0, later === 0 ? 0 : 500, noon + later));
    expect(asked).toEqual([500, 0, 3_300, 0]);
    expect(surplusFen(500, held)).toBe(0);
  });
});

function onItsWay(): Partial<Standing> {
  return { lines: [anOrderLine({ reserved: 0, shipped: 10 })], shipmentLines: [aShipmentLine()] };
}
function billed(): Partial<Standing> {
  return { order: { state: 'shipped', payableFen: 3_800, freightDueFen: 0, steps: null } };
}
