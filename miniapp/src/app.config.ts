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
      pages: ['quick-order/index', 'customer-orders/index', 'stock/index'],
    },
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
      ],
    },
    {
      root: 'pages/after-sales',
      name: 'after-sales',
      pages: ['list/index', 'ask/index', 'one/index'],
    },
    { root: 'pages/pay', name: 'pay', pages: ['index', 'list/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['goods', 'deals'] },
    'pages/mine/index': { network: 'all', packages: ['desk', 'account'] },
  },
  lazyCodeLoading: 'requiredComponents',
  animation: false,
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#f3f5f6',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTitleText: '通盘订货',
    navigationBarTextStyle: 'black',
  },
  tabBar: {
    color: '#66727a',
    selectedColor: '#0f6b72',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '商品',
        iconPath: 'assets/tabbar/home.png',
        selectedIconPath: 'assets/tabbar/home-on.png',
      },
      {
        pagePath: 'pages/cart/index',
        text: '购物车',
        iconPath: 'assets/tabbar/cart.png',
        selectedIconPath: 'assets/tabbar/cart-on.png',
      },
      {
        pagePath: 'pages/orders/index',
        text: '订单',
        iconPath: 'assets/tabbar/orders.png',
        selectedIconPath: 'assets/tabbar/orders-on.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的',
        iconPath: 'assets/tabbar/mine.png',
        selectedIconPath: 'assets/tabbar/mine-on.png',
      },
    ],
  },
});
