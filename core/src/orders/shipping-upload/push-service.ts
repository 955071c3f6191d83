import { isPushSigned, type Platform, type PushSignature, Refused } from '../../platform';
import { readSettlement } from './read-push';
import type { ShippingTeller } from './shipping-teller';
import { shippingUploadStore } from './store';

/** 消息推送: what WeChat tells of a payment's money after its goods were on their way. */
export function pushService({ database }: Pick<Platform, 'database'>, teller: ShippingTeller | null) {
  /** @throws shipping.pushForged */
  const assertSigned = (signature: PushSignature) => {
    if (!teller || !isPushSigned(teller.pushToken, signature)) throw new Refused('shipping.pushForged');
  };

  return {
    /** Proves an address to WeChat, which wants its word back. @throws shipping.pushForged */
    echoPush(signature: PushSignature, word: string): string {
      assertSigned(signature);
      return word;
    },

    /**
     * Takes a push. Its signature does not cover what it says, so it is noted for people to see, and nothing is paid
     * or let go because of it. @throws shipping.pushForged
     */
    async takePush(signature: PushSignature, body: string): Promise<void> {
      assertSigned(signature);
      const settlement = readSettlement(body);
      if (settlement) await database.transaction((tx) => shippingUploadStore(tx).noteSettlement(settlement));
    },
  };
}
