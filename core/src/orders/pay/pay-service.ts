import {
  answerOnce,
  type Caller,
  type Fen,
  type Instant,
  type Platform,
  Refused,
  type Tx,
} from '../../platform';
import { billsToPay, loadAccounts } from '../../credit';
import {
  addPayment,
  type BillToPay,
  type ClientParams,
  type CreatedTrade,
  type HandOver,
  keepHandOver,
  loadPayment,
  type PayBy,
  type PayChannel,
  type Payment,
  paymentsOfOrder,
  payWithinMs,
  type Refund,
  refundsOfOrder,
  takeTurnToAsk,
} from '../../payments';
import { lockOrder, readOrder } from '../locked-order-service';
import type { Hold } from '../model';
import { askChannelService } from './ask-channel-service';
import type { Cashier, PayApp } from './cashier';
import { enqueueCloseUnpaid } from './close-unpaid-service';
import { mayBePaid, moneyNow, type MoneyNow } from './money-now-service';

/** How somebody is going to pay. */
export type PayWith =
  | { readonly by: 'jsapi'; readonly app: PayApp; readonly code: string }
  | { readonly by: 'h5'; readonly type: 'iOS' | 'Android' | 'Wap' }
  | { readonly by: 'native' };

/** What somebody is going to pay. The amount is never theirs to say, but for a top-up. */
export type PayFor =
  | { readonly purpose: 'order'; readonly orderId: string }
  | { readonly purpose: 'bills'; readonly billIds: readonly string[] }
  | { readonly purpose: 'topUp'; readonly sellerId: string; readonly amountFen: Fen };

export interface StartInput {
  /** Made by the caller; also the merchant's order number at the channel. */
  readonly paymentId: string;
  readonly pay: PayFor;
  readonly using: PayWith;
  /** What the caller saw it costs; another amount refuses. */
  readonly expectedFen?: Fen | undefined;
}

export interface Started {
  readonly payment: Payment;
  /** What the bridge inside WeChat takes; null for the other ways. */
  readonly params: ClientParams | null;
}

/** How an order stands with its money, and how it was paid. */
export interface OrderPayments extends MoneyNow {
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
}

/** Asking the channel for one and the same payment more often helps nobody. */
const askEveryMs = 2_000;

/** A payment that would end sooner is not opened. */
const leastMs = 90_000;

interface Due {
  readonly sellerId: string;
  readonly orderId: string | null;
  readonly billShares: readonly BillToPay[];
  readonly amountFen: Fen;
  /** The last moment to pay. */
  readonly expiresAt: Instant;
  /** When the order it pays is given up; null where nothing waits for the money. */
  readonly dueAt: Instant | null;
}

const ofNoOrder = { orderId: null, dueAt: null } as const;

