import { openWechat, type Postman } from '@tongpan/core';
import { wechatConfigSchema } from '@tongpan/core/src/platform/wechat/config';
import type { Client } from '@tongpan/bff';
import { makeKeys, type Keys, type StandIn, startStandIn } from '@tongpan/mock';
import type { EnginePair } from '../engines/for-each-engine';
import { openShop, type Shop } from './open-shop';

/** Made once: keys are what takes long. */
let keys: Promise<Keys> | undefined;

export interface PayingShop extends Shop {
  readonly standIn: StandIn;
  /** A store of a test's own that pays with its orders, and its owner's client. */
  openCashStore(id: string): Promise<Client>;
  /** Changes the stand-in, or looks at it. */
  control<Answer = unknown>(path: string, body?: object): Promise<Answer>;
  /** Brings what waits on both sides to its end: events, jobs, and the stand-in's notices. */
  settleAll(): Promise<void>;
  /** Lets time go by, here and at the stand-in. */
  passTime(ms: number): void;
}

/** A shop that takes money by a stand-in of WeChat Pay, with which it shares its clock; `postman` puts one in between. */
export async function openPayingShop(
  engine: EnginePair,
  { postman = (known) => known }: { readonly postman?: (known: Postman) => Postman } = {},
): Promise<PayingShop> {
  let standIn: StandIn | undefined;
  const shop = await openShop(engine, {
    wechatAt: async (clock, log) => {
      keys ??= makeKeys(clock.now());
      standIn = await startStandIn({
        port: 0,
        host: '127.0.0.1',
        now: clock.now,
        keys: await keys,
        notifyUrl: 'https://shop.example.com',
      });
      const wechat = openWechat(wechatConfigSchema.parse(standIn.config), clock, log);
      return { ...wechat, postman: postman(wechat.postman) };
    },
  });
  if (!standIn) throw new Error('the stand-in did not start');
  const { url, stop } = standIn;
  const control = async <Answer>(path: string, body?: object) => {
    const answer = await fetch(`${url}/controls/${path}`, {
      method: body ? 'POST' : 'GET',
      ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  await control('settings', { callbackOrigin: shop.base, refundMs: 0, refundSpacingMs: 0 });
  return {
    ...shop,
    standIn,
    async openCashStore(id) {
      const store = await shop.openStore({ id, limitFen: 0 });
      const terms = { commandId: shop.newId(), buyerId: id, kind: 'cash', reason: '现款现货' } as const;
      await (await shop.as('d1')).credit.setTerms(terms);
      return store;
    },
    control,
    passTime: (ms) => shop.passTime(ms),
    async settleAll() {
      for (let round = 0; round < 12; round += 1) {
        await shop.core.outbox.drain();
        await shop.core.jobs.runDue();
        await control('deliver', {});
        if (round < 3) continue;
        const waiting = await shop.rows<{ id: string }>(
          `SELECT id FROM paymentRefund WHERE state IN ('asked', 'processing')`,
        );
        if (waiting.length === 0) return;
        // A refund whose notice has not come is asked after in a minute.
        shop.passTime(61_000);
      }
    },
    async close() {
      await shop.close();
      await stop();
    },
  };
}
