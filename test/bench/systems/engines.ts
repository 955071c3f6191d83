import type { PrivateServer, Started } from '../../engines/child-server';
import { startMariadb } from '../../engines/mariadb';
import { startRedis } from '../../engines/redis';

export interface Engines {
  readonly database: PrivateServer;
  readonly redis: PrivateServer;
  stop(): Promise<void>;
}

/** Memory and log of a server that takes a promotion day; each commit is still on the disk before it is answered. */
const mariadbParameters = [
  '--innodb-buffer-pool-size=3G',
  '--innodb-log-file-size=1G',
  '--innodb-log-buffer-size=64M',
  '--max-allowed-packet=64M',
];

/** MariaDB and Redis of our own. @throws Error when one is not installed */
export async function startEngines(): Promise<Engines> {
  const [database, redis] = await Promise.all([startMariadb(mariadbParameters), startRedis()]);
  const there = (server: Started) => {
    if ('missing' in server) throw new Error(server.missing);
    return server;
  };
  const engines = { database: there(database), redis: there(redis) };
  return {
    ...engines,
    async stop() {
      await Promise.all([engines.database.stop(), engines.redis.stop()]);
    },
  };
}