/** Opens payments, and tells how they stand. */
export function payService(platform: Platform, cashier: Cashier | null) {
  const { database, jobs, clock } = platform;
  const asking = cashier && askChannelService(platform, cashier);

  const dueOf = async (tx: Tx, caller: Caller, pay: PayFor): Promise<Due> => {
    const expiresAt = caller.at + payWithinMs;
    if (pay.purpose === 'topUp') {
      const accounts = await loadAccounts(tx, [caller.partyId], [pay.sellerId], false);
      if (accounts.size === 0) throw new Refused('credit.accountUnknown');
      return { ...ofNoOrder, sellerId: pay.sellerId, billShares: [], amountFen: pay.amountFen, expiresAt };
    }
    if (pay.purpose === 'bills') {
      const bills = await billsToPay(tx, caller.partyId, pay.billIds);
      const billShares = bills.map(({ id, amountFen, paidFen }) => ({
        billId: id,
        amountFen: amountFen - paidFen,
      }));
      const amountFen = billShares.reduce((total, share) => total + share.amountFen, 0);
      return { ...ofNoOrder, sellerId: bills[0]?.sellerId ?? '', billShares, amountFen, expiresAt };
    }
    const locked = await lockOrder(tx, caller, pay.orderId);
    const { order, holds } = locked;
    if (order.buyerId !== caller.partyId) throw new Refused('orders.unknown');
    if (!mayBePaid(locked)) throw new Refused('payments.notPayable');
    const dueAt = holds.find(isUnpaid)?.dueAt ?? null;
    return {
      sellerId: order.sellerId,
      orderId: order.id,
      billShares: [],
      amountFen: (await moneyNow(tx, locked, caller.at)).payableNowFen,
      expiresAt: Math.min(expiresAt, dueAt ?? expiresAt),
      dueAt,
    };
  };

  /** Keeps the attempt before the channel hears of it: nothing that is paid may be unknown here. */
  const open = (caller: Caller, input: StartInput, { merchantOf }: Cashier) =>
    database.transaction(async (tx) => {
      const command = {
        commandId: input.paymentId,
        partyId: caller.partyId,
        kind: 'payments.start',
        at: caller.at,
      };
      await answerOnce(tx, { ...command, input: { pay: input.pay, by: input.using.by } }, async () => {
        const { dueAt, ...due } = await dueOf(tx, caller, input.pay);
        if (due.amountFen <= 0) throw new Refused('payments.nothingDue');
        if (input.expectedFen !== undefined && input.expectedFen !== due.amountFen) {
          throw new Refused('payments.amountChanged', String(due.amountFen));
        }
        if (due.expiresAt - caller.at < leastMs) throw new Refused('payments.tooLate');
        const merchant = merchantOf(due.sellerId);
        if (!merchant) throw new Refused('payments.notOffered');
        await addPayment(tx, jobs, {
          ...newPayment,
          ...due,
          ...paymentOf(caller, input),
          merchantId: merchant.mchid,
        });
        if (due.orderId !== null && dueAt !== null) await enqueueCloseUnpaid(tx, jobs, due.orderId, dueAt);
        return {};
      });
      return (await loadPayment(tx, input.paymentId)) as Payment;
    });

  return {
    /**
     * Opens a payment and answers what the payer's device needs. The same id again answers the same.
     * @throws payments.notOffered, payments.notPayable, payments.nothingDue, payments.amountChanged, payments.tooLate,
     * payments.over, payments.payerUnknown, payments.channelSilent, payments.channelRefused, orders.unknown,
     * credit.billUnknown, credit.accountUnknown, command.idReused
     */
    async start(caller: Caller, input: StartInput): Promise<Started> {
      if (!cashier) throw new Refused('payments.notOffered');
      const payment = await open(caller, input, cashier);
      if (payment.state !== 'open') throw new Refused('payments.over');
      const merchant = cashier.merchantById(payment.merchantId);
      if (!merchant) throw new Refused('payments.notOffered');
      // An H5 address lives for minutes only: the same payment is opened again, and answers a fresh one.
      const known = payment.handOver?.kind === 'h5' ? null : payment.handOver;
      const handOver = known ?? (await handOverFor(caller, input.using, payment, cashier));
      if (payment.handOver === null)
        await database.transaction((tx) => keepHandOver(tx, payment.id, handOver));
      const params =
        handOver.kind === 'jsapi'
          ? cashier.gateway.clientParams(merchant, handOver.appId, handOver.prepayId)
          : null;
      return { payment: { ...payment, handOver }, params };
    },

    /** How one's own payment stands; the channel is asked when nobody has told us yet. @throws payments.unknown */
    async payment(caller: Caller, paymentId: string): Promise<Payment> {
      const own = await database.read((tx) => loadPayment(tx, paymentId));
      const concerned = own && (own.buyerId === caller.partyId || own.sellerId === caller.partyId);
      if (!own || !concerned) throw new Refused('payments.unknown');
      if (own.state !== 'open' || !asking) return own;
      const at = clock.now();
      const isTurn = await database.transaction((tx) => takeTurnToAsk(tx, paymentId, at, at - askEveryMs));
      if (!isTurn) return own;
      await asking.askAbout(paymentId, { isLast: false });
      return (await database.read((tx) => loadPayment(tx, paymentId))) as Payment;
    },

    /** What is to be paid of an order and what was, for either side. @throws orders.unknown */
    ofOrder: (caller: Caller, orderId: string): Promise<OrderPayments> =>
      database.read(async (tx) => {
        return {
          ...(await moneyNow(tx, await readOrder(tx, caller, orderId), caller.at)),
          payments: await paymentsOfOrder(tx, orderId),
          refunds: await refundsOfOrder(tx, orderId),
        };
      }),
  };
}

