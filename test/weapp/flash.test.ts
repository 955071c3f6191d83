import type { Answer } from '@tongpan/bff';
import type { FakeAnswers } from './fake-api';
import { closeShops, logIn, openShop } from './open-shop';
import { orderOf, quoteOf, shopAnswers } from './shop-answers';
import { at } from './shop-facts';

afterEach(closeShops);

const usual = shopAnswers();
type Offer = Answer<'flash', 'hall'>['items'][number];
type Grab = Answer<'flash', 'grab'>;

/** An instant of the server's clock. The device of this suite lives on another day. */
const after = (seconds: number) => new Date(Date.parse(at) + seconds * 1_000).toISOString();

const water: Offer = {
  activityId: 'F-WATER',
  sellerId: 'HQ',
  sellerName: '清谷饮品总部',
  title: '十点秒水',
  skuId: 'WATER',
  skuName: '清谷矿泉水',
  spec: '500ml×12',
  baseUnit: '瓶',
  unitPriceE4: 10_000,
  quota: 1_000,
  perBuyer: 24,
  startsAt: after(-60),
  endsAt: after(3_600),
  tokenSeconds: 300,
  phase: 'open',
  leftTenths: 4,
  mayComeBack: false,
};

const lost: Grab = {
  outcome: 'lost',
  serverTime: at,
  token: null,
  quantity: 0,
  endsAt: null,
  mayComeBack: true,
  challenge: null,
};
const won: Grab = { ...lost, outcome: 'token', token: 'F-WATER.secret', quantity: 1, endsAt: after(300) };

/** The hall with one activity in it. */
async function openHall(offer: Offer, flash: FakeAnswers['flash'] = {}) {
  const place: typeof usual.orders.place = (input) => orderOf(input.orderId, input.lines);
  const opened = openShop({
    answers: {
      orders: { ...usual.orders, place },
      flash: { ...usual.flash, hall: () => ({ serverTime: at, items: [offer] }), ...flash },
    },
  });
  await logIn(opened.shop);
  await opened.shop.tap('to-flash');
  await opened.shop.opens('pages/deals/flash/index');
  return opened;
}

describe('the flash hall', () => {
  it('counts down by the clock of the server, however wrong that of the device is', async () => {
    const { shop, api } = await openHall({ ...water, phase: 'warmed', startsAt: after(7_260) });

    await shop.says('还有 02:0', 'flash-F-WATER');
    await shop.says('未开始', 'grab-F-WATER');
    expect(api.calls('flash.grab')).toEqual([]);
  });

  it('tells who wins at once, and takes the order with the token while its time runs', async () => {
    const { shop, api } = await openHall(water, {
      grab: () => won,
      tokens: () => ({
        serverTime: at,
        items: [
          {
            token: 'F-WATER.secret',
            quantity: 1,
            endsAt: after(300),
            secondsLeft: 300,
            isOrdering: false,
            activity: water,
          },
        ].filter(() => api.calls('flash.grab').length > 0),
      }),
    });

    await shop.tap('grab-F-WATER');
    await shop.says('抢到 1瓶', 'won-F-WATER');
    await shop.tap('order-F-WATER');

    await shop.opens('pages/deals/flash-order/index');
    await shop.says('请在倒计时内下单', 'token-time');
    await shop.says(':', 'token-time');
    await shop.tap('flash-place-order');
    await shop.opens('pages/order/index');
    expect(api.calls('orders.place').map(({ input }) => input)).toEqual([
      expect.objectContaining({
        supplierId: 'HQ',
        lines: [{ skuId: 'WATER', quantity: 1, flashToken: 'F-WATER.secret' }],
        expectedPayableFen: quoteOf([{ skuId: 'WATER', quantity: 1 }]).payableFen,
      }),
    ]);
  });

  it('tells who loses by one answer, and a new try is a new request', async () => {
    const { shop, api } = await openHall(water, { grab: () => lost });
    const asked = () => api.calls('flash.hall').length + api.calls('flash.tokens').length;
    await shop.says('立即抢', 'grab-F-WATER');
    const before = asked();

    await shop.tap('grab-F-WATER');
    await shop.says('没抢到，有人放弃会放回，可以再试', 'lost-F-WATER');
    expect(asked()).toBe(before);
    await shop.tap('grab-F-WATER');
    await shop.waits('it was tried again', () => api.calls('flash.grab').length === 2);

    const [first, second] = api.calls('flash.grab').map(({ input }) => input.requestId);
    expect(second).not.toBe(first);
  });

  it.each([
    ['sold out', { leftTenths: 0 }, '已抢光'],
    ['over', { phase: 'closing' }, '已结束'],
  ] as const)('lets nobody grab what is %s', async (_how, told, words) => {
    const { shop } = openShop({
      answers: {
        flash: { ...usual.flash, hall: () => ({ serverTime: at, items: [{ ...water, ...told }] }) },
      },
    });
    await logIn(shop);
    shop.move('navigateTo', '/pages/deals/flash/index');

    await shop.says(words, 'grab-F-WATER');
  });
});
