import type { CreatedTrade, NewTrade, Outcome } from '../gateway';
import type { MerchantLine } from './merchant-line';
import { readBy } from './read-by';
import { tradeRequest } from './requests';
import { createdH5, createdJsapi, createdNative } from './shapes';

/** Opens a trade in its channel; `webAppid` stands for channels in which no appid takes part. */
export async function openTrade(
  { pay, answered }: MerchantLine,
  trade: NewTrade,
  webAppid: string,
): Promise<Outcome<CreatedTrade>> {
  const { channel } = trade;
  switch (channel.kind) {
    case 'jsapi': {
      const request = { ...tradeRequest(trade, channel.appid), payer: { openid: channel.openid } };
      return answered<CreatedTrade>(pay.transactions_jsapi(request), (answer) => {
        const created = readBy(createdJsapi, answer);
        return created && { prepayId: created.prepay_id };
      });
    }
    case 'h5': {
      const scene = { payer_client_ip: channel.payerIp, h5_info: { type: channel.type } };
      const request = { ...tradeRequest(trade, webAppid), scene_info: scene };
      // The library's type asks for `app_name`; the protocol does not.
      return answered<CreatedTrade>(
        pay.transactions_h5(request as Parameters<typeof pay.transactions_h5>[0]),
        (answer) => {
          const created = readBy(createdH5, answer);
          return created && { h5Url: created.h5_url };
        },
      );
    }
    case 'native':
      return answered<CreatedTrade>(pay.transactions_native(tradeRequest(trade, webAppid)), (answer) => {
        const created = readBy(createdNative, answer);
        return created && { codeUrl: created.code_url };
      });
  }
}
