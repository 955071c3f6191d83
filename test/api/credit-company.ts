import type { Client } from '@tongpan/bff';
import {
  accountKey,
  addDays,
  capturePrepaid,
  type CreditAccount,
  dayMs,
  giveBackReleases,
  holdPrepaid,
  issueBill,
  loadAccounts,
  payFromPrepaid,
  postCredit,
  releasePrepaid,
  type Tx,
  useReleases,
} from '@tongpan/core';
import type { Shop } from './open-shop';

/** A distributor with an owner and a bookkeeper, so that two persons can decide. */
export const creditSeller = 'D9';

export const openCreditSeller = (shop: Shop) =>
  shop.addStore({
    id: creditSeller,
    kind: 'distributor',
    supplierId: 'HQ',
    people: { d9: ['owner'], 'd9-money': ['finance'] },
  });

/** A customer of a test's own, and what orders do to its account: said to the domain, without the orders. */
export async function aCustomer(shop: Shop, id: string) {
  const { core, newId } = shop;
  const client = await shop.openStore({ id, supplierId: creditSeller });
  const actorId = 'U-d9';
  const withAccount = <Answer>(work: (tx: Tx, account: CreditAccount) => Promise<Answer>) =>
    core.database.transaction(async (tx) => {
      const accounts = await loadAccounts(tx, [id], [creditSeller], true);
      return work(tx, accounts.get(accountKey(id, creditSeller)) as CreditAccount);
    });
  const post = (heldFen: number, at: number, withinLimit: boolean) =>
    withAccount((tx, { id: accountId }) =>
      postCredit(
        tx,
        newId,
        [
          {
            accountId,
            kind: heldFen > 0 ? 'hold' : 'release',
            change: { heldFen },
            documentKind: 'order',
            documentId: newId(),
            actorId,
            at,
          },
        ],
        { withinLimit },
      ),
    );
  const prepaid =
    (move: typeof holdPrepaid) =>
    (orderId: string, amountFen: number): Promise<void> =>
      withAccount((tx, account) =>
        move(tx, newId, [{ account, orderId, amountFen, actorId, at: core.clock.now() }]),
      );

  return {
    id,
    client,
    account: async () => {
      const [found] = (await client.credit.mine({})).items;
      if (!found) throw new Error('no account');
      return found;
    },
    /** Signs for goods: now, or so long ago that plain 30 days ran out so many days ago. */
    owe: (amountFen: number, daysLate?: number) =>
      withAccount(async (tx, account) => {
        const at = core.clock.now() - (daysLate === undefined ? 0 : (30 + daysLate) * dayMs);
        const posting = {
          accountId: account.id,
          kind: 'sign' as const,
          change: { receivableFen: amountFen },
          documentKind: 'shipment' as const,
          documentId: newId(),
          actorId,
          at,
        };
        await postCredit(tx, newId, [posting], { withinLimit: false });
        const orderId = newId();
        return issueBill(tx, newId, { account, orderId, orderNumber: orderId, amountFen, issuedAt: at });
      }),
    /** What each bill has been paid. */
    paid: async () => {
      const bills = await shop.rows<{ id: string; paidFen: number }>(
        'SELECT id, paidFen FROM bill WHERE buyerId = ? ORDER BY id',
        [id],
      );
      return Object.fromEntries(bills.map((bill) => [bill.id, bill.paidFen]));
    },
    hold: (amountFen: number, at: number) => post(amountFen, at, true),
    release: (amountFen: number) => post(-amountFen, core.clock.now(), false),
    holdPrepaid: prepaid(holdPrepaid),
    releasePrepaid: prepaid(releasePrepaid),
    capturePrepaid: prepaid(capturePrepaid),
    payFromPrepaid: (orderId: string, billId: string, amountFen: number) =>
      withAccount((tx, account) =>
        payFromPrepaid(tx, newId, { account, orderId, billId, amountFen, actorId, at: core.clock.now() }),
      ),
    useRelease: (releaseId: string, orderId: string, amountFen: number) =>
      core.database.transaction((tx) =>
        useReleases(tx, newId, [{ releaseId, orderId, amountFen, actorId, at: core.clock.now() }]),
      ),
    giveBack: (orderIds: readonly string[]) =>
      core.database.transaction((tx) =>
        giveBackReleases(tx, newId, orderIds, { actorId, at: core.clock.now() }),
      ),
    /** A temporary limit from today on, asked for and approved. */
    async temporary(boss: Client, clerk: Client, amountFen: number, untilOn: string) {
      const temporaryLimitId = newId();
      const asked = {
        temporaryLimitId,
        buyerId: id,
        amountFen,
        startsOn: shop.today,
        untilOn,
        reason: '旺季',
      };
      await clerk.credit.requestTemporaryLimit(asked);
      await boss.credit.decideTemporaryLimit({ temporaryLimitId, commandId: newId(), approve: true });
    },
    /** One of each document that has an id, open to decide. */
    async everything(boss: Client, clerk: Client, billId: string) {
      const ids = {
        writeOffId: newId(),
        temporaryLimitId: newId(),
        releaseId: newId(),
        statementId: newId(),
      };
      const whom = { buyerId: id, reason: '样例' };
      const untilOn = addDays(shop.today, 5);
      await clerk.credit.requestWriteOff({
        writeOffId: ids.writeOffId,
        billId,
        amountFen: 1,
        reason: '样例',
      });
      const { temporaryLimitId, releaseId, statementId } = ids;
      const period = { startsOn: shop.today, untilOn };
      await clerk.credit.requestTemporaryLimit({ temporaryLimitId, amountFen: 1, ...period, ...whom });
      await boss.credit.grantRelease({ releaseId, step: 'remind', amountFen: 1, untilOn, ...whom });
      const past = { startsOn: addDays(shop.today, -30), untilOn: addDays(shop.today, -1) };
      await boss.credit.issueStatement({ statementId, buyerId: id, ...past });
      const topUp = { kind: 'market' as const, action: 'topUp' as const, amountFen: 1, ...whom };
      const { depositId } = await boss.credit.moveDeposit({ commandId: newId(), ...topUp });
      const [entry] = (await boss.credit.depositEntries({ depositId })).items;
      return { ...ids, depositId, entryId: entry?.entryId ?? '' };
    },
  };
}
