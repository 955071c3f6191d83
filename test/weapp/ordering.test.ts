import { problemKindOf } from '@tongpan/bff/src/http/problem-table';
import { FakeRefusal, Unreachable, type FakeAnswers } from './fake-api';
import { closeShops, logIn, openShop } from './open-shop';
import { orderOf, quoteOf, shopAnswers } from './shop-answers';

afterEach(closeShops);

const usual = shopAnswers().orders;

/** Puts one case of water into the cart and goes there. */
async function withACase(settings: Parameters<typeof openShop>[0] = {}) {
  const opened = openShop(settings);
  await logIn(opened.shop);
  await opened.shop.tap('sku-add-WATER');
  await opened.shop.tap('go-cart');
  await opened.shop.opens('pages/cart/index');
  return opened;
}

/** A server whose `place` fails in the given ways, one try after the other, and then takes orders. */
function failingFirst(...failures: readonly Error[]): { orders: FakeAnswers['orders']; sent: string[] } {
  const left = [...failures];
  const sent: string[] = [];
  const place: typeof usual.place = (input) => {
    sent.push(input.orderId);
    const failure = left.shift();
    if (failure) throw failure;
    return orderOf(input.orderId, input.lines);
  };
  return { orders: { ...usual, place }, sent };
}

describe('ordering in the mini-program', () => {
  it('lists the goods with their prices', async () => {
    const { shop, api } = openShop();

    await logIn(shop);

    await shop.says('清谷矿泉水', 'sku-WATER');
    await shop.says('¥24.00/箱', 'sku-WATER');
    await shop.says('¥2.00/瓶', 'sku-WATER');
    await shop.says('¥42.00/箱', 'sku-TEA');
    expect(api.calls('catalog.search')[0]?.input).toMatchObject({ supplierId: 'HQ' });
  });

  it('finds goods by what is typed', async () => {
    const { shop } = openShop();
    await logIn(shop);
    await shop.says('清谷矿泉水', 'sku-WATER');

    await shop.fill('search', '乌龙');

    await shop.waits('the water is gone', () => shop.wordsOf('sku-WATER') === undefined);
    await shop.says('清谷乌龙茶', 'sku-TEA');
  });

  it('prices the cart at the server, by the case', async () => {
    const { shop, api } = await withACase();

    await shop.says('¥24.00', 'payable');
    await shop.says('可直接通过', 'quote-verdict');
    await shop.tap('plus-line-WATER-0');
    await shop.says('¥48.00', 'payable');

    expect(api.calls('orders.quote').at(-1)?.input).toEqual({
      supplierId: 'HQ',
      addressId: 'A-1',
      lines: [{ skuId: 'WATER', quantity: 24 }],
    });
  });

  it('places the order and shows its verdict', async () => {
    const { shop, api } = await withACase();

    await shop.tap('place-order');

    await shop.opens('pages/order/index');
    await shop.says('下单成功，已直接通过', 'order-state');
    await shop.says('清谷矿泉水');
    const [placed, ...more] = api.calls('orders.place');
    expect(more).toEqual([]);
    expect(placed?.input).toMatchObject({
      lines: [{ skuId: 'WATER', quantity: 12 }],
      expectedPayableFen: 2_400,
    });
    expect(placed?.input.orderId).toMatch(/^[0-9A-Z]{26}$/);
  });

  it('sends an order once, however fast it is tapped', async () => {
    const { shop, api } = await withACase();

    await Promise.all([shop.tap('place-order'), shop.tap('place-order')]);

    await shop.opens('pages/order/index');
    expect(api.calls('orders.place')).toHaveLength(1);
  });

  it('repeats the same order id after a lost network', async () => {
    const { orders, sent } = failingFirst(new Unreachable());
    const { shop, api } = await withACase({ answers: { orders } });

    await shop.tap('place-order');
    await shop.says('网络不通，请稍后再试', 'problem-text');
    await shop.tap('place-order');

    await shop.opens('pages/order/index');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toBe(sent[0]);
    const [first, second] = api.calls('orders.place');
    expect(second).toEqual(first);
  });

  it('repeats the same order id after the program was closed in between', async () => {
    const storage = new Map<string, unknown>();
    const { orders, sent } = failingFirst(new Unreachable());
    const { shop } = await withACase({ answers: { orders }, storage });
    await shop.tap('place-order');
    await shop.says('网络不通，请稍后再试', 'problem-text');
    shop.close();

    const { shop: again } = openShop({ answers: { orders }, storage, address: '/pages/cart/index' });
    await again.tap('place-order');

    await again.opens('pages/order/index');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toBe(sent[0]);
  });

  it('takes a new order id for the next order', async () => {
    const { shop, api } = await withACase();
    await shop.tap('place-order');
    await shop.opens('pages/order/index');

    shop.move('switchTab', '/pages/home/index');
    await shop.tap('sku-add-WATER');
    await shop.tap('go-cart');
    await shop.tap('place-order');
    await shop.opens('pages/order/index');

    const [first, second] = api.calls('orders.place').map(({ input }) => input.orderId);
    expect(second).not.toBe(first);
  });

  it.each([
    ['orders.priceChanged', '价格刚刚有变动'],
    ['command.idReused', problemKindOf('command.idReused')!.title],
  ])('takes a new order id after the refusal %s', async (code, words) => {
    const { orders, sent } = failingFirst(new FakeRefusal(code));
    const { shop } = await withACase({ answers: { orders } });

    await shop.tap('place-order');
    await shop.says(words);
    await shop.tap('place-order');

    await shop.opens('pages/order/index');
    expect(sent).toHaveLength(2);
    expect(sent[1]).not.toBe(sent[0]);
  });

  it('says what stands in the way of an order, and does not send it', async () => {
    const rule = {
      rule: 'region.blocked',
      severity: 'block' as const,
      lineNo: null,
      skuId: null,
      message: '收货地址不在授权区域内',
      remedy: '请换一个收货地址',
      numbers: {},
    };
    const quote: typeof usual.quote = ({ lines }) => ({
      ...quoteOf(lines),
      verdict: 'rejected',
      findings: [rule],
    });

    const { shop, api } = await withACase({ answers: { orders: { ...usual, quote } } });

    await shop.says('无法下单', 'quote-verdict');
    await shop.says('请换一个收货地址');
    await shop.says('暂不能提交', 'place-order');
    expect(api.calls('orders.place')).toEqual([]);
  });
});
