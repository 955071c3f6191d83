import { openBrowser, seat } from './browser';
import { consoleOf } from './console';
import { officeOf } from './office';
import { startTongpan } from './server-process';
import { shopOf } from './shop';

export type Cast = Awaited<ReturnType<typeof openCast>>;

/** The people of the play before their screens, the server between them, and what each can look up beside. */
export async function openCast(place: Parameters<typeof startTongpan>[0], album: string) {
  const [server, browser] = await Promise.all([startTongpan(place), openBrowser()]);
  const { base } = server;
  const offices = {
    store: await officeOf(server, 's001'),
    distributor: await officeOf(server, 'd01'),
    hq: await officeOf(server, 'hq'),
  };
  const store = shopOf(await seat(browser, { base, screen: 'phone', album }));
  const distributor = shopOf(await seat(browser, { base, screen: 'phone', album }));
  const hq = consoleOf(await seat(browser, { base, screen: 'desk', album }));
  return {
    server,
    offices,
    store,
    distributor,
    hq,
    /** Keeps a picture of every screen where the story broke off. */
    async shotOfAll() {
      await Promise.all([
        store.shot('broken-store'),
        distributor.shot('broken-distributor'),
        hq.shot('broken-hq'),
      ]);
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
