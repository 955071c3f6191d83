import { type Platform, Refused } from '../../platform';
import { keepNotice, loadPayment, moveRefund, type Notice } from '../../payments';
import { paidFactsOf } from './ask-channel-service';
import type { Cashier } from './cashier';
import { settlePayment } from './settle-payment-service';

/** What the channel tells us by itself. */
export function noticeService(platform: Platform, cashier: Cashier | null) {
  const { database, clock, newId, outbox, jobs, log } = platform;

  /** What a notice changes, in one transaction with the memory of it. */
  const take = (merchantId: string, notice: Notice) =>
    database.transaction(async (tx) => {
      const at = clock.now();
      const documentId = notice.kind === 'payment' ? notice.trade.outTradeNo : notice.refund.outRefundNo;
      const kept = await keepNotice(tx, { id: notice.id, merchantId, kind: notice.kind, documentId, at });
      if (!kept) return 'known';
      if (notice.kind === 'refund') return moveRefund(tx, newId, notice.refund, at);
      const payment = await loadPayment(tx, documentId);
      // A merchant's key proves its own trades and nobody else's.
      if (payment && payment.merchantId !== merchantId) throw new Refused('payments.noticeForged');
      const facts = paidFactsOf(notice.trade, at);
      return facts ? settlePayment(tx, platform, documentId, facts, at) : 'known';
    });

  return {
    /**
     * Takes a notice: proven first, kept before anything is done because of it, and done once however often it comes.
     * @throws payments.noticeForged, payments.noticeStale, payments.noticeUnknownSerial, payments.noticeNotUnderstood
     */
    async takeNotice(
      merchantId: string,
      headers: Readonly<Record<string, string | readonly string[] | undefined>>,
      rawBody: Uint8Array,
    ): Promise<void> {
      const merchant = cashier?.merchantById(merchantId);
      if (!cashier || !merchant) throw new Refused('payments.noticeForged');
      const notice = await cashier.gateway.readNotice(merchant, headers, rawBody, clock.now());
      const outcome = await take(merchantId, notice);
      if (outcome === 'unknown' || outcome === 'mismatched') {
        log.warn(
          { merchantId, noticeId: notice.id, kind: notice.kind, outcome },
          'a notice that fits nothing',
        );
      }
      outbox.poke();
      jobs.poke();
    },
  };
}
