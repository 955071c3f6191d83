import Taro from '@tarojs/taro';
import { forget, keep, readKept } from './storage';

/** Where things are: every page address of the app stands here once. */
export const places = {
  home: '/pages/home/index',
  cart: '/pages/cart/index',
  orders: '/pages/orders/index',
  mine: '/pages/mine/index',
  logIn: '/pages/login/index',
  apply: '/pages/apply/index',
  order: (orderId: string, placed = false) =>
    `/pages/order/index?orderId=${encodeURIComponent(orderId)}${placed ? '&placed=1' : ''}`,
  /** The order with the sign-off of a shipment open: what the code on a delivery note leads to. */
  signOff: (orderId: string, shipmentId: string) =>
    `/pages/order/index?orderId=${encodeURIComponent(orderId)}&sign=${encodeURIComponent(shipmentId)}`,
  /** Of the supplier named, or of the one this user orders from. */
  goods: (skuId: string, supplierId = '') =>
    `/pages/goods/index?skuId=${encodeURIComponent(skuId)}${supplierId ? `&supplierId=${encodeURIComponent(supplierId)}` : ''}`,
  guide: '/pages/goods/guide/index',
  quickOrder: '/pages/desk/quick-order/index',
  customerOrders: '/pages/desk/customer-orders/index',
  stock: '/pages/stockroom/stock/index',
  receiving: '/pages/stockroom/receiving/index',
  counts: '/pages/stockroom/counts/index',
  count: (sheetId: string) => `/pages/stockroom/count/index?sheetId=${encodeURIComponent(sheetId)}`,
  transfers: '/pages/stockroom/transfers/index',
  transfer: (transferId: string) =>
    `/pages/stockroom/transfer/index?transferId=${encodeURIComponent(transferId)}`,
  dispatch: '/pages/stockroom/dispatch/index',
  pickList: (orderId: string) => `/pages/desk/pick-list/index?orderId=${encodeURIComponent(orderId)}`,
  deliveryNote: (orderId: string, shipmentId: string) =>
    `/pages/desk/delivery-note/index?orderId=${encodeURIComponent(orderId)}&shipmentId=${encodeURIComponent(shipmentId)}`,
  lists: '/pages/lists/index',
  list: (templateId: string) => `/pages/lists/one/index?templateId=${encodeURIComponent(templateId)}`,
  recurring: '/pages/lists/recurring/index',
  bills: '/pages/account/bills/index',
  billsOf: (customerId: string) => `/pages/account/bills/index?customerId=${encodeURIComponent(customerId)}`,
  ledger: '/pages/ledger/index',
  ledgerOf: (buyerId: string) => `/pages/ledger/customer/index?buyerId=${encodeURIComponent(buyerId)}`,
  /** Those that were sent to me (`buyer`), or by me. */
  statements: (side: 'buyer' | 'seller') => `/pages/ledger/statements/index?side=${side}`,
  region: '/pages/ledger/region/index',
  customers: '/pages/desk/customers/index',
  reports: '/pages/desk/reports/index',
  rebates: '/pages/account/rebates/index',
  rebate: (accountId: string) => `/pages/account/rebate/index?accountId=${encodeURIComponent(accountId)}`,
  sessions: '/pages/account/sessions/index',
  password: '/pages/account/password/index',
  wechat: '/pages/account/wechat/index',
  phone: '/pages/account/phone/index',
  messages: '/pages/account/messages/index',
  announcements: '/pages/account/announcements/index',
  announcement: (announcementId: string) =>
    `/pages/account/announcement/index?announcementId=${encodeURIComponent(announcementId)}`,
  offers: '/pages/deals/offers/index',
  offer: (promotionId: string) => `/pages/deals/offer/index?promotionId=${encodeURIComponent(promotionId)}`,
  coupons: '/pages/deals/coupons/index',
  afterSales: '/pages/after-sales/list/index',
  afterSalesAsk: (orderId: string) => `/pages/after-sales/ask/index?orderId=${encodeURIComponent(orderId)}`,
  afterSalesOne: (afterSalesId: string) =>
    `/pages/after-sales/one/index?afterSalesId=${encodeURIComponent(afterSalesId)}`,
  flash: '/pages/deals/flash/index',
  /** `what` says what is paid; the address of a page that comes back names the payment as well. */
  pay: (what: string) => `/pages/pay/index?${what}`,
  payments: '/pages/pay/list/index',
  flashOrder: (token: string) => `/pages/deals/flash-order/index?token=${encodeURIComponent(token)}`,
} as const;

const tabs: readonly string[] = [places.home, places.cart, places.orders, places.mine];
const returnKey = 'session:return';

/** Opens a page by its address; tab pages are switched to, others are put on top. */
export function goTo(address: string) {
  if (tabs.includes(address)) return void Taro.switchTab({ url: address });
  void Taro.navigateTo({ url: address });
}

/** Opens a page in place of this one, which has done its work. */
export const goOn = (address: string) => void Taro.redirectTo({ url: address });

/** Back to where the user came from, or home when the page was opened by its address. */
export function goBack() {
  if (Taro.getCurrentPages().length > 1) return void Taro.navigateBack();
  goTo(places.home);
}

function currentAddress() {
  const router = Taro.getCurrentInstance().router;
  if (!router) return places.home;
  const query = Object.entries(router.params)
    .filter(([name, value]) => value !== undefined && name !== '$taroTimestamp' && name !== 'stamp')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
  const path = `/${router.path.replace(/^\//, '').split('?')[0]}`;
  return query ? `${path}?${query}` : path;
}

/** Leaves everything for the log-in and remembers the page to come back to. */
export function goToLogIn() {
  const address = currentAddress();
  if (address.startsWith(places.logIn)) return;
  keep(returnKey, address);
  void Taro.reLaunch({ url: places.logIn });
}

/** Leaves everything for the password, which somebody else has made and knows. */
export function goToPassword() {
  if (currentAddress().startsWith(places.password)) return;
  void Taro.reLaunch({ url: places.password });
}

/** After logging in: to the page that asked for it, else to the given one. */
export function leaveLogIn(otherwise: string) {
  const address = readKept<string>(returnKey);
  forget(returnKey);
  const target = address && address.startsWith('/pages/') && address !== places.home ? address : otherwise;
  if (tabs.includes(target)) return void Taro.switchTab({ url: target });
  void Taro.reLaunch({ url: target });
}
