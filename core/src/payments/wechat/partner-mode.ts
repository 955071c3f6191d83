import type { Outcome } from '../gateway';

/**
 * A merchant with a `subMchid` is paid through a service provider, who signs. The library has no partner mode: it
 * builds the direct paths and bodies only, so until they are built here such a merchant is refused before anything is
 * sent. What is to be chosen then, by `subMchid`:
 *
 * - create, query, close: `/v3/pay/partner/transactions/…` for `/v3/pay/transactions/…`
 * - bodies and queries: `sp_mchid` (our `mchid`) and `sub_mchid` for `mchid`, `sp_appid` for `appid`
 * - payer: `payer.sp_openid` for `payer.openid`
 * - refunds: the same paths, `sub_mchid` in the body and in the query
 * - bills: the same paths; `sub_mchid` chooses one merchant's rows, which 特约商户号 names
 * - notices: `sp_mchid` is ours, `sub_mchid` the seller's
 */
export const partnerMode: Outcome<never> = {
  kind: 'refused',
  code: 'PARTNER_MODE',
  message: 'a merchant behind a service provider cannot be paid yet',
};
