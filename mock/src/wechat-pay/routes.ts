import type { Routes } from '../http';
import type { World } from '../world';
import { downloadBill, fundFlowBillOf, tradeBillOf } from './bill-routes';
import { openBillTokens } from './bills/tokens';
import { certificates } from './certificate-routes';
import { close, create, queryById, queryByNumber } from './order-routes';
import { applyAbnormalRefund, queryRefund, refund } from './refund-routes';
import { payServer } from './serve';

/** WeChat Pay API v3. */
export function addPayRoutes(router: Routes, world: World): void {
  const serve = payServer(world);
  const tokens = openBillTokens();
  const orders = '/v3/pay/transactions';
  const refunds = '/v3/refund/domestic/refunds';
  router.post(`${orders}/jsapi`, serve(create(world, 'jsapi')));
  router.post(`${orders}/h5`, serve(create(world, 'h5')));
  router.post(`${orders}/native`, serve(create(world, 'native')));
  router.post(`${orders}/app`, serve(create(world, 'app')));
  router.get(`${orders}/out-trade-no/:out_trade_no`, serve(queryByNumber(world)));
  router.get(`${orders}/id/:transaction_id`, serve(queryById(world)));
  router.post(`${orders}/out-trade-no/:out_trade_no/close`, serve(close(world)));
  router.post(refunds, serve(refund(world)));
  router.get(`${refunds}/:out_refund_no`, serve(queryRefund(world)));
  router.post(`${refunds}/:refund_id/apply-abnormal-refund`, serve(applyAbnormalRefund(world)));
  router.get('/v3/bill/tradebill', serve(tradeBillOf(world, tokens)));
  router.get('/v3/bill/fundflowbill', serve(fundFlowBillOf(world, tokens)));
  router.get('/v3/billdownload/file', serve(downloadBill(tokens)));
  router.get('/v3/certificates', serve(certificates(world)));
}
