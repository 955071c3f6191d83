import { type StandInProcess, startStandIn } from '../../engines/stand-in';
import type { Engines } from '../house/engines';
import { type House, openHouse, type Topology } from '../house/house';

/** A house that takes money by a stand-in of WeChat Pay, which lives by the same time. */
export interface MoneyHouse {
  readonly house: House;
  readonly standIn: StandInProcess;
  /** Lets time go by for everybody. */
  passTime(byMs: number): Promise<void>;
  close(): Promise<void>;
}

/** Where the house says it is; what is posted there is brought to a process of it. */
const publicUrl = 'https://shop.example.com';

export async function openMoneyHouse(
  topology: Topology,
  engines: Engines | null,
  name: string,
): Promise<MoneyHouse> {
  const standIn = await startStandIn(publicUrl);
  const house = await openHouse({
    topology,
    engines,
    name,
    env: { WECHAT_CONFIG: standIn.configFile },
  }).catch(async (error: unknown) => {
    await standIn.stop();
    throw error;
  });
  const agree = async () => {
    const shiftMs = Math.round(house.now() - Date.now());
    await standIn.control('settings', { clockShiftMs: shiftMs, signingSkewMs: shiftMs });
  };
  await agree();
  await standIn.control('settings', {
    callbackOrigin: house.bases[0] ?? null,
    // A lost notice comes again within the game, and a refund takes no minute.
    timeScale: 100,
    refundMs: 500,
    refundSpacingMs: 0,
  });
  return {
    house,
    standIn,
    async passTime(byMs) {
      await house.stepClock(byMs);
      await agree();
    },
    async close() {
      await house.close();
      await standIn.stop();
    },
  };
}
