import {
  answerOnce,
  type Caller,
  type Fen,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../../platform';
import {
  accountKey,
  type CreditAccount,
  freePrepaidFen,
  giveUpBillPayment,
  giveUpTopUp,
  heldOfBillPayment,
  loadAccounts,
} from '../../credit';
import {
  addReturn,
  askRefund,
  decideReturn,
  loadPayment,
  loadReturn,
  lockPayment,
  mayReturn,
  type Payment,
  type PaymentReturn,
  refundableFen,
  returnsOfSeller,
} from '../../payments';

export interface ReturnInput {
  /** Made by the caller. */
  readonly returnId: string;
  readonly paymentId: string;
  readonly amountFen: Fen;
  /** Shown to the payer. */
  readonly reason: string;
}

export interface DecideReturnInput {
  readonly commandId: string;
  readonly returnId: string;
  readonly approve: boolean;
  readonly note: string;
}

/** 原路退回: online payments of bills and top-ups that finance sends back; one person asks, another decides. */
export function returnService(platform: Platform) {
  const { database, newId, jobs } = platform;

  /** A payment to the caller's party that may go back by its word. @throws payments.unknown, payments.notReturnable */
  const ownPayment = async (tx: Tx, caller: Caller, paymentId: string): Promise<Payment> => {
    const payment = await loadPayment(tx, paymentId);
    if (payment?.sellerId !== caller.partyId) throw new Refused('payments.unknown');
    if (!mayReturn(payment)) throw new Refused('payments.notReturnable');
    return payment;
  };

  /** @throws payments.returnUnknown */
  const ownReturn = async (tx: Tx, caller: Caller, returnId: string): Promise<PaymentReturn> => {
    const asked = await loadReturn(tx, returnId);
    if (asked?.sellerId !== caller.partyId) throw new Refused('payments.returnUnknown');
    return asked;
  };

  /** Gives it up here and asks the channel to send it, together. @throws payments.overReturned */
  const sendReturn = async (tx: Tx, caller: Caller, asked: PaymentReturn): Promise<string> => {
    // Payments are locked before accounts, on every way.
    const payment = await lockPayment(tx, asked.paymentId);
    if (!payment) throw new Refused('payments.unknown');
    const account = await accountOf(tx, payment, true);
    const { id, paymentId, amountFen, reason } = asked;
    if (amountFen > (await returnable(tx, payment, account))) throw new Refused('payments.overReturned');
    const by = { actorId: caller.userId, at: caller.at };
    const given = { id, account, paymentId, amountFen, reason: `原路退回 ${paymentId} ${reason}`, ...by };
    if (payment.purpose === 'topUp') await giveUpTopUp(tx, newId, given);
    else await giveUpBillPayment(tx, newId, given);
    const sent = { paymentId, amountFen, reason, askedBy: caller.userId, at: caller.at };
    return (await askRefund(tx, jobs, sent)).id;
  };

  return {
    /** What of an own payment of bills or top-up can go back now. @throws payments.unknown, payments.notReturnable */
    returnableNow: (caller: Caller, paymentId: string): Promise<Fen> =>
      database.read(async (tx) => {
        const payment = await ownPayment(tx, caller, paymentId);
        return returnable(tx, payment, await accountOf(tx, payment, false));
      }),

    /**
     * Asks to send a part of a payment back.
     * @throws payments.unknown, payments.notReturnable, payments.overReturned, command.idReused
     */
    requestReturn: (caller: Caller, input: ReturnInput): Promise<PaymentReturn> =>
      database.transaction(async (tx) => {
        const { partyId, at, userId: requestedBy, userName: requestedByName } = caller;
        const payment = await ownPayment(tx, caller, input.paymentId);
        const command = { commandId: input.returnId, partyId, kind: 'payments.requestReturn', input, at };
        await answerOnce(tx, command, async () => {
          const account = await accountOf(tx, payment, false);
          if (input.amountFen > (await returnable(tx, payment, account))) {
            throw new Refused('payments.overReturned');
          }
          const { returnId: id, paymentId, amountFen, reason } = input;
          const { sellerId, buyerId } = payment;
          const asked = { id, paymentId, sellerId, buyerId, amountFen, reason };
          await addReturn(tx, { ...asked, ...undecided, requestedBy, requestedByName, requestedAt: at });
          return {};
        });
        return ownReturn(tx, caller, input.returnId);
      }),

    /**
     * Another person sends it back, or does not. Bills it paid are open again for as much; a top-up leaves the prepaid
     * balance as far as no order holds it.
     * @throws payments.returnUnknown, payments.sameHand, payments.returnDecided, payments.overReturned, command.idReused
     */
    async decideReturn(caller: Caller, input: DecideReturnInput): Promise<PaymentReturn> {
      const decided = await database.transaction(async (tx) => {
        const { partyId, at, userId, userName } = caller;
        const { commandId, returnId, approve, note } = input;
        const asked = await ownReturn(tx, caller, returnId);
        const command = { commandId, partyId, kind: 'payments.decideReturn', input, at };
        await answerOnce(tx, command, async () => {
          if (asked.state !== 'requested') throw new Refused('payments.returnDecided');
          if (approve && asked.requestedBy === userId) throw new Refused('payments.sameHand');
          const state = approve ? 'approved' : 'rejected';
          const refundId = approve ? await sendReturn(tx, caller, asked) : '';
          const by = { decidedBy: userId, decidedByName: userName, decidedAt: at };
          await decideReturn(tx, { ...asked, state, refundId, note, ...by });
          return {};
        });
        return ownReturn(tx, caller, returnId);
      });
      jobs.poke();
      return decided;
    },

    /** Returns of the caller's party, newest first. */
    returns: (
      caller: Caller,
      query: {
        readonly state?: PaymentReturn['state'] | undefined;
        readonly cursor?: string | undefined;
        readonly limit: number;
      },
    ) =>
      database.read(async (tx) => {
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const state = query.state ?? null;
        const found = await returnsOfSeller(tx, caller.partyId, state, before, query.limit + 1);
        return pageOf(found, query.limit, ({ id }) => [id]);
      }),
  };
}

const undecided = {
  state: 'requested',
  refundId: '',
  decidedBy: null,
  decidedByName: '',
  decidedAt: null,
  note: '',
} as const;

async function accountOf(tx: Tx, { buyerId, sellerId }: Payment, locked: boolean): Promise<CreditAccount> {
  const accounts = await loadAccounts(tx, [buyerId], [sellerId], locked);
  const account = accounts.get(accountKey(buyerId, sellerId));
  if (!account) throw new Error(`a payment between parties without an account: ${buyerId} ${sellerId}`);
  return account;
}

/** Never more than was paid and is not back, nor than the account still has of it. */
async function returnable(tx: Tx, payment: Payment, account: CreditAccount): Promise<Fen> {
  const hereFen =
    payment.purpose === 'topUp'
      ? await freePrepaidFen(tx, account.id)
      : await heldOfBillPayment(tx, payment.id);
  return Math.max(0, Math.min(refundableFen(payment), hereFen));
}
