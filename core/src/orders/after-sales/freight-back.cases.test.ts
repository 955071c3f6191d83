import { anOrderLine, aShipmentLine } from '../testing';
import { freightBackFen, type FreightBackQuestion } from './freight-back';

/** ¥8 for bringing twelve units in two shipments of six, all of which came back because they were bad. */
const aReturn = (more: Partial<FreightBackQuestion> = {}): FreightBackQuestion => ({
  order: { freightFen: 800, freightDueFen: 0 },
  lines: [anOrderLine({ quantity: 12, shipped: 12 })],
  sent: [aShipmentLine({ quantity: 6, accepted: 6 }), aShipmentLine({ quantity: 6, accepted: 6 })],
  returned: [
    { quantity: 6, reason: 'quality' },
    { quantity: 6, reason: 'damaged' },
  ],
  earlierFen: 0,
  ...more,
});

describe('freight', () => {
  it.each<[string, Partial<FreightBackQuestion>, number]>([
    ['goes back when everything came back because of the seller', {}, 800],
    ['stays while something is kept', { returned: [{ quantity: 11, reason: 'quality' }] }, 0],
    [
      'stays when a part came back because the buyer wanted so',
      {
        returned: [
          { quantity: 6, reason: 'quality' },
          { quantity: 6, reason: 'unsold' },
        ],
      },
      0,
    ],
    [
      'stays while another shipment is under way, of which something may be kept',
      {
        sent: [aShipmentLine({ quantity: 6, accepted: 6 }), aShipmentLine({ quantity: 6, accepted: null })],
        returned: [{ quantity: 6, reason: 'quality' }],
      },
      0,
    ],
    [
      'stays while some of the order is still to be sent',
      {
        lines: [anOrderLine({ quantity: 12, shipped: 6 })],
        sent: [aShipmentLine({ quantity: 6, accepted: 6 })],
        returned: [{ quantity: 6, reason: 'quality' }],
      },
      0,
    ],
    ['stays while no bill has asked for it', { order: { freightFen: 800, freightDueFen: 800 } }, 0],
    ['goes back once, however many requests there were', { earlierFen: 800 }, 0],
    ['stays where nothing was accepted', { sent: [aShipmentLine({ accepted: 0 })], returned: [] }, 0],
  ])('%s', (_, more, fen) => {
    expect(freightBackFen(aReturn(more))).toBe(fen);
  });
});
