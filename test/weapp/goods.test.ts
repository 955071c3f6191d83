import { closeShops, logIn, openShop } from './open-shop';

afterEach(closeShops);

describe('goods in the mini-program', () => {
  it('lead from the list to their page, where a written quantity is read and put into the cart', async () => {
    const { shop, api } = openShop();
    await logIn(shop);

    await shop.tap('goods-of-WATER');

    await shop.opens('pages/goods/index');
    await shop.says('¥24.00', 'goods-price');
    await shop.says('2027-10-01', 'freshness');
    await shop.says('满 10箱', 'price-breaks');
    await shop.fill('quantity-text', '2箱5瓶');
    await shop.says('理解为 2箱5瓶（共 29瓶）', 'quantity-understood');
    await shop.says('¥58.00', 'line-amount');
    await shop.tap('put-in-cart');
    await shop.says('购物车已有 2箱5瓶', 'in-cart');
    expect(api.calls('lists.check')[0]?.input).toMatchObject({
      supplierId: 'HQ',
      rows: [{ sku: 'WATER', quantity: '2箱5瓶' }],
    });
  });

  it('that are bought again and again go into the cart with one tap', async () => {
    const { shop } = openShop();
    await logIn(shop);
    await shop.says('清谷矿泉水', 'guide');

    await shop.tap('guide-add-WATER');

    await shop.says('¥48.00', 'cart-total');
  });
});
