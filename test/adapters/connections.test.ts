import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { openMysql } from '@tongpan/core/src/platform/database/mysql';
import { Unavailable } from '@tongpan/core/src/platform/refusals';
import { freePort } from '../engines/child-server';
import { onServers, removePlaces } from '../engines/for-each-engine';

const poolSize = 6;

onServers('database connections', (engine) => {
  afterAll(removePlaces);

  it('all read what is committed and hold no gaps', async () => {
    const { databaseUrl } = await engine.makePlace();
    const database = await openMysql({ url: databaseUrl ?? '', poolSize, tables: [], migrations: [] });
    let release: () => void = () => undefined;
    let waiting = 0;
    const all = new Promise<void>((resolve) => (release = resolve));
    const isolationOfOne = () =>
      database.transaction(async (tx) => {
        waiting += 1;
        if (waiting === poolSize) release();
        await all;
        const [isolation] = await sqlOf(tx).rows<{ Value: string }>(
          "SHOW SESSION VARIABLES WHERE Variable_name IN ('tx_isolation', 'transaction_isolation')",
        );
        const [connection] = await sqlOf(tx).rows<{ id: number }>('SELECT CONNECTION_ID() AS id');
        return { isolation: isolation?.Value, connection: connection?.id };
      });

    const found = await Promise.all(Array.from({ length: poolSize }, isolationOfOne));
    await database.close();

    expect(new Set(found.map((row) => row.connection)).size).toBe(poolSize);
    expect(found.map((row) => row.isolation)).toEqual(Array(poolSize).fill('READ-COMMITTED'));
  });

  it('are replaced when they are lost, and what was under way is told so', async () => {
    const { databaseUrl } = await engine.makePlace();
    const database = await openMysql({ url: databaseUrl ?? '', poolSize: 2, tables: [], migrations: [] });
    let tries = 0;
    const cutOff = database.transaction(async (tx) => {
      tries += 1;
      const [connection] = await sqlOf(tx).rows<{ id: number }>('SELECT CONNECTION_ID() AS id');
      await database.transaction((other) => sqlOf(other).run(`KILL ${connection?.id}`));
      await sqlOf(tx).rows('SELECT 1');
    });

    await expect(cutOff).rejects.toBeInstanceOf(Unavailable);

    // Whether a commit took effect is unknown then, so nothing is replayed.
    expect(tries).toBe(1);
    for (let call = 0; call < 5; call += 1) await expect(database.ping()).resolves.toBeUndefined();
    await database.close();
  });

  it('are refused with a reason when nobody answers', async () => {
    const url = `mysql://nobody@127.0.0.1:${await freePort()}/nothing`;

    await expect(openMysql({ url, poolSize: 2, tables: [], migrations: [] })).rejects.toBeInstanceOf(
      Unavailable,
    );
  });
});
