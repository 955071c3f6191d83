import type { JobDefinition, Platform } from '../../platform';
import { tendStepsService } from '../steps/tend-steps-service';
import { askChannelService } from './ask-channel-service';
import type { Cashier } from './cashier';
import { closeUnpaidService } from './close-unpaid-service';
import { payDeskService } from './desk-service';
import { noticeService } from './notice-service';
import { payService } from './pay-service';
import { useRebateService } from './rebate-service';
import { reconcileService } from './reconcile-service';
import { returnService } from './return-service';
import { sendRefundService } from './send-refund-service';

export type { Cashier, PayApp } from './cashier';
export type { UseRebateInput } from './rebate-service';
export type { RebateRoom } from './spend-rebate-service';
export type { OrderPayments, PayFor, PayWith, Started, StartInput } from './pay-service';
export type { DecideReturnInput, ReturnInput } from './return-service';
export { surplusConsumer } from './surplus-consumer-service';

/** Money that comes with orders. Without a cashier nothing is offered online, and the books are still read. */
export function paymentService(platform: Platform, cashier: Cashier | null) {
  const steps = tendStepsService(platform, closeUnpaidService(platform, cashier).closeUnpaid);
  return {
    ...payService(platform, cashier),
    ...noticeService(platform, cashier),
    ...payDeskService(platform),
    ...returnService(platform),
    ...useRebateService(platform),
    ...reconcileService(platform, cashier),
    /** Whether somebody can be paid online here, and where to try it. */
    offer: () => ({
      isOffered: cashier !== null,
      tryUrl: cashier?.tryUrl ?? '',
    }),
    tendSteps: steps.tendSteps,
    jobs: (): readonly JobDefinition[] => [
      steps.tendStepsJob(),
      closeUnpaidService(platform, cashier).closeUnpaidJob(),
      ...(cashier
        ? [
            askChannelService(platform, cashier).askJob(),
            sendRefundService(platform, cashier).refundJob(),
            reconcileService(platform, cashier).reconcileJob(),
          ]
        : []),
    ],
  };
}
