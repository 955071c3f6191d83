import { z } from 'zod';
import { configOf } from '../config';
import { FaultWish } from '../faults';
import type { Routes } from '../http';
import { makeMerchant } from '../keys';
import { usualPerson } from '../people';
import type { World } from '../world';
import { merchantNamed } from './merchant';
import { payAtOnce } from './pay';
import { rotate } from './rotate';
import { ControlRefused, control, readControl } from './serve';
import {
  AddMerchant,
  Balance,
  CodeWish,
  Consents,
  Mode,
  NextRefunds,
  Pay,
  PersonWish,
  Received,
  Rotate,
  SettingsPatch,
} from './shapes';

function viewPerson({ people, keys }: World, name: string) {
  const person = people.meet(name);
  return {
    ...person,
    unionid: people.unionidOf(name),
    openids: {
      miniapp: people.openidOf(name, keys.apps.miniapp.appid),
      h5: people.openidOf(name, keys.apps.h5.appid),
    },
  };
}

/** What a tester changes. */
function addChanges(router: Routes, world: World): void {
  router.post(
    '/controls/settings',
    control((ctx) => {
      Object.assign(world.settings, readControl(SettingsPatch, ctx));
      world.pump.wake();
      return world.settings;
    }),
  );
  router.post(
    '/controls/faults',
    control((ctx) => world.faults.add(readControl(FaultWish, ctx))),
  );
  router.delete(
    '/controls/faults',
    control(() => world.faults.clear()),
  );
  router.post(
    '/controls/pay',
    control((ctx) => payAtOnce(world, readControl(Pay, ctx))),
  );
  router.post(
    '/controls/refunds/next',
    control((ctx) => {
      const { outcome, times } = readControl(NextRefunds, ctx);
      for (let count = 0; count < times; count += 1) world.nextRefunds.push(outcome);
      return { next: world.nextRefunds };
    }),
  );
  router.post(
    '/controls/balance',
    control((ctx) => {
      const { mchid, availableFen } = readControl(Balance, ctx);
      const merchant = merchantNamed(world.keys, mchid);
      world.till.setBalance(merchant.mchid, availableFen, world.tradeNow());
      return { mchid: merchant.mchid, availableFen };
    }),
  );
  router.post(
    '/controls/rotate',
    control((ctx) => rotate(world.keys, readControl(Rotate, ctx), world.signingNow())),
  );
  router.post(
    '/controls/merchants',
    control(async (ctx) => {
      const wish = readControl(AddMerchant, ctx);
      const isTaken = world.keys.merchants.some(({ mchid }) => mchid === wish.mchid);
      if (isTaken) throw new ControlRefused(409, 'this mchid is taken');
      const merchant = await makeMerchant(wish, world.signingNow());
      world.keys.merchants.push(merchant);
      return { sellerId: merchant.sellerId, mchid: merchant.mchid };
    }),
  );
  router.post(
    '/controls/mode',
    control((ctx) => {
      const { mchid, mode } = readControl(Mode, ctx);
      const merchant = merchantNamed(world.keys, mchid);
      merchant.mode = mode;
      return { mchid: merchant.mchid, mode };
    }),
  );
  router.post(
    '/controls/deliver',
    control(async () => {
      await world.pump.run();
      return { waiting: world.book.waiting().length };
    }),
  );
  router.post(
    '/controls/notices/:id/resend',
    control((ctx) => {
      const notice = world.book.notice(ctx.params.id ?? '');
      if (!notice) throw new ControlRefused(404, 'no such callback');
      world.courier.resend(notice);
      world.pump.wake();
      return notice;
    }),
  );
}

/** People and what they do on their phones. */
function addPeople(router: Routes, world: World): void {
  router.post(
    '/controls/people',
    control((ctx) => {
      const { name, ...more } = readControl(PersonWish, ctx);
      Object.assign(world.people.meet(name), more);
      return viewPerson(world, name);
    }),
  );
  router.post(
    '/controls/codes',
    control((ctx) => {
      const { kind, person = usualPerson, phone = null, scope = null } = readControl(CodeWish, ctx);
      world.people.meet(person);
      const { miniapp, h5 } = world.keys.apps;
      const appid = kind === 'oauth' ? h5.appid : miniapp.appid;
      return { code: world.platform.makeCode(kind, { appid, person, phone, scope }, world.tradeNow()) };
    }),
  );
  router.post(
    '/controls/consents',
    control((ctx) => {
      const { openid, templateId, count } = readControl(Consents, ctx);
      return { consents: world.platform.addConsents(openid, templateId, count) };
    }),
  );
  router.post(
    '/controls/shipping/received',
    control((ctx) => {
      const { mchid, outTradeNo } = readControl(Received, ctx);
      const shipping = world.platform.shipping(merchantNamed(world.keys, mchid).mchid, outTradeNo);
      if (shipping.state !== 2) throw new ControlRefused(409, 'not shipped');
      shipping.state = 3;
      return shipping;
    }),
  );
}

const MerchantQuery = z.object({ mchid: z.string().optional() });
const PhoneQuery = z.object({ phone: z.string().optional() });
const CountQuery = z.object({ count: z.coerce.number().int().positive().max(4_000).default(200) });

/** What a tester looks at. */
function addViews(router: Routes, world: World): void {
  router.get(
    '/controls/config',
    control(() => configOf(world.keys, world.url(), world.settings.notifyUrl)),
  );
  router.get(
    '/controls/settings',
    control(() => world.settings),
  );
  router.get(
    '/controls/faults',
    control(() => ({ faults: world.faults.all() })),
  );
  router.get(
    '/controls/ledger',
    control((ctx) => {
      const { mchid } = readControl(MerchantQuery, ctx);
      world.till.settle(world.tradeNow());
      const isMeant = (row: { mchid: string }) => mchid === undefined || row.mchid === mchid;
      const { orders, refunds, flows, notices } = world.book.saved();
      return {
        balances: world.keys.merchants.filter(isMeant).map((merchant) => ({
          mchid: merchant.mchid,
          availableFen: world.book.balanceFen(merchant.mchid),
        })),
        orders: orders.filter(isMeant),
        refunds: refunds.filter(isMeant),
        flows: flows.filter(isMeant),
        notices: notices.filter(isMeant).map(({ body: _body, ...notice }) => notice),
      };
    }),
  );
  router.get(
    '/controls/requests',
    control((ctx) => ({ requests: world.requests.latest(readControl(CountQuery, ctx).count) })),
  );
  router.get(
    '/controls/sms',
    control((ctx) => ({ sms: world.side.sms(readControl(PhoneQuery, ctx).phone) })),
  );
  router.get(
    '/controls/erp',
    control(() => ({ webhooks: world.side.webhooks() })),
  );
  router.get(
    '/controls/messages',
    control(() => ({ messages: world.platform.messages() })),
  );
}

/** The controls: JSON, from this machine only. */
export function addControls(router: Routes, world: World): void {
  addChanges(router, world);
  addPeople(router, world);
  addViews(router, world);
}
