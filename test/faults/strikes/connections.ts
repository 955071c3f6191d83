import { setTimeout as wait } from 'node:timers/promises';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { onServers, type Strike } from './strike';

/** Cuts random connections of the database for a while, whatever they are in the middle of. */
const cut: Strike = {
  name: 'cut connections',
  on: onServers,
  strike: ({ house, luck, count }) =>
    house.observe(async (database) => {
      const until = performance.now() + luck.between(1_000, 2_000);
      while (performance.now() < until) {
        await database.read(async (tx) => {
          const sql = sqlOf(tx);
          const open = await sql.rows<{ id: number; busy: number }>(
            `SELECT ID AS id, COMMAND = 'Query' AS busy FROM information_schema.PROCESSLIST
             WHERE ID <> CONNECTION_ID() AND DB = DATABASE()`,
          );
          const busy = open.filter((connection) => connection.busy === 1);
          const victims = luck.shuffle(busy.length > 0 && luck.chance(0.7) ? busy : open).slice(0, 2);
          for (const { id } of victims) {
            const gone = await sql.run(`KILL CONNECTION ${id}`).catch(() => null);
            if (gone !== null) count('cuts');
          }
        });
        await wait(luck.between(5, 60));
      }
    }),
};

/** Somebody else locks the rows everybody wants, in other orders, and holds them for a while. */
const storm: Strike = {
  name: 'deadlock storm',
  on: onServers,
  strike: ({ house, luck, count }) =>
    house.observe(async (database) => {
      const deadlocks = () =>
        database.read(async (tx) => {
          const [row] = await sqlOf(tx).rows<{ Value: string }>("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'");
          return Number(row?.Value ?? 0);
        });
      const ids = (table: string, of: string) =>
        database.read((tx) => sqlOf(tx).rows<{ id: string }>(`SELECT id FROM \`${table}\` WHERE ${of}`));
      const lots = await ids('lot', "skuId LIKE 'F-%' AND ownerId = 'D1'");
      const accounts = await ids('creditAccount', "buyerId LIKE 'F%'");
      const before = await deadlocks();
      const until = performance.now() + luck.between(1_500, 2_500);
      const lock = async () => {
        while (performance.now() < until) {
          const wanted = luck.shuffle([
            ...luck
              .shuffle(lots)
              .slice(0, 4)
              .map(({ id }) => ({ table: 'lot', id })),
            ...luck
              .shuffle(accounts)
              .slice(0, 3)
              .map(({ id }) => ({ table: 'creditAccount', id })),
          ]);
          await database
            .transaction(async (tx) => {
              for (const { table, id } of wanted) {
                await sqlOf(tx).rows(`SELECT id FROM \`${table}\` WHERE id = ? FOR UPDATE`, [id]);
                if (table === 'lot')
                  await sqlOf(tx).run('UPDATE lot SET receivedAt = receivedAt + 1 WHERE id = ?', [id]);
                await wait(luck.between(0, 15));
              }
            })
            // It may lose every time; it is there to be in the way.
            .catch(() => count('storms lost'));
        }
      };
      await Promise.all([lock(), lock()]);
      count('deadlocks', (await deadlocks()) - before);
    }),
};

/** Another process keeps the file to itself, for longer than anybody waits for it. */
const busyFile: Strike = {
  name: 'file locked by another process',
  on: ['embedded'],
  strike: ({ house, luck, count }) =>
    house.observe((database) =>
      database.transaction(async () => {
        count('lockedMs', 1_000);
        await wait(luck.between(1_000, 6_500));
      }),
    ),
};

export const connectionStrikes: readonly Strike[] = [cut, storm, busyFile];
