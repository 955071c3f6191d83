import {
  answerOnce,
  type Caller,
  type Fen,
  type Instant,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { accountBetween } from './accounts-service';
import { bookReceipt, type NewReceipt } from './bills-service';
import {
  belongsToOrder,
  canBear,
  type Deposit,
  type DepositAction,
  depositChange,
  type DepositEntry,
  type DepositKind,
} from './deposit';
import { depositStore } from './deposit-store';
import { commandOf, type PageWanted } from './desk';
import type { CreditAccount, Receipt } from './model';

/** A part of a prepaid balance, for an order. */
export interface PrepaidPart {
  readonly account: Pick<CreditAccount, 'id' | 'sellerId' | 'buyerId'>;
  readonly orderId: string;
  readonly amountFen: Fen;
  readonly actorId: string;
  readonly at: Instant;
}

async function movePrepaid(
  tx: Tx,
  newId: () => string,
  action: DepositAction,
  parts: readonly PrepaidPart[],
) {
  if (parts.length === 0) return;
  const store = depositStore(tx);
  const ids = [...new Set(parts.map(({ account }) => account.id))];
  const byAccount = new Map((await store.deposits(ids, 'prepaid', true)).map((one) => [one.accountId, one]));
  const entries = parts.map(({ account, orderId, amountFen, actorId, at }): DepositEntry => {
    const deposit = byAccount.get(account.id);
    const change = depositChange('prepaid', action, amountFen);
    if (!deposit || !change) throw new Refused('credit.depositShort');
    return {
      id: newId(),
      depositId: deposit.id,
      action,
      ...change,
      documentId: orderId,
      reversesId: null,
      reason: '',
      actorId,
      at,
    };
  });
  await store.post(entries);
}

/** Holds prepaid balance for orders; more than is free replays the work. @throws credit.depositShort */
export const holdPrepaid = (tx: Tx, newId: () => string, parts: readonly PrepaidPart[]): Promise<void> =>
  movePrepaid(tx, newId, 'hold', parts);

/** Gives back what cancelled orders held. @throws credit.depositShort */
export const releasePrepaid = (tx: Tx, newId: () => string, parts: readonly PrepaidPart[]): Promise<void> =>
  movePrepaid(tx, newId, 'release', parts);

/** Spends what orders held. @throws credit.depositShort */
export const capturePrepaid = (tx: Tx, newId: () => string, parts: readonly PrepaidPart[]): Promise<void> =>
  movePrepaid(tx, newId, 'capture', parts);

/** Spends what an order held on its bill. The account is locked. @throws credit.billUnknown, credit.depositShort */
export async function payFromPrepaid(
  tx: Tx,
  newId: () => string,
  paid: Omit<NewReceipt, 'kind' | 'reason' | 'id'> & { readonly orderId: string; readonly billId: string },
): Promise<Receipt> {
  const { orderId, ...receipt } = paid;
  await capturePrepaid(tx, newId, [{ ...receipt, orderId }]);
  return bookReceipt(tx, newId, { ...receipt, id: newId(), kind: 'prepaid', reason: '' });
}

/** The deposit of an account, opened when there is none. */
async function depositLocked(tx: Tx, newId: () => string, account: CreditAccount, kind: DepositKind) {
  const store = depositStore(tx);
  const { id: accountId, sellerId, buyerId } = account;
  const opened = { id: newId(), accountId, sellerId, buyerId, kind, balanceFen: 0, heldFen: 0 };
  await store.addDeposits([opened]);
  return (await store.deposits([accountId], kind, true))[0] as Deposit;
}

/** A document that a top-up of a prepaid balance names is the payment that brought it; by hand there is none. */
const namesPayment = (kind: DepositKind, action: DepositAction) => kind === 'prepaid' && action === 'topUp';

/** 预存: what a channel of payment brought for a prepaid balance. The account is locked; `id` is the payment's. */
export async function topUpPrepaid(
  tx: Tx,
  newId: () => string,
  paid: {
    readonly id: string;
    readonly account: CreditAccount;
    readonly amountFen: Fen;
    readonly reason: string;
    readonly actorId: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { id: documentId, account, amountFen, reason, actorId, at } = paid;
  const deposit = await depositLocked(tx, newId, account, 'prepaid');
  const change = { balanceFen: amountFen, heldFen: 0 };
  const entry = { id: newId(), depositId: deposit.id, action: 'topUp' as const, ...change };
  await depositStore(tx).post([{ ...entry, documentId, reversesId: null, reason, actorId, at }]);
}

export interface DepositInput {
  readonly commandId: string;
  readonly buyerId: string;
  readonly kind: DepositKind;
  readonly action: 'topUp' | 'refund' | 'capture' | 'forfeit' | 'deduct';
  readonly amountFen: Fen;
  /** Deposits of an order name it. */
  readonly orderId?: string | undefined;
  readonly reason: string;
}

export function depositsService({ database, newId }: Platform) {
  /** @throws credit.depositShort */
  const post = async (tx: Tx, deposit: Deposit, entry: DepositEntry) => {
    const store = depositStore(tx);
    const [hold] = await store.holds([deposit.id], [entry.documentId]);
    const documentHeldFen = entry.heldFen === 0 ? 0 : (hold?.heldFen ?? 0);
    if (!canBear(deposit, documentHeldFen, entry)) throw new Refused('credit.depositShort');
    await store.post([entry]);
  };
  return {
    /**
     * Moves a customer's deposit by hand.
     * @throws credit.accountUnknown, credit.depositForbids, credit.depositShort, credit.orderMissing
     */
    moveDeposit: (caller: Caller, input: DepositInput) =>
      database.transaction(async (tx) => {
        await answerOnce(tx, commandOf(caller, 'credit.moveDeposit', input.commandId, input), async () => {
          const { buyerId, kind, action, amountFen, reason, orderId = '' } = input;
          const account = await accountBetween(tx, buyerId, caller.partyId, true);
          const change = depositChange(kind, action, amountFen);
          if (!change) throw new Refused('credit.depositForbids');
          if (orderId === '' && (belongsToOrder(kind) || action === 'capture')) {
            throw new Refused('credit.orderMissing');
          }
          const deposit = await depositLocked(tx, newId, account, kind);
          await post(tx, deposit, {
            id: newId(),
            depositId: deposit.id,
            action,
            ...change,
            documentId: namesPayment(kind, action) ? '' : orderId,
            reversesId: null,
            reason,
            actorId: caller.userId,
            at: caller.at,
          });
          return {};
        });
        const account = await accountBetween(tx, input.buyerId, caller.partyId, false);
        return (await depositStore(tx).deposits([account.id], input.kind, false))[0] as Deposit;
      }),

    /**
     * Takes a top-up back that should not have been: its reversal stands beside it. What came by a channel of
     * payment goes back the way it came, and not here.
     * @throws credit.entryUnknown, credit.notReversible, credit.receiptBoundToPayment, credit.depositShort
     */
    reverseDepositEntry: (caller: Caller, entryId: string, input: { commandId: string; reason: string }) =>
      database.transaction(async (tx) => {
        const store = depositStore(tx);
        const entry = await store.entry(entryId);
        const found = entry && (await store.deposit(entry.depositId));
        if (!entry || found?.sellerId !== caller.partyId) throw new Refused('credit.entryUnknown');
        const [deposit] = await store.deposits([found.accountId], found.kind, true);
        const command = commandOf(caller, 'credit.reverseDepositEntry', input.commandId, {
          entryId,
          ...input,
        });
        await answerOnce(tx, command, async () => {
          const change = depositChange(found.kind, 'reverse', entry.balanceFen);
          const isOnce = entry.action === 'topUp' && !(await store.reversalOf(entryId));
          if (!deposit || !change || !isOnce) throw new Refused('credit.notReversible');
          if (namesPayment(found.kind, entry.action) && entry.documentId !== '') {
            throw new Refused('credit.receiptBoundToPayment');
          }
          await post(tx, deposit, {
            id: newId(),
            depositId: deposit.id,
            action: 'reverse',
            ...change,
            documentId: entry.documentId,
            reversesId: entry.id,
            reason: input.reason,
            actorId: caller.userId,
            at: caller.at,
          });
          return {};
        });
        return (await store.deposit(found.id)) as Deposit;
      }),

    /** The deposits of the caller's customers, or the caller's own. */
    deposits: (caller: Caller, query: PageWanted & { readonly side: 'buyer' | 'seller' }) =>
      database.read(async (tx) => {
        const after = query.cursor ? readCursor(query.cursor, 'string')[0] : '';
        const side = query.side === 'seller' ? 'sellerId' : 'buyerId';
        const found = await depositStore(tx).depositsOf(side, caller.partyId, after, query.limit + 1);
        return pageOf(found, query.limit, ({ id }) => [id]);
      }),

    /** The ledger of a deposit, newest first, for either side. @throws credit.depositUnknown */
    depositEntries: (caller: Caller, query: PageWanted & { readonly depositId: string }) =>
      database.read(async (tx) => {
        const deposit = await depositStore(tx).deposit(query.depositId);
        if (!deposit || (deposit.sellerId !== caller.partyId && deposit.buyerId !== caller.partyId)) {
          throw new Refused('credit.depositUnknown');
        }
        const before = query.cursor ? readCursor(query.cursor, 'string')[0] : null;
        const found = await depositStore(tx).entries(deposit.id, before, query.limit + 1);
        return pageOf(found, query.limit, ({ id }) => [id]);
      }),
  };
}
