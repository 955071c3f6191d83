import { type Clock, openCore } from '@tongpan/core';
import { foundCompany } from '../../api/found-company';
import type { EngineSettings } from '../../engines/for-each-engine';

/** Stores supplied by D1; the last but one has little credit, the last is stopped and let go again. */
export const stores = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8'] as const;
export const stoppedStore = 'F8';
const poorStore = 'F7';

/** Plenty of these, sold by HQ and by D1. */
export const plentiful = ['F-RICE', 'F-SALT', 'F-SOAP', 'F-TEAS'] as const;
/** D1's clerk changes what these cost; the others stay at their price. */
export const repriced = ['F-RICE', 'F-SALT'] as const;
/** Too few for everybody. */
export const rare = 'F-RARE';
export const firstPriceE4 = 200_000;

const plenty = 5_000_000;
const few = 400;

/** Puts the company of the API tests in, and what the game plays with. */
export async function found(place: EngineSettings, clock: Clock): Promise<void> {
  const core = await openCore({ ...place, sessionDays: 1 }, { clock });
  try {
    const company = await foundCompany(core);
    for (const id of stores) {
      await company.addStore({ id, limitFen: id === poorStore ? 60_000 : 100_000_000_000 });
    }
    for (const id of plentiful) {
      await company.addGoods({
        id,
        shelfLifeDays: 3_650,
        pricesE4: { HQ: 150_000, D1: firstPriceE4 },
        lots: [
          { lotNo: `${id}-1`, ageDays: 30, quantity: 300 },
          { lotNo: `${id}-2`, ageDays: 3, quantity: plenty },
          { lotNo: `${id}-H`, ageDays: 3, quantity: plenty, ownerId: 'HQ' },
        ],
      });
    }
    await company.addGoods({ id: rare, shelfLifeDays: 3_650, onHand: few, pricesE4: { D1: firstPriceE4 } });
  } finally {
    await core.close();
  }
}
