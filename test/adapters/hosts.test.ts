import type { Database } from '@tongpan/core';
import { openMysql } from '@tongpan/core/src/platform/database/mysql';
import { sqlOf } from '@tongpan/core/src/platform/database/sql';
import { Unavailable } from '@tongpan/core/src/platform/refusals';
import { findProgram, freePort, type PrivateServer, serverStartLimitMs } from '../engines/child-server';
import { eventually } from '../engines/eventually';
import { describeUnless } from '../engines/for-each-engine';
import { startMariadb } from '../engines/mariadb';

const missing = findProgram('mariadbd', 'mysqld') ? null : 'MariaDB is not installed (mariadbd)';

const password = 'known-to-two';

describeUnless(missing, 'a database address with two hosts', () => {
  let first: PrivateServer;
  let second: PrivateServer;
  const started: PrivateServer[] = [];
  const opened: Database[] = [];

  beforeAll(async () => {
    // Two servers that know nothing of each other: what is tested is where the statements go.
    const start = async () => {
      const server = await startMariadb([], password);
      if ('missing' in server) throw new Error(server.missing);
      started.push(server);
      return server;
    };
    [first, second] = [await start(), await start()];
  }, serverStartLimitMs);
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
  });
  afterAll(() => Promise.all(started.map((server) => server.stop())));

  const openAt = async (...ports: readonly string[]) => {
    const hosts = ports.map((port) => `127.0.0.1:${port}`).join(',');
    const url = `mysql://tongpan:${password}@${hosts}/mysql`;
    const database = await openMysql({ url, poolSize: 2, tables: [], migrations: [] });
    opened.push(database);
    return database;
  };
  const portOf = ({ url }: PrivateServer) => new URL(url).port;
  const askedPort = (database: Database) =>
    database.transaction(async (tx) => {
      const [row] = await sqlOf(tx).rows<{ port: number }>('SELECT @@port AS port');
      return String(row?.port);
    });
  const goesTo = (database: Database, server: PrivateServer) =>
    eventually(`statements go to ${portOf(server)}`, () =>
      askedPort(database).then(
        (port) => port === portOf(server),
        () => false,
      ),
    );

  it('is written to at the first that answers', async () => {
    const nobody = String(await freePort());

    expect(await askedPort(await openAt(portOf(first), portOf(second)))).toBe(portOf(first));
    expect(await askedPort(await openAt(nobody, portOf(second)))).toBe(portOf(second));
  });

  it('is unavailable when neither answers', async () => {
    const [one, other] = [String(await freePort()), String(await freePort())];

    await expect(openAt(one, other)).rejects.toBeInstanceOf(Unavailable);
  });

  it('leaves a server that has become a replica, and goes back when it is none any more', async () => {
    const database = await openAt(portOf(first), portOf(second));

    await changed(first, 'SET GLOBAL read_only = ON');
    await goesTo(database, second);
    await changed(first, 'SET GLOBAL read_only = OFF');
    await goesTo(database, first);
  });

  it('cuts what was under way when the server stands still, and goes to the next', async () => {
    const database = await openAt(portOf(first), portOf(second));
    const underWay = database.transaction((tx) => sqlOf(tx).rows('SELECT SLEEP(30)'));
    const heard = expect(underWay).rejects.toBeInstanceOf(Unavailable);

    process.kill(first.pid, 'SIGSTOP');
    await goesTo(database, second);
    await heard;
    process.kill(first.pid, 'SIGCONT');
  });

  it('goes to the next when the server is gone', async () => {
    const database = await openAt(portOf(first), portOf(second));
    expect(await askedPort(database)).toBe(portOf(first));

    await first.stop();

    await goesTo(database, second);
  });
});

/** A setting of a whole server, which no transaction may change. */
async function changed(server: PrivateServer, statement: string) {
  const url = new URL('/mysql', server.url).toString();
  const database = await openMysql({ url, poolSize: 1, tables: [], migrations: [] });
  await database.read((tx) => sqlOf(tx).run(statement));
  await database.close();
}
