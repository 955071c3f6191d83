import { sum } from '../platform/money';
import type { Lot, Release } from '../stock';
import { worthFen } from './line-worth';
import type { OrderLine, ShipmentLine } from './model';

/** The lines of a shipment: each lot that leaves, with what its units of the order line are worth. */
export function composeShipmentLines(
  shipmentId: string,
  lines: readonly OrderLine[],
  releases: readonly Release[],
  lots: ReadonlyMap<string, Lot>,
): readonly ShipmentLine[] {
  const gone = new Map(lines.map(({ lineNo, shipped }) => [lineNo, shipped]));
  return releases.map((release, at): ShipmentLine => {
    const lot = lots.get(release.lotId);
    const line = lines.find(({ lineNo }) => lineNo === release.lineNo);
    const before = gone.get(release.lineNo);
    if (!lot || !line || before === undefined) throw new Error('a release of something nobody promised');
    gone.set(release.lineNo, before + release.quantity);
    return {
      shipmentId,
      shipmentLineNo: at + 1,
      orderId: line.orderId,
      lineNo: line.lineNo,
      skuId: line.skuId,
      lotId: lot.id,
      lotNo: lot.lotNo,
      producedOn: lot.producedOn,
      expiresOn: lot.expiresOn,
      quantity: release.quantity,
      amountFen: worthFen(line, before, before + release.quantity),
      accepted: null,
      acceptedFen: 0,
      short: 0,
      damaged: 0,
      refused: 0,
    };
  });
}

/** The lines of an order after these promises have left. */
export function shipLines(lines: readonly OrderLine[], releases: readonly Release[]): readonly OrderLine[] {
  return lines.map((line) => {
    const quantity = sum(
      releases.flatMap((release) => (release.lineNo === line.lineNo ? [release.quantity] : [])),
    );
    return { ...line, shipped: line.shipped + quantity, reserved: line.reserved - quantity };
  });
}
