import {
  findProgram,
  freePort,
  makeFolder,
  type ServerPlan,
  startServer,
  type Started,
} from './child-server';

/** Every suite takes a numbered database of its own. */
export const redisDatabases = 4_096;

/** Starts a Redis of our own that writes nothing to disk, on a free port unless one is given. */
export async function startRedis(givenPort?: number): Promise<Started> {
  const plan = await planRedis(givenPort);
  return 'missing' in plan ? plan : startServer(plan);
}

/** The same before it is started. */
export async function planRedis(givenPort?: number): Promise<ServerPlan | { readonly missing: string }> {
  const program = findProgram('redis-server', 'valkey-server');
  if (!program) return { missing: 'Redis is not installed (redis-server)' };
  const port = givenPort ?? (await freePort());
  const folder = makeFolder('redis');
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'no',
    databases: String(redisDatabases),
  };
  return {
    program,
    parameters: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    folder,
    port,
    url: `redis://127.0.0.1:${port}`,
    greeting: 'PING\r\n',
  };
}
