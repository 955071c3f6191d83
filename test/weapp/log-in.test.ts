import { problemKindOf } from '@tongpan/bff/src/http/problem-table';
import { closeShops, logIn, openShop } from './open-shop';
import { loginName } from './shop-facts';

afterEach(closeShops);

describe('the log-in of the mini-program', () => {
  it('is where a stranger arrives', async () => {
    const { shop, api } = openShop();

    await shop.opens('pages/login/index');

    await shop.says('登录订货');
    // Nothing but how one may get in.
    expect(api.calls().filter(({ name }) => name !== 'auth.ways')).toEqual([]);
  });

  it('says in the words of the server that a password is wrong', async () => {
    const { shop } = openShop();
    await shop.opens('pages/login/index');

    await shop.fill('login-name', loginName);
    await shop.fill('login-password', 'wrong');
    await shop.tap('login-submit');

    await shop.says(problemKindOf('auth.wrong')!.title, 'problem-text');
    expect(shop.route()).toBe('pages/login/index');
  });

  it('opens the shop, and stays open after a restart', async () => {
    const storage = new Map<string, unknown>();
    const { shop } = openShop({ storage });

    await logIn(shop);
    shop.close();
    const { shop: again } = openShop({ storage });

    await again.says('清谷矿泉水', 'sku-WATER');
    expect(again.route()).toBe('pages/home/index');
  });

  it('comes back when the session has ended elsewhere', async () => {
    const storage = new Map<string, unknown>();
    const { shop } = openShop({ storage });
    await logIn(shop);
    shop.close();
    const tokenKey = [...storage.keys()].find((key) => key.includes('token'))!;
    storage.set(tokenKey, 'a token that is over');

    const { shop: again } = openShop({ storage });

    await again.opens('pages/login/index');
    expect(storage.has(tokenKey)).toBe(false);
  });
});
