import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { findProgram, freePort } from '../engines/child-server';
import { eventuallyWithin } from './eventually-within';
import { killable, type Killable } from './killable';
import { type NodeStatus, nodeStatus } from './node-store';
import { deployedSettings, settingIn } from './settings-files';

const run = promisify(execFile);

/** One database server of the cluster. */
export interface GaleraNode extends Killable {
  /** The database on this node alone. */
  readonly url: string;
  readonly host: string;
  /** Null while it does not answer. */
  status(): Promise<NodeStatus | null>;
  /** Waits until it is of the group and has all that it missed. */
  settled(): Promise<void>;
  /** Starts it again after a kill, and waits until it has settled. */
  rejoin(): Promise<void>;
}

export interface Galera {
  readonly nodes: readonly GaleraNode[];
  /** The database on the nodes in this order: who is given it writes to the first that is ready. */
  urlOver(nodes: readonly GaleraNode[]): string;
}

const databaseName = 'tongpan';
const joinWaitMs = 90_000;

/**
 * Starts three nodes with the settings of deploy/cluster on ports of this machine.
 * @throws Error when something is not installed
 */
export async function startGalera(folder: string): Promise<Galera> {
  const program = installed('mariadbd', 'mariadb-server');
  const install = installed('mariadb-install-db', 'mariadb-server');
  installed('rsync', 'rsync');
  const isRoot = process.getuid?.() === 0;
  const asUser = isRoot ? ['--user=mysql'] : [];
  const password = randomBytes(12).toString('hex');
  const settings = deployedSettings('galera.cnf');
  const places = await Promise.all(
    [1, 2, 3].map(async (number) => ({
      number,
      folder: path.join(folder, `db${number}`),
      port: await freePort(),
      groupPort: await freePort(),
      changesPort: await freePort(),
      copyPort: await freePort(),
    })),
  );
  const members = `gcomm://${places.map(({ groupPort }) => `127.0.0.1:${groupPort}`).join(',')}`;

  const nodes = places.map((place): GaleraNode => {
    const data = path.join(place.folder, 'data');
    const file = path.join(place.folder, 'node.cnf');
    mkdirSync(data, { recursive: true });
    const groupOptions = [
      settingIn(settings, 'wsrep_provider_options'),
      `gmcast.listen_addr=tcp://127.0.0.1:${place.groupPort}`,
      `ist.recv_addr=127.0.0.1:${place.changesPort}`,
    ];
    const own = [
      `datadir=${data}`,
      `tmpdir=${place.folder}`,
      `socket=${path.join(place.folder, 'server.sock')}`,
      `pid_file=${path.join(place.folder, 'server.pid')}`,
      `port=${place.port}`,
      'bind_address=127.0.0.1',
      'skip_name_resolve',
      'innodb_buffer_pool_size=256M',
      'max_connections=200',
      `wsrep_node_name=db${place.number}`,
      `wsrep_node_address=127.0.0.1:${place.groupPort}`,
      `wsrep_sst_receive_address=127.0.0.1:${place.copyPort}`,
      `wsrep_cluster_address=${members}`,
      `wsrep_provider_options="${groupOptions.join('; ')}"`,
    ];
    writeFileSync(file, `${settings}\n[mariadbd]\n${own.join('\n')}\n`);
    const host = `127.0.0.1:${place.port}`;
    const url = `mysql://tongpan:${password}@${host}/${databaseName}`;
    const server = killable({
      name: `db${place.number}`,
      program,
      parameters: [`--defaults-file=${file}`, ...asUser],
      folder: place.folder,
      logFile: path.join(place.folder, 'server.log'),
    });
    const status = () => nodeStatus(url);
    const settled = () => synced(server, status);
    return {
      ...server,
      url,
      host,
      status,
      settled,
      async rejoin() {
        server.start([`--wsrep-start-position=${await lastPosition(program, file, asUser)}`]);
        await settled();
      },
    };
  });

  const [first, ...others] = nodes as [GaleraNode, ...GaleraNode[]];
  const [firstPlace] = places as [(typeof places)[0]];
  if (isRoot) await run('chown', ['-R', 'mysql', folder]);
  await run(install, [
    '--no-defaults',
    `--datadir=${path.join(firstPlace.folder, 'data')}`,
    '--skip-test-db',
    '--auth-root-authentication-method=normal',
    ...asUser,
  ]);
  const accounts = path.join(folder, 'accounts.sql');
  writeFileSync(
    accounts,
    [
      `CREATE USER 'tongpan'@'127.0.0.1' IDENTIFIED BY '${password}';`,
      "GRANT ALL ON *.* TO 'tongpan'@'127.0.0.1';",
      `CREATE DATABASE ${databaseName} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;`,
      '',
    ].join('\n'),
  );
  chmodSync(accounts, 0o644);
  first.start(['--wsrep-new-cluster', `--init-file=${accounts}`]);
  await first.settled();
  // One after the other: a node that hands out its copy to one has no time for the next.
  for (const node of others) {
    node.start();
    await node.settled();
  }
  return {
    nodes,
    urlOver: (all) => `mysql://tongpan:${password}@${all.map(({ host }) => host).join(',')}/${databaseName}`,
  };
}

function installed(name: string, debianPackage: string): string {
  const program = findProgram(name);
  if (!program) throw new Error(`${name} is not installed (apt-get install ${debianPackage} galera-4 rsync)`);
  return program;
}

async function synced(server: Killable, status: GaleraNode['status']) {
  await eventuallyWithin(joinWaitMs, `${server.name} has joined`, async () => {
    if (!server.isRunning()) throw new Error(`${server.name} ended while it was joining`);
    return (await status())?.isReady ?? false;
  });
}

/** What a node that was killed had seen last, as `galera_recovery` finds it: others send only what came after. */
async function lastPosition(program: string, file: string, asUser: readonly string[]) {
  const { stderr, stdout } = await run(program, [
    `--defaults-file=${file}`,
    ...asUser,
    '--wsrep-recover',
    '--disable-log-error',
  ]);
  const position = /Recovered position: (\S+)/.exec(stderr + stdout)?.[1];
  if (!position) throw new Error('the node does not know its last position');
  return position;
}
