import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync, rmSync, chmodSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  findProgram,
  freePort,
  makeFolder,
  type ServerPlan,
  startServer,
  type Started,
} from './child-server';

const run = promisify(execFile);
/** Making the folder of a database takes some seconds; on a disk that is slow to write, many. */
const folderWaitMs = 90_000;

/**
 * Starts a MariaDB of our own, as careful about commits as a real one; `parameters` come last and win. Two
 * with one password can stand in for each other.
 */
export async function startMariadb(parameters: readonly string[] = [], password?: string): Promise<Started> {
  const plan = await planMariadb(parameters, password);
  return 'missing' in plan ? plan : startServer(plan);
}

/** Sets up the folder of such a MariaDB. It may be started there again after it was killed. */
export async function planMariadb(
  parameters: readonly string[] = [],
  password = randomBytes(12).toString('hex'),
): Promise<ServerPlan | { readonly missing: string }> {
  const server = findProgram('mariadbd', 'mysqld');
  const install = findProgram('mariadb-install-db', 'mysql_install_db');
  if (!server || !install) return { missing: 'MariaDB is not installed (mariadbd, mariadb-install-db)' };

  const folder = makeFolder('mariadb');
  // The server refuses to run as root, and then its folder must belong to its own user.
  const isRoot = process.getuid?.() === 0;
  const asUser = isRoot ? ['--user=mysql'] : [];
  const data = path.join(folder, 'data');
  try {
    if (isRoot) await run('chown', ['mysql', folder]);
    const parameters = [
      '--no-defaults',
      `--datadir=${data}`,
      '--skip-test-db',
      // Nobody comes by name, and a machine without a name server would wait for it.
      '--skip-name-resolve',
      '--auth-root-authentication-method=normal',
      ...asUser,
    ];
    await run(install, parameters, { timeout: folderWaitMs, killSignal: 'SIGKILL' });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { missing: `MariaDB cannot be set up: ${error instanceof Error ? error.message : String(error)}` };
  }
  const account = `'tongpan'@'127.0.0.1'`;
  const firstStatements = path.join(folder, 'first.sql');
  writeFileSync(
    firstStatements,
    [
      `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY '${password}';`,
      `GRANT ALL ON *.* TO ${account};`,
      "ALTER USER 'root'@'localhost' ACCOUNT LOCK;",
      '',
    ].join('\n'),
  );
  chmodSync(firstStatements, 0o644);

  const port = await freePort();
  return {
    program: server,
    parameters: [
      '--no-defaults',
      ...asUser,
      `--datadir=${data}`,
      // A server that starts clears what it takes for leftovers of its own; in a shared folder those are others'.
      `--tmpdir=${folder}`,
      `--socket=${path.join(folder, 'server.sock')}`,
      `--pid-file=${path.join(folder, 'server.pid')}`,
      `--log-error=${path.join(folder, 'server.log')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      `--init-file=${firstStatements}`,
      '--innodb-flush-log-at-trx-commit=1',
      '--innodb-buffer-pool-size=128M',
      '--max-connections=400',
      ...parameters,
    ],
    folder,
    port,
    url: `mysql://tongpan:${password}@127.0.0.1:${port}/`,
  };
}
