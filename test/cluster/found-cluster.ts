import { type Core, openCore } from '@tongpan/core';
import { foundCompany } from '../api/found-company';

export interface Person {
  readonly partyId: string;
  readonly token: string;
}

export interface ClusterCompany {
  readonly stores: readonly Person[];
  readonly skuIds: readonly string[];
}

const plenty = 50_000_000;
const skuCount = 200;

/** Puts two distributors with goods and `storeCount` stores in, and gives every store a session. */
export async function foundCluster(
  engines: { readonly databaseUrl: string; readonly redisUrl: string; readonly dataDir: string },
  storeCount: number,
): Promise<ClusterCompany> {
  const core = await openCore({ ...engines, databasePool: 4, sessionDays: 30 });
  try {
    return await found(core, storeCount);
  } finally {
    await core.close();
  }
}

async function found(core: Core, storeCount: number): Promise<ClusterCompany> {
  const company = await foundCompany(core);
  const skuIds = Array.from({ length: skuCount }, (_, at) => `G${String(at + 1).padStart(3, '0')}`);
  for (const id of skuIds) {
    await company.addGoods({
      id,
      pricesE4: { D1: 200_000, D2: 200_000 },
      lots: ['D1', 'D2'].map((ownerId) => ({
        lotNo: `L-${id}-${ownerId}`,
        ageDays: 3,
        quantity: plenty,
        ownerId,
      })),
    });
  }
  const storeIds = Array.from({ length: storeCount }, (_, at) => `C${at + 1}`);
  for (const [at, id] of storeIds.entries()) {
    const supplierId = at % 2 === 0 ? 'D1' : 'D2';
    const regionCode = supplierId === 'D1' ? '330106' : '330203';
    await company.addStore({ id, supplierId, regionCode, limitFen: 1_000_000_000_000 });
  }
  const tokens = await core.partners.mintSessions(
    storeIds.map((id) => `U-${id.toLowerCase()}`),
    core.clock.now(),
  );
  return { skuIds, stores: storeIds.map((partyId, at) => ({ partyId, token: tokens[at] as string })) };
}
