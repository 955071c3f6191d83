import { Agent, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Router from '@koa/router';
import Koa from 'koa';
import { addCashierRoutes } from './cashier/routes';
import { type Config, configOf } from './config';
import { addControls } from './controls/routes';
import { type KeyPair, makeKeyPair } from './crypto/rsa';
import { addErpRoutes } from './erp/routes';
import { openFaults } from './faults';
import { type State, readRawBody } from './http';
import { type Keys, KeysShape, type MerchantWish, makeKeys } from './keys';
import { logRequests } from './log-requests';
import { openPeople } from './people';
import { openRequestLog } from './request-log';
import { usualSettings } from './settings';
import { openSideBook } from './side-book';
import { addSmsRoutes } from './sms/routes';
import { templates } from './templates';
import { readJson, writeJson } from './state/files';
import { openKeeper } from './state/keeper';
import { type SavedState, readState } from './state/saved-state';
import { openBook } from './wechat-pay/book';
import { openCourier } from './wechat-pay/courier';
import { openPump } from './wechat-pay/pump';
import { addPayRoutes } from './wechat-pay/routes';
import { type RefundOutcome, openTill } from './wechat-pay/till';
import { openPlatformBook } from './wechat-platform/platform-book';
import { addPlatformRoutes } from './wechat-platform/routes';
import type { World } from './world';

export interface StandInOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Where keys and state are kept; in memory only when left out. */
  readonly folder?: string;
  readonly now?: () => number;
  /** The product's public origin. */
  readonly notifyUrl?: string;
  /** Merchants of a first start: one for every seller unless said. */
  readonly merchants?: readonly MerchantWish[];
  /** Keys made before, which spares making them at every start of a test. */
  readonly keys?: Keys;
}

export interface StandIn {
  readonly url: string;
  /** The settings file of the product, as it would be at this moment. */
  readonly config: Config;
  /** Lets go of the port, drops what is under way and saves; nothing keeps the process alive afterwards. */
  stop(): Promise<void>;
}

const usualNotifyUrl = 'http://127.0.0.1:3000';
const backlog = 1_024;

let stranger: Promise<KeyPair> | undefined;
/** One stranger is enough for all stand-ins of a process: nobody knows the key. */
const strangersKey = () => (stranger ??= makeKeyPair());

async function keysOf({ folder, keys, merchants }: StandInOptions, at: number): Promise<Keys> {
  if (keys) return structuredClone(keys);
  const found = folder === undefined ? undefined : readJson(folder, 'keys.json');
  return found === undefined ? makeKeys(at, merchants) : KeysShape.parse(found);
}

/** Puts the rooms together; `url` is asked for when it is known. */
function furnish(
  keys: Keys,
  saved: SavedState | undefined,
  strangerPem: string,
  agent: Agent,
  options: StandInOptions,
) {
  const settings = usualSettings(options.notifyUrl ?? usualNotifyUrl);
  Object.assign(settings, saved?.settings, options.notifyUrl && { notifyUrl: options.notifyUrl });
  const now = options.now ?? Date.now;
  const tradeNow = () => now() + settings.clockShiftMs;
  const signingNow = () => now() + settings.signingSkewMs;
  const faults = openFaults();
  const book = openBook(saved?.book);
  const nextRefunds: RefundOutcome[] = [];
  const till = openTill({ book, keys, settings, nextRefunds, onWaiting: () => pump.wake() });
  const courier = openCourier({ book, keys, settings, faults, agent, strangerPem, tradeNow, signingNow });
  const refundDueAt = () => {
    const dueAts = book.settling().flatMap(({ pending }) => (pending ? [pending.dueAt] : []));
    return dueAts.length === 0 ? null : dueAts.reduce((one, other) => Math.min(one, other));
  };
  const pump = openPump({ till, courier, refundDueAt, now: tradeNow });
  const platform = openPlatformBook(saved?.platform);
  for (const { templateId } of Object.values(templates)) platform.addTemplate(templateId);
  return {
    keys,
    settings,
    faults,
    book,
    till,
    courier,
    pump,
    nextRefunds,
    strangerPem,
    tradeNow,
    signingNow,
    people: openPeople(keys, saved?.people),
    platform,
    side: openSideBook(saved?.side),
    requests: openRequestLog(saved?.requests),
  };
}

function application(world: World): Koa<State> {
  const router = new Router<State>();
  addPayRoutes(router, world);
  addPlatformRoutes(router, world);
  addCashierRoutes(router, world);
  addSmsRoutes(router, world);
  addErpRoutes(router, world);
  addControls(router, world);
  const app = new Koa<State>();
  app.use(readRawBody);
  app.use(logRequests(world));
  app.use(router.routes());
  return app;
}

function listen(server: Server, { host, port }: StandInOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/**
 * Starts the stand-in for WeChat, a text-message service and a chain's ERP on one port. What is in `folder` is taken
 * up again.
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { folder, host } = options;
  const at = (options.now ?? Date.now)();
  const [keys, { privateKeyPem: strangerPem }] = await Promise.all([keysOf(options, at), strangersKey()]);
  const saved = folder === undefined ? undefined : readState(readJson(folder, 'state.json'));
  const agent = new Agent({ keepAlive: true });
  let url = '';
  const rooms = furnish(keys, saved, strangerPem, agent, options);
  const config = () => configOf(keys, url, rooms.settings.notifyUrl);
  const keeper = openKeeper(() => {
    if (folder === undefined) return;
    writeJson(folder, 'keys.json', keys);
    writeJson(folder, 'wechat.json', config(), 2);
    const { settings, book, platform, side, people, requests } = rooms;
    const state: SavedState = {
      settings,
      book: book.saved(),
      platform: platform.saved(),
      side: side.saved(),
      people: people.saved(),
      requests: requests.latest(),
    };
    writeJson(folder, 'state.json', state);
  });
  const changed = folder === undefined ? () => {} : keeper.changed;
  const world: World = { ...rooms, url: () => url, changed };
  const app = application(world);
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  const port = await listen(server, options);
  url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  keeper.close();
  rooms.pump.wake();
  let stopping: Promise<void> | undefined;
  async function stop(): Promise<void> {
    const stopped = rooms.pump.stop();
    agent.destroy();
    await closed(server);
    await stopped;
    keeper.close();
  }
  return {
    url,
    get config() {
      return config();
    },
    stop: () => (stopping ??= stop()),
  };
}
