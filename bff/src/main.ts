import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Core,
  type Settings,
  SettingsInvalid,
  demoAccounts,
  demoPassword,
  openCore,
  openWechat,
  readSettings,
  readWechatConfig,
  systemClock,
} from '@tongpan/core';
import type { Logger } from 'pino';
import swaggerRoot from 'swagger-ui-dist/absolute-path.js';
import packageFile from '../package.json';
import { contract } from './contract';
import { openCourier } from './http/hook-courier';
import { errorFields } from './http/problems';
import { serverSettingsOf } from './http/settings';
import { workMetrics } from './http/work-metrics';
import { openLog } from './log';
import { recordedRoutes } from './recorded-routes';
import { handlersOf } from './routes';
import { whoCalls } from './routes/who-calls';
import { type HttpServer, createServer } from './server';

/** The same from `src/` and from the bundle in `dist/`. */
const repository = fileURLToPath(new URL('../..', import.meta.url));

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof SettingsInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Who takes money online, and the ways in besides the password; none when nothing says how. */
function wechatOrExit({ wechatConfig }: Settings, log: Logger) {
  if (wechatConfig === null) return {};
  try {
    return openWechat(readWechatConfig(wechatConfig), systemClock, log);
  } catch (error) {
    if (!(error instanceof SettingsInvalid)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function webServer(core: Core, settings: Settings, log: Logger): HttpServer {
  return createServer({
    settings: serverSettingsOf(settings, process.env),
    contract,
    handlers: handlersOf(core, { perAddress: settings.flashLimitPerAddress }, settings),
    takeNotice: core.payments.takeNotice,
    pictures: core.attachments,
    pushes: { echo: core.shipping.echoPush, take: core.shipping.takePush },
    authenticate: whoCalls(core),
    isKnownToken: core.partners.isKnownToken,
    overload: core.orders.isFull,
    trail: { routes: recordedRoutes, record: core.auditLog.record },
    limiter: core.coordination,
    clock: systemClock,
    log,
    readiness: {
      database: () => core.database.ping(),
      coordination: () => core.coordination.ping(),
    },
    sites: [
      { mount: '/admin', root: path.join(repository, 'admin/dist'), title: '管理后台' },
      { mount: '', root: path.join(repository, 'miniapp/dist/h5'), title: '订货端' },
    ],
    swaggerRoot: swaggerRoot(),
    version: packageFile.version,
    registry: workMetrics(core),
  });
}

function sayReady({ host, port }: { host: string; port: number }, isDemo: boolean): void {
  const shownHost =
    host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const base = `http://${shownHost}:${port}`;
  process.stdout.write(
    [
      '通盘已就绪 Tongpan is ready',
      `  订货端 H5       ${base}/`,
      `  管理后台 Admin  ${base}/admin/`,
      `  接口文档 API    ${base}/api/docs/`,
      ...(isDemo ? demoLines() : []),
      '',
    ].join('\n'),
  );
}

const demoLines = () => [
  `演示账号 Demo accounts (password ${demoPassword})`,
  ...demoAccounts.map(({ loginName, who }) => `  ${loginName.padEnd(15)} ${who}`),
];

/** Stops in the order of the way in: requests first, then the work behind them. A second signal does not wait. */
function stopOnSignal(parts: { core: Core; server: HttpServer | undefined; log: Logger }): void {
  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    parts.log.info({ signal }, 'stopping');
    await parts.server?.close();
    await parts.core.close();
    parts.log.info({}, 'stopped');
    process.exit(0);
  };
  const stopOrDie = (signal: string) =>
    void stop(signal).catch((error: unknown) => {
      parts.log.error({ error: errorFields(error) }, 'could not stop cleanly');
      process.exit(1);
    });
  process.on('SIGTERM', stopOrDie);
  process.on('SIGINT', stopOrDie);
}

async function main(): Promise<void> {
  const settings = settingsOrExit();
  const log = openLog({ level: settings.logLevel, together: process.env.NODE_ENV === 'production' });
  const courier = openCourier({ allowsLoopback: process.env.NODE_ENV !== 'production' });
  const core = await openCore(settings, { log, courier, ...wechatOrExit(settings, log) });
  const server = settings.roles.includes('web') ? webServer(core, settings, log) : undefined;
  stopOnSignal({ core, server, log });
  const isDemo = settings.demo && (await core.loadDemoIfEmpty());
  if (settings.roles.includes('worker')) await core.startWork();
  if (server) sayReady(await server.listen(), isDemo);
}

/** What went wrong and because of what: a person is reading this at a start that failed. */
function chainOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\n  because of ${chainOf(error.cause)}`;
  return `${error.name === 'Unavailable' ? error.message : (error.stack ?? error.message)}${cause}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${chainOf(error)}\n`);
  process.exit(1);
});