const newPayment = {
  state: 'open',
  handOver: null,
  asks: 0,
  lastAskedAt: null,
  transactionId: null,
  paidFen: 0,
  paidAt: null,
  payer: '',
  refundingFen: 0,
  refundedFen: 0,
} as const;

const paymentOf = (caller: Caller, { paymentId, pay, using }: StartInput) => ({
  id: paymentId,
  buyerId: caller.partyId,
  userId: caller.userId,
  purpose: pay.purpose,
  channel: using.by satisfies PayBy,
  createdAt: caller.at,
});

const isUnpaid = ({ status, kind }: Hold) => status === 'open' && kind === 'payment';

/** Asks the channel to open a payment. @throws payments.payerUnknown, payments.channelSilent, payments.channelRefused */
async function handOverFor(
  caller: Caller,
  using: PayWith,
  payment: Payment,
  cashier: Cashier,
): Promise<HandOver> {
  const merchant = cashier.merchantById(payment.merchantId);
  if (!merchant) throw new Refused('payments.notOffered');
  const channel = openedWith(payment) ?? (await channelOf(caller, using, cashier));
  const outcome = await cashier.gateway.create(merchant, {
    outTradeNo: payment.id,
    amountFen: payment.amountFen,
    description: describe(payment),
    expiresAt: payment.expiresAt,
    notifyUrl: cashier.noticeUrl(merchant),
    channel,
  });
  if (outcome.kind === 'unknown') throw new Refused('payments.channelSilent');
  if (outcome.kind === 'refused') throw new Refused('payments.channelRefused', outcome.code);
  return handOverOf(outcome.value, channel);
}

const purposeWords = { order: '订单货款', bills: '账单还款', topUp: '预存充值' } as const;

/** Shown to the payer. */
const describe = ({ purpose, orderId, id }: Payment) =>
  `${purposeWords[purpose]} ${(orderId ?? id).slice(-8)}`;

/** What a payment is opened with again must be what it was opened with first, or its number is refused. */
const openedWith = ({ handOver }: Payment): PayChannel | null =>
  handOver?.kind === 'h5' ? { kind: 'h5', payerIp: handOver.payerIp, type: handOver.type } : null;

async function channelOf(caller: Caller, using: PayWith, cashier: Cashier): Promise<PayChannel> {
  if (using.by === 'native') return { kind: 'native' };
  if (using.by === 'h5') return { kind: 'h5', payerIp: caller.ip, type: using.type };
  const openid = await cashier.openidOf(using.app, using.code);
  if (openid.kind === 'unknown') throw new Refused('payments.channelSilent');
  if (openid.kind === 'refused') throw new Refused('payments.payerUnknown', openid.code);
  return { kind: 'jsapi', appid: cashier.appIds[using.app], openid: openid.value };
}

function handOverOf(created: CreatedTrade, channel: PayChannel): HandOver {
  if ('prepayId' in created) {
    return {
      kind: 'jsapi',
      prepayId: created.prepayId,
      appId: channel.kind === 'jsapi' ? channel.appid : '',
    };
  }
  if ('h5Url' in created) {
    if (channel.kind !== 'h5') throw new Error('an H5 address for another channel');
    return { kind: 'h5', url: created.h5Url, payerIp: channel.payerIp, type: channel.type };
  }
  return { kind: 'native', codeUrl: created.codeUrl };
}
