import { addDays, type Day } from '../platform';
import type { Warehouse } from '../stock';
import { caseOf } from './baskets';
import { type DemoCompany, hourOf, pastDays } from './company';
import type { DemoGood } from './goods';
import { headquarters } from './partners';
import type { StockBook } from './stock-book';

/** Goods that keep for less are a line HQ took up only lately. */
const shortLifeDays = 61;
const shortLineDays = 21;

const isShortLived = ({ sku }: DemoGood) => sku.shelfLifeDays < shortLifeDays;

/** What a lot is called and when it ends, by the day it was made. */
const datesOf = (good: DemoGood, producedOn: Day) => ({
  lotNo: `${producedOn.replaceAll('-', '').slice(2)}A`,
  producedOn,
  expiresOn: addDays(producedOn, good.sku.shelfLifeDays),
});

const keeps = ({ temperatureZones }: Warehouse, { sku }: DemoGood) =>
  temperatureZones.includes(sku.temperatureZone ?? 'ambient');

/** What everybody had when the past began: a lot or two of each good, of any age. */
export function receiveOpening(company: DemoCompany, stock: StockBook, on: Day, random: () => number): void {
  const much = Math.max(1, company.scale);
  for (const warehouse of company.warehouses) {
    const { ownerId, id: warehouseId } = warehouse;
    const isHeadquarters = ownerId === headquarters.code;
    const cases = isHeadquarters ? (warehouseId === 'W-HQ' ? 130 : 40) : 8;
    for (const good of company.carried.get(ownerId) ?? []) {
      if (isShortLived(good) || !keeps(warehouse, good)) continue;
      // A few things are out of stock, and some of what is there is old already.
      if (!isHeadquarters && random() < 0.05) continue;
      const ages = [0.02 + random() * 0.12, ...(random() < 0.55 ? [0.3 + random() * 0.3] : [])];
      for (const age of ages) {
        const madeOn = addDays(on, -Math.ceil(age * good.sku.shelfLifeDays));
        const share = age > 0.3 ? 0.15 + random() * 0.3 : 0.6 + random() * 0.8;
        stock.receive(
          {
            ownerId,
            warehouseId,
            skuId: good.sku.id,
            ...datesOf(good, madeOn),
            quality: 'available',
            quantity: Math.max(1, Math.round(cases * share * much)) * caseOf(good),
          },
          {
            kind: 'receive',
            documentKind: 'receipt',
            documentId: 'demo-opening',
            actorId: 'system',
            at: hourOf(on, 6),
          },
        );
      }
    }
  }
}

/** What the factories send HQ on a day: each good every quarter of its life, at most once in three days. */
export function receiveFromFactories(
  company: DemoCompany,
  stock: StockBook,
  on: Day,
  dayNo: number,
  random: () => number,
): void {
  const much = Math.max(1, company.scale);
  for (const [place, warehouse] of company.warehouses.entries()) {
    const { ownerId, id: warehouseId } = warehouse;
    if (ownerId !== headquarters.code) continue;
    for (const [at, good] of company.goods.entries()) {
      const every = Math.min(45, Math.max(3, Math.floor(good.sku.shelfLifeDays / 4)));
      const isTime = (dayNo + at + place * 5) % every === 0;
      if (!isTime || !keeps(warehouse, good)) continue;
      if (isShortLived(good) && dayNo < pastDays - shortLineDays) continue;
      const cases =
        (warehouseId === 'W-HQ' ? 220 : isShortLived(good) ? 25 : 30) * (0.6 + random() * 0.8) * much;
      stock.receive(
        {
          ownerId,
          warehouseId,
          skuId: good.sku.id,
          ...datesOf(good, addDays(on, isShortLived(good) ? 0 : -1 - Math.floor(random() * 4))),
          quality: 'available',
          quantity: Math.round(cases) * caseOf(good),
        },
        {
          kind: 'receive',
          documentKind: 'receipt',
          documentId: `demo-${on}-${warehouseId}`,
          actorId: 'system',
          at: hourOf(on, 7),
        },
      );
    }
  }
}
