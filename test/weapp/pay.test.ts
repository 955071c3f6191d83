import type { Answer } from '@tongpan/bff';
import { closeShops, logIn, openShop } from './open-shop';
import { oldOrder, shopAnswers } from './shop-answers';
import { at } from './shop-facts';

afterEach(closeShops);

type Payment = Answer<'payments', 'get'>;

const usual = shopAnswers();
const address = `/pages/pay/index?orderId=${oldOrder.orderId}`;
/** By the clock of the device, which lives on another day than the server of this suite. */
const expiresAt = new Date(Date.now() + 3_600_000).toISOString();

const opened: Payment = {
  paymentId: 'PAYMENT-1',
  sellerId: 'HQ',
  sellerName: '清谷饮品总部',
  buyerId: 'S1',
  buyerName: '好邻居便利店',
  purpose: 'order',
  orderId: oldOrder.orderId,
  amountFen: 2_400,
  channel: 'jsapi',
  state: 'open',
  createdAt: at,
  expiresAt,
  paidFen: 0,
  paidAt: null,
  transactionId: null,
  refundingFen: 0,
  refundedFen: 0,
};
const paid: Payment = { ...opened, state: 'paid', paidFen: 2_400, paidAt: at, transactionId: '4200001' };
const sheet = {
  by: 'jsapi',
  appId: 'wx1',
  timeStamp: '1763776800',
  nonceStr: 'nonce',
  signType: 'RSA',
  paySign: 'signature',
} as const;

/** The pay page of an order of ¥24.00; WeChat's sheets come under these prepay ids, and the server knows this of them. */
async function openPayPage(prepayIds: readonly string[], known: () => Payment) {
  let sheets = 0;
  const { shop, api } = openShop({
    answers: {
      auth: {
        ...usual.auth,
        ways: () => ({
          wechat: { miniappAppid: 'wx1', h5Appid: 'wx2', authorizeUrl: 'https://wechat.example/authorize' },
          code: false,
        }),
      },
      payments: {
        ...usual.payments,
        offer: () => ({ isOffered: true, tryUrl: '' }),
        ofOrder: () => ({
          payableNowFen: 2_400,
          waitingFen: 0,
          rebateFen: 0,
          rebate: { freeFen: 0, roomFen: 0 },
          payments: [],
          refunds: [],
        }),
        start: ({ paymentId }) => {
          const prepayId = prepayIds[Math.min(sheets, prepayIds.length - 1)] ?? '';
          sheets += 1;
          return {
            payment: { ...opened, paymentId },
            handOver: { ...sheet, package: `prepay_id=${prepayId}` },
          };
        },
        get: ({ paymentId }) => ({ ...known(), paymentId }),
      },
    },
  });
  await logIn(shop);
  shop.move('navigateTo', address);
  await shop.says('微信支付 ¥24.00', 'pay-now');
  return { shop, api, sheetsOf: () => shop.calls.filter(({ name }) => name === 'requestPayment') };
}

describe('paying in the mini-program', () => {
  it('opens WeChat’s sheet as the server signed it, and believes the server alone', async () => {
    let state = opened;
    const { shop, api, sheetsOf } = await openPayPage(['P1'], () => state);

    await shop.tap('pay-now');

    await shop.says('正在确认支付结果', 'payment-outcome');
    expect(api.calls('payments.start')).toMatchObject([
      {
        input: {
          orderId: oldOrder.orderId,
          using: { by: 'jsapi', app: 'miniapp', code: 'CODE-1' },
          expectedFen: 2_400,
        },
      },
    ]);
    expect(sheetsOf()).toMatchObject([
      {
        options: { package: 'prepay_id=P1', timeStamp: '1763776800', signType: 'RSA', paySign: 'signature' },
      },
    ]);
    state = paid;
    await shop.tap('pay-ask');
    await shop.says('支付成功', 'payment-outcome');
  });

  it('lets a payer who closed the sheet go on with the same payment', async () => {
    let state = opened;
    const { shop, api, sheetsOf } = await openPayPage(['P1-CLOSED'], () => state);
    await shop.tap('pay-now');
    await shop.says('未完成支付', 'payment-outcome');

    await shop.tap('pay-now');

    await shop.waits('the sheet came again', () => sheetsOf().length === 2);
    expect(api.calls('payments.start')).toHaveLength(1);
    // It was paid on another device meanwhile.
    state = paid;
    await shop.says('支付成功', 'payment-outcome');
  });
});
