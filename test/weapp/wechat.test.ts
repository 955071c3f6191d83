import { type FakeAnswers, FakeRefusal } from './fake-api';
import { closeShops, logIn, openShop } from './open-shop';
import { shopAnswers } from './shop-answers';
import { at, me, token } from './shop-facts';

afterEach(closeShops);

const ticket = 'T'.repeat(43);
const loggedIn = { outcome: 'loggedIn', token, expiresAt: '2026-12-22T02:00:00Z', me } as const;
const notBound = { outcome: 'notBound', ticket, ticketExpiresAt: '2026-11-22T02:10:00Z' } as const;
const logInPage = 'pages/login/index';
const home = 'pages/home/index';

/** The usual answers of a server that speaks with WeChat, but for what `auth` says instead. */
const withWechat = (auth: FakeAnswers['auth']) => ({
  answers: {
    auth: {
      ...shopAnswers().auth,
      ways: () => ({
        wechat: { miniappAppid: 'wx1', h5Appid: 'wx2', authorizeUrl: 'https://wechat.example/authorize' },
        code: true,
      }),
      ...auth,
    },
  },
});

describe('WeChat in the mini-program', () => {
  it('lets in whoever its code stands for', async () => {
    const { shop, api } = openShop(withWechat({ wechatLogIn: () => loggedIn }));
    await shop.opens(logInPage);

    await shop.tap('login-wechat');

    await shop.opens(home);
    expect(shop.calls.filter(({ name }) => name === 'login')).toHaveLength(1);
    expect(api.calls('auth.wechatLogIn')).toMatchObject([{ input: { app: 'miniapp', code: 'CODE-1' } }]);
  });

  it('binds by the number behind the phone button, whose code is another than the log-in’s', async () => {
    const { shop, api } = openShop(withWechat({ wechatLogIn: () => notBound, bindByPhone: () => loggedIn }));
    await shop.opens(logInPage);
    await shop.tap('login-wechat');
    await shop.says('尚未绑定账号');

    await shop.answers('bind-phone', 'getphonenumber', { code: 'PHONE-CODE' });

    await shop.opens(home);
    expect(api.calls('auth.bindByPhone')).toMatchObject([{ input: { ticket, phoneCode: 'PHONE-CODE' } }]);
  });

  it('tells what to do when the number is nobody’s proved phone, and binds by the password then', async () => {
    const { shop } = openShop(
      withWechat({
        wechatLogIn: () => notBound,
        bindByPhone: () => {
          throw new FakeRefusal('auth.phoneUnknown');
        },
        bindByPassword: () => loggedIn,
      }),
    );
    await shop.opens(logInPage);
    await shop.tap('login-wechat');
    await shop.answers('bind-phone', 'getphonenumber', { code: 'PHONE-CODE' });
    await shop.says('请用登录名和密码绑定，或请供货商核实手机号', 'problem-text');

    await shop.fill('bind-name', 'd1');
    await shop.fill('bind-password', 'right-and-long-2026');
    await shop.tap('bind-submit');

    await shop.opens(home);
  });

  it('stays where it is when the number is not given', async () => {
    const { shop, api } = openShop(withWechat({ wechatLogIn: () => notBound }));
    await shop.opens(logInPage);
    await shop.tap('login-wechat');

    await shop.answers('bind-phone', 'getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' });

    await shop.waits('it says so', () =>
      shop.calls.some(
        ({ name, options }) => name === 'showToast' && /没有取得手机号/.test(String(options.title)),
      ),
    );
    expect(api.calls('auth.bindByPhone')).toEqual([]);
    expect(shop.route()).toBe(logInPage);
  });

  it('says that another WeChat waits for a yes', async () => {
    const { shop } = openShop(
      withWechat({ wechatLogIn: () => notBound, bindByPassword: () => ({ outcome: 'waiting' }) }),
    );
    await shop.opens(logInPage);
    await shop.tap('login-wechat');
    await shop.fill('bind-name', 'd1');
    await shop.fill('bind-password', 'right-and-long-2026');
    await shop.tap('bind-submit');

    await shop.says('换绑申请已提交');
  });

  it('is bound by who is logged in already, without a state', async () => {
    let isBound = false;
    const { shop, api } = openShop(
      withWechat({
        wechatBindings: () => ({ items: isBound ? [{ app: 'miniapp', boundAt: at }] : [], asked: null }),
        bindOwnWechat: () => {
          isBound = true;
          return { outcome: 'bound' };
        },
      }),
    );
    await logIn(shop);
    shop.move('reLaunch', '/pages/account/wechat/index');
    await shop.opens('pages/account/wechat/index');

    await shop.tap('bind-own-wechat');

    await shop.says('微信小程序');
    await shop.says('换成当前微信（需审批）', 'bind-own-wechat');
    const [call] = api.calls('auth.bindOwnWechat');
    expect(call?.input).toMatchObject({ app: 'miniapp', code: 'CODE-1' });
    expect(call?.input).not.toHaveProperty('state');
    expect(api.calls('auth.wechatState')).toEqual([]);
  });
});
