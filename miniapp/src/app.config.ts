const isMiniProgram = process.env.TARO_ENV === 'weapp';

/** WeChat looks a name up in theme.json, by day and by night; a browser takes what the stylesheet has. */
const inTheme = (name: string, inBrowser: string) => (isMiniProgram ? `@${name}` : inBrowser);

const iconsOf = (tab: string) => ({
  iconPath: inTheme(tab, `assets/tabbar/${tab}.png`),
  selectedIconPath: inTheme(`${tab}On`, `assets/tabbar/${tab}-on.png`),
});

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/cart/index',
    'pages/orders/index',
    'pages/mine/index',
    'pages/login/index',
    'pages/order/index',
  ],
  subPackages: [
    { root: 'pages/goods', name: 'goods', pages: ['index', 'guide/index'] },
    {
      root: 'pages/desk',
      name: 'desk',
      pages: [
        'quick-order/index',
        'customer-orders/index',
        'pick-list/index',
        'delivery-note/index',
        'customers/index',
        'reports/index',
      ],
    },
    {
      root: 'pages/stockroom',
      name: 'stockroom',
      pages: [
        'stock/index',
        'receiving/index',
        'counts/index',
        'count/index',
        'transfers/index',
        'transfer/index',
        'dispatch/index',
      ],
    },
    { root: 'pages/lists', name: 'lists', pages: ['index', 'one/index', 'recurring/index'] },
    {
      root: 'pages/deals',
      name: 'deals',
      pages: ['offers/index', 'offer/index', 'coupons/index', 'flash/index', 'flash-order/index'],
    },
    {
      root: 'pages/account',
      name: 'account',
      pages: [
        'bills/index',
        'rebates/index',
        'rebate/index',
        'sessions/index',
        'password/index',
        'wechat/index',
        'phone/index',
        'messages/index',
        'announcements/index',
        'announcement/index',
      ],
    },
    {
      root: 'pages/after-sales',
      name: 'after-sales',
      pages: ['list/index', 'ask/index', 'one/index'],
    },
    {
      root: 'pages/ledger',
      name: 'ledger',
      pages: ['index', 'customer/index', 'statements/index', 'region/index'],
    },
    { root: 'pages/apply', name: 'apply', pages: ['index'] },
    { root: 'pages/pay', name: 'pay', pages: ['index', 'list/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['goods', 'deals'] },
    'pages/mine/index': { network: 'all', packages: ['desk', 'account'] },
  },
  lazyCodeLoading: 'requiredComponents',
  animation: false,
  ...(isMiniProgram ? { darkmode: true, themeLocation: 'theme.json' } : {}),
  window: {
    backgroundTextStyle: inTheme('pullDots', 'dark'),
    backgroundColor: inTheme('ground', 'var(--ground)'),
    navigationBarBackgroundColor: inTheme('paper', 'var(--paper)'),
    navigationBarTitleText: '通盘订货',
    navigationBarTextStyle: inTheme('headWords', 'black'),
  },
  tabBar: {
    color: inTheme('tabWords', 'var(--ink-faint)'),
    selectedColor: inTheme('tabWordsOn', 'var(--brand)'),
    backgroundColor: inTheme('paper', 'var(--paper)'),
    // WeChat takes a name here as well, which Taro's types do not know.
    borderStyle: inTheme('tabEdge', 'white') as 'white',
    list: [
      { pagePath: 'pages/home/index', text: '商品', ...iconsOf('home') },
      { pagePath: 'pages/cart/index', text: '购物车', ...iconsOf('cart') },
      { pagePath: 'pages/orders/index', text: '订单', ...iconsOf('orders') },
      { pagePath: 'pages/mine/index', text: '我的', ...iconsOf('mine') },
    ],
  },
});
