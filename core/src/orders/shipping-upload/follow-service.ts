import { type Consumer, type Instant, type Jobs, type Tx } from '../../platform';
import { type Payment, paymentsOfOrder } from '../../payments';
import { orderStore } from '../store';
import type { ShippingUpload, UploadPlan } from './model';
import { planUpload, type Sent, type SentOrder } from './plan-upload';
import { shippingUploadStore } from './store';

/** The job that tells WeChat of one payment's goods. */
export const uploadJob = 'shipping.upload';

interface FollowParts {
  readonly appid: string;
  readonly jobs: Pick<Jobs, 'enqueue'>;
}

/** What changes how much of an order has gone, or what money it goes for. */
const events = [
  'order.shipped',
  'order.shortClosed',
  'order.edited',
  'order.cancelled',
  'order.signed',
  'payment.paid',
  'payment.refunded',
];

/** Follows orders that were paid in the mini-program: WeChat keeps their money until it hears of the goods. */
export const shippingConsumer = (parts: FollowParts): Consumer => ({
  name: 'shipping.upload',
  events,
  async handle(tx, event) {
    const { orderId } = event.payload as { orderId: string | null };
    if (orderId === null) return;
    // Hardly any order is paid so; the others are not read for it.
    const payments = (await paymentsOfOrder(tx, orderId)).filter((payment) => isPaidIn(parts.appid, payment));
    if (payments.length === 0) return;
    const sent = await loadSent(tx, orderId);
    for (const payment of payments) await follow(tx, parts, payment, sent, event.at);
  },
});

const isPaidIn = (appid: string, { state, handOver, transactionId }: Payment) =>
  state === 'paid' && transactionId !== null && handOver?.kind === 'jsapi' && handOver.appId === appid;

async function follow(
  tx: Tx,
  parts: FollowParts,
  payment: Payment,
  sent: Omit<SentOrder, 'hasBegunSplit'>,
  at: Instant,
): Promise<void> {
  const store = shippingUploadStore(tx);
  const known = await store.upload(payment.id);
  if (payment.refundingFen >= payment.paidFen) {
    if (known) await store.notNeeded(payment.id, at);
    return;
  }
  if (known && isOver(known)) return;
  const plan = planUpload({ ...sent, hasBegunSplit: known?.plan.isSplit ?? false });
  if (!plan || (known && isSame(known.plan, plan))) return;
  if (known) await store.planAnew(known, plan);
  else await store.add(newUpload(payment, plan, at));
  const version = (known?.version ?? 0) + 1;
  await enqueueUpload(tx, parts.jobs, { paymentId: payment.id, version, tries: 0 }, at);
}

/** WeChat was told that everything has gone: it takes one correction, and nothing here is worth it. */
const isOver = ({ state, plan }: ShippingUpload) =>
  state === 'notNeeded' || (state === 'sent' && plan.isAllDelivered);

const isSame = (one: UploadPlan, other: UploadPlan) => JSON.stringify(one) === JSON.stringify(other);

const newUpload = (payment: Payment, plan: UploadPlan, at: Instant): ShippingUpload => ({
  paymentId: payment.id,
  orderId: payment.orderId ?? '',
  sellerId: payment.sellerId,
  buyerId: payment.buyerId,
  merchantId: payment.merchantId,
  transactionId: payment.transactionId ?? '',
  payerOpenid: payment.payer,
  paidFen: payment.paidFen,
  plan,
  version: 1,
  state: 'waiting',
  tries: 0,
  code: '',
  uploadedAt: 0,
  createdAt: at,
  settledAt: null,
  receivedAt: null,
  paidOutAt: null,
});

/** Asks for the next try of an upload; one job for each. */
export const enqueueUpload = (
  tx: Tx,
  jobs: Pick<Jobs, 'enqueue'>,
  { paymentId, version, tries }: Pick<ShippingUpload, 'paymentId' | 'version' | 'tries'>,
  runAt: Instant,
) =>
  jobs.enqueue(tx, {
    name: uploadJob,
    key: `${paymentId}:${version}:${tries}`,
    payload: { paymentId },
    runAt,
  });

async function loadSent(tx: Tx, orderId: string): Promise<Omit<SentOrder, 'hasBegunSplit'>> {
  const store = orderStore(tx);
  const [order] = await store.orders([orderId]);
  const lines = await store.lines([orderId]);
  const shipments = await store.shipments(orderId);
  const sentLines = await store.shipmentLines(orderId);
  const lineOf = new Map(lines.map((line) => [line.lineNo, line]));
  return {
    phone: order?.phone ?? '',
    isAllSent: lines.every(({ shipped, cancelled, quantity }) => shipped + cancelled === quantity),
    shipments: shipments.map(({ id, carrier, trackingNo }): Sent => ({
      carrier,
      trackingNo,
      lines: sentLines
        .filter(({ shipmentId }) => shipmentId === id)
        .map(({ lineNo, quantity }) => ({
          skuName: lineOf.get(lineNo)?.skuName ?? '',
          baseUnit: lineOf.get(lineNo)?.baseUnit ?? '',
          quantity,
        })),
    })),
  };
}
