import { checkBooks, type Core, dayOf, openCore, silentLog } from '@tongpan/core';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';

forEachEngine('the demo company', (engine) => {
  let core: Core;
  const rows = <Row>(query: string) => core.database.read((tx) => sqlOf(tx).rows<Row>(query));

  beforeAll(async () => {
    core = await openCore({ ...(await engine.makeMigratedPlace()), sessionDays: 30 }, { log: silentLog });
    await core.loadDemoIfEmpty({ scale: 0.1 });
  }, 180_000);
  afterAll(async () => {
    await core.close();
    await removePlaces();
  });

  it('has books that balance, each over rows that are there', async () => {
    const results = await checkBooks(core.database);

    expect(results.filter(({ mismatches }) => mismatches.length > 0)).toEqual([]);
    const counted = new Map(results.map(({ name, counted: count }) => [name, count]));
    expect(counted.get('what was shipped left the lots it names')).toBeGreaterThan(300);
    expect(counted.get('a bill is paid what receipts gave it, and settled when that is all')).toBeGreaterThan(
      300,
    );
    expect(counted.get('a lot has on hand what its movements sum to')).toBeGreaterThan(3_000);
  });

  it('has orders on every day of three months up to today, and nothing later than now', async () => {
    const [span] = await rows<{ first: number; last: number; days: number }>(
      `SELECT MIN(placedAt) AS first, MAX(placedAt) AS last, COUNT(DISTINCT day) AS days
       FROM salesOrder JOIN orderCount ON orderCount.sellerId = salesOrder.sellerId`,
    );
    const now = core.clock.now();

    expect(span?.days).toBeGreaterThan(85);
    expect(span?.last).toBeLessThanOrEqual(now);
    expect(dayOf(span?.last ?? 0)).toBe(dayOf(now));
    const [moved] = await rows<{ last: number }>('SELECT MAX(at) AS last FROM movement');
    expect(moved?.last).toBeLessThanOrEqual(now);
  });

  it('leaves every desk something to do today', async () => {
    const states = await rows<{ state: string }>('SELECT DISTINCT state FROM salesOrder');
    const steps = await rows<{ ladderStep: string }>('SELECT DISTINCT ladderStep FROM creditAccount');
    const levels = await rows<{ level: string }>('SELECT DISTINCT level FROM expiryAlert');

    expect(states.map(({ state }) => state)).toEqual(
      expect.arrayContaining(['approved', 'completed', 'held', 'rejected', 'shipped']),
    );
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(levels.map(({ level }) => level).sort()).toEqual(['blue', 'expired', 'red', 'stopSale', 'yellow']);
  });

  it('lets the first stores order cola from the first distributor', async () => {
    const [cola] = await rows<{ free: number }>(
      "SELECT SUM(onHand - reserved) AS free FROM lot WHERE ownerId = 'D01' AND skuId = 'QG1012' AND quality = 'available'",
    );

    expect(Number(cola?.free)).toBeGreaterThan(100);
  });

  it('is loaded once', async () => {
    const [before] = await rows<{ count: number }>('SELECT COUNT(*) AS count FROM salesOrder');

    expect(await core.loadDemoIfEmpty()).toBe(true);

    expect(await rows('SELECT COUNT(*) AS count FROM salesOrder')).toEqual([before]);
  });
});
