import { readApp } from './built-bundle';
import { closeShops, logIn, openShop } from './open-shop';
import { oldOrder, springBreak } from './shop-answers';
import { aRequest } from './shop-after-sales';
import { waterGift } from './shop-deals';
import { owed } from './shop-ledger';
import { weeklyWater } from './shop-lists';
import { aSheet, aTransfer } from './shop-stockroom';
import { rebateBalance } from './shop-rebates';

afterEach(closeShops);

const { pages } = readApp();
const logInPage = 'pages/login/index';
/** Where one need be nobody yet. */
const openToStrangers: readonly string[] = [logInPage, 'pages/apply/index'];
const queries: Readonly<Record<string, string>> = {
  'pages/order/index': `?orderId=${oldOrder.orderId}`,
  'pages/account/rebate/index': `?accountId=${rebateBalance.accountId}`,
  'pages/account/announcement/index': `?announcementId=${springBreak.announcementId}`,
  'pages/goods/index': '?skuId=WATER',
  'pages/lists/one/index': `?templateId=${weeklyWater.templateId}`,
  'pages/desk/pick-list/index': `?orderId=${oldOrder.orderId}`,
  'pages/desk/delivery-note/index': `?orderId=${oldOrder.orderId}&shipmentId=S-1`,
  'pages/stockroom/count/index': `?sheetId=${aSheet.sheetId}`,
  'pages/stockroom/transfer/index': `?transferId=${aTransfer.transferId}`,
  'pages/after-sales/ask/index': `?orderId=${oldOrder.orderId}`,
  'pages/after-sales/one/index': `?afterSalesId=${aRequest.afterSalesId}`,
  'pages/ledger/customer/index': `?buyerId=${owed.buyerId}`,
  'pages/deals/offer/index': `?promotionId=${waterGift.promotionId}`,
};
const queryOf = (page: string) => queries[page] ?? '';

describe('every page of the mini-program', () => {
  it.each(pages.filter((page) => page !== logInPage))('%s opens for who is logged in', async (page) => {
    const { shop } = openShop();
    await logIn(shop);

    shop.move('reLaunch', `/${page}${queryOf(page)}`);

    await shop.opens(page);
    await shop.waits('it has loaded', () => shop.wordsOf('loading') === undefined && shop.words() !== '');
    expect(shop.wordsOf('problem')).toBeUndefined();
  });

  const guarded = pages.filter((page) => !openToStrangers.includes(page));
  it.each(guarded)('%s sends a stranger to the log-in', async (page) => {
    const { shop, api } = openShop({ address: `/${page}${queryOf(page)}` });

    await shop.opens(logInPage);
    // Nothing but how one may get in.
    expect(api.calls().filter(({ name }) => name !== 'auth.ways')).toEqual([]);
  });
});
