import { addPriceList, addSkus, loadSkus, readPricing } from '../catalog';
import { addCreditHistory } from '../credit';
import { countHistory } from '../insight';
import { addDeliveryTerms, addOrderHistory, noPromotions } from '../orders';
import { addPartners, hashPassword } from '../partners';
import { type Platform, sum, type Tx } from '../platform';
import { addPromotions } from '../promotions';
import { addStockHistory, addWarehouses } from '../stock';
import { addGrants, loadTerritory } from '../territory';
import { type DemoCompany, demoGrants, demoPrices, foundDemo, pastDays } from './company';
import { demoDelivery } from './delivery';
import { headquarters, stores } from './partners';
import { demoPromotions } from './promotions';
import { pastIds } from './past-ids';
import { playPast, type StandingFacts } from './play-past';

export const demoPassword = 'tongpan-demo';
export const demoHeadquartersId = headquarters.code;

/** The people a newcomer can log in as. */
export const demoAccounts = [
  { loginName: 'hq', who: '总部（控制台 /admin/）' },
  { loginName: 'd01', who: '经销商 杭州汇丰食品商行' },
  { loginName: 's001', who: `门店 ${stores[0]?.name ?? ''}` },
] as const;

export interface DemoOptions {
  /** How many times the usual number of stores and orders; 1 when left out. */
  readonly scale?: number | undefined;
  /** Hears how many of how many days have been played. */
  readonly onProgress?: ((day: number, days: number) => void) | undefined;
}

/** Orders written in one transaction: so many that a statement pays, so few that none becomes a burden. */
const ordersTogether = 5_000;

/**
 * Loads the demo company into an empty database: its past is composed in memory by the real rules, dated relative to
 * now, and written in bulk. Answers how many orders that was.
 */
export async function loadDemo(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  { scale = 1, onProgress }: DemoOptions = {},
): Promise<number> {
  const now = clock.now();
  const company = foundDemo(now, scale, await hashPassword(demoPassword));
  const tell = (dayNo: number) => onProgress?.(dayNo, pastDays);
  // The company and the first of its past come together or not at all; what a replay begins anew begins here.
  const begun = await database.transaction(async (tx) => {
    await found(tx, company);
    const days = playPast(company, await standingFacts(tx, company), pastIds());
    const played = playSome(days, tell);
    await write(tx, played);
    return { days, played };
  });
  let { played } = begun;
  let orderCount = countOf(played);
  while (played.length > 0) {
    played = playSome(begun.days, tell);
    const some = played;
    await database.transaction((tx) => write(tx, some));
    orderCount += countOf(played);
  }
  return orderCount;
}

type PlayedDay = ReturnType<typeof playPast> extends Generator<infer Day> ? Day : never;

/** The next days, as many as go into one transaction; none when the past is over. */
function playSome(days: Generator<PlayedDay>, tell: (dayNo: number) => void): readonly PlayedDay[] {
  const played: PlayedDay[] = [];
  while (countOf(played) < ordersTogether) {
    const next = days.next();
    if (next.done) return played;
    played.push(next.value);
    tell(next.value.dayNo);
  }
  return played;
}

const countOf = (played: readonly PlayedDay[]) => sum(played.map(({ orders }) => orders.orders.length));

/** Writes days with one statement per table for all of them, or as few as the engine takes. */
async function write(tx: Tx, played: readonly PlayedDay[]): Promise<void> {
  const all = <Row>(rowsOf: (day: PlayedDay) => readonly Row[]) => played.flatMap((day) => [...rowsOf(day)]);
  await addStockHistory(tx, {
    lots: all(({ stock }) => stock.lots),
    movements: all(({ stock }) => stock.movements),
    reservations: all(({ stock }) => stock.reservations),
    delivered: all(({ stock }) => stock.delivered),
  });
  await addCreditHistory(tx, {
    accounts: all(({ credit }) => credit.accounts),
    entries: all(({ credit }) => credit.entries),
    bills: all(({ credit }) => credit.bills),
    receipts: all(({ credit }) => credit.receipts),
    applications: all(({ credit }) => credit.applications),
  });
  const orders = all((day) => day.orders.orders);
  await addOrderHistory(tx, {
    orders,
    lines: all(({ orders }) => orders.lines),
    holds: all(({ orders }) => orders.holds),
    parts: all(({ orders }) => orders.parts),
    partLines: all(({ orders }) => orders.partLines),
    events: all(({ orders }) => orders.events),
    shipments: all(({ orders }) => orders.shipments),
    shipmentLines: all(({ orders }) => orders.shipmentLines),
    claims: all(({ orders }) => orders.claims),
    counts: all(({ orders }) => orders.counts),
  });
  await countHistory(
    tx,
    orders.map(({ id }) => id),
  );
}

async function found(tx: Tx, company: DemoCompany): Promise<void> {
  await addPartners(tx, company);
  await addSkus(
    tx,
    company.goods.map(({ sku }) => sku),
  );
  for (const { list, lines } of demoPrices(company)) await addPriceList(tx, list, lines);
  await addGrants(tx, demoGrants(company));
  await addWarehouses(tx, company.warehouses);
  await addPromotions(tx, demoPromotions(company), '林总监');
  await addDeliveryTerms(tx, demoDelivery(company.now));
}

/** What the rules ask that no day of the past changes, read back as every order reads it. */
async function standingFacts(tx: Tx, company: DemoCompany): Promise<StandingFacts> {
  const sellerIds = [...company.carried.keys()];
  const skuIds = company.goods.map(({ sku }) => sku.id);
  // The lists of the demo are for all buyers of a seller, and it asks nothing of their orders.
  const trades = sellerIds.map((sellerId) => ({ sellerId, buyerId: '', skuIds }));
  return {
    policies: [],
    usualAddresses: [],
    skus: await loadSkus(tx, skuIds),
    pricing: await readPricing(tx, trades),
    ordering: { rules: [], lists: new Map(), groups: new Map() },
    substitutes: new Map(),
    territory: await loadTerritory(tx, sellerIds, []),
    taken: new Map(),
    promotions: noPromotions,
    // What is charged for delivery begins with the present.
    delivery: [],
    pool: {
      warehouses: [...company.warehouses].sort((one, other) => (one.id < other.id ? -1 : 1)),
      contracts: [],
      shortages: [],
      sharing: new Map(),
      lenderLots: [],
    },
  };
}
