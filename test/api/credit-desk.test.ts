import type { Client } from '@tongpan/bff';
import { addDays, checkBooks, climbLadder, dayMs } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, refusalOf, type Shop } from './open-shop';
import { aCustomer, creditSeller, openCreditSeller } from './credit-company';

afterAll(removePlaces);

forEachEngine('the credit desk', (engine) => {
  let shop: Shop;
  let boss: Client;
  let clerk: Client;
  let customer: Awaited<ReturnType<typeof aCustomer>>;
  let made = 0;

  beforeAll(async () => {
    shop = await openShop(engine);
    await openCreditSeller(shop);
    [boss, clerk] = await Promise.all([shop.as('d9'), shop.as('d9-money')]);
  });
  afterAll(() => shop.close());
  /** Every test has a customer of its own, with a limit of ¥10,000. */
  beforeEach(async () => {
    made += 1;
    customer = await aCustomer(shop, `CC${made}`);
  });

  /** Says it twice: the same answer, and nothing written the second time. */
  const sayTwice = async <View>(say: () => Promise<View>): Promise<View> => {
    const first = await say();
    const after = await shop.ledger();
    expect(await say()).toEqual(first);
    expect(await shop.ledger()).toEqual(after);
    return first;
  };
  const mine = () => customer.account();
  const waitingAt = async (client: Client, kind: string) =>
    (await client.insight.desk({})).waiting.find((one) => one.kind === kind);
  const pair = () => ({ sellerId: creditSeller, buyerId: customer.id });

  describe('limits', () => {
    it('are set over the version that was seen, and remember who changed them', async () => {
      const { version } = await mine();
      const input = { buyerId: customer.id, limitFen: 2_000_000, termDays: 20, version, reason: '旺季' };

      const set = await sayTwice(() => boss.credit.setLimit({ commandId: `L-${made}`, ...input }));
      const late = clerk.credit.setLimit({ commandId: shop.newId(), ...input, limitFen: 5 });

      expect(set).toMatchObject({ limitFen: 2_000_000, termDays: 20, version: version + 1 });
      expect(await codeOf(late)).toBe('credit.changedMeanwhile');
      const { items } = await clerk.credit.limitHistory({ buyerId: customer.id });
      expect(items).toMatchObject([
        { beforeFen: 1_000_000, afterFen: 2_000_000, beforeTermDays: 30, afterTermDays: 20, actorId: 'U-d9' },
      ]);
    });

    it('grow for some days when two persons say so', async () => {
      const ask = {
        temporaryLimitId: shop.newId(),
        buyerId: customer.id,
        amountFen: 50_000,
        startsOn: shop.today,
        untilOn: shop.today,
        reason: '开业备货',
      };
      const asked = await sayTwice(() => clerk.credit.requestTemporaryLimit(ask));
      expect(asked).toMatchObject({ state: 'requested', requestedBy: 'U-d9-money' });
      expect(await mine()).toMatchObject({ temporaryFen: 0, availableFen: 1_000_000 });
      expect(await waitingAt(boss, 'temporaryLimits')).toMatchObject({ count: 1, amountFen: 50_000 });
      expect(await waitingAt(clerk, 'temporaryLimits')).toBeUndefined();

      const { temporaryLimitId } = ask;
      const decision = { temporaryLimitId, commandId: shop.newId(), approve: true };
      expect(await codeOf(clerk.credit.decideTemporaryLimit(decision))).toBe('credit.sameHand');
      await sayTwice(() => boss.credit.decideTemporaryLimit(decision));
      expect(await waitingAt(boss, 'temporaryLimits')).toBeUndefined();

      expect(await mine()).toMatchObject({
        temporaryFen: 50_000,
        availableFen: 1_050_000,
        limitFen: 1_000_000,
      });
      const again = boss.credit.decideTemporaryLimit({ ...decision, commandId: shop.newId() });
      expect(await codeOf(again)).toBe('credit.decided');
      const { items } = await customer.client.credit.temporaryLimits(pair());
      expect(items).toMatchObject([{ amountFen: 50_000, state: 'approved', reason: '', requestedBy: '' }]);

      await boss.credit.voidTemporaryLimit({ temporaryLimitId, commandId: shop.newId(), note: '取消' });
      expect(await mine()).toMatchObject({ temporaryFen: 0 });
    });

    it('hold in the write on the day of the posting, and not the day after', async () => {
      await customer.temporary(boss, clerk, 500, shop.today);
      await boss.credit.setLimit({
        commandId: shop.newId(),
        buyerId: customer.id,
        limitFen: 1_000,
        termDays: 30,
      });
      const tomorrow = shop.core.clock.now() + dayMs;

      await expect(customer.hold(1_501, shop.core.clock.now())).rejects.toThrow();
      await expect(customer.hold(1_001, tomorrow)).rejects.toThrow();
      await customer.hold(1_500, shop.core.clock.now());
      expect(await mine()).toMatchObject({ heldFen: 1_500, availableFen: 0 });
      await customer.release(1_500);
    });
  });

  describe('terms', () => {
    it('are agreed in versions, and bills keep the ones they were issued under', async () => {
      const before = await customer.owe(1_000);
      const input = { buyerId: customer.id, kind: 'monthly' as const, days: 10, reason: '改月结' };
      const set = await sayTwice(() => boss.credit.setTerms({ commandId: `T-${made}`, ...input }));
      const after = await customer.owe(2_000);

      expect(set.terms).toEqual({ kind: 'monthly', days: 10, basis: 'sign', statementDay: 0 });
      expect(before).toMatchObject({ dueOn: addDays(shop.today, 30), termsKind: 'net' });
      expect(after).toMatchObject({ dueOn: '2026-12-10', termsKind: 'monthly' });
      const past = boss.credit.setTerms({ commandId: shop.newId(), ...input, startsOn: '2026-01-01' });
      expect(await codeOf(past)).toBe('credit.inThePast');
      const { now, versions } = await customer.client.credit.terms(pair());
      expect(now.kind).toBe('monthly');
      expect(versions).toHaveLength(1);
    });
  });

  describe('receipts', () => {
    it('wait when no bill is open, and pay the next bill by themselves', async () => {
      await boss.credit.receive({ receiptId: shop.newId(), buyerId: customer.id, amountFen: 700 });
      expect(await mine()).toMatchObject({ unappliedFen: 700, availableFen: 1_000_700 });

      const bill = await customer.owe(1_000);

      expect(bill).toMatchObject({ amountFen: 1_000, paidFen: 700 });
      expect(await mine()).toMatchObject({ unappliedFen: 0, receivableFen: 300 });
    });

    it('come off their bills, go on by hand, and are taken back for good', async () => {
      const [first, second] = [await customer.owe(1_000), await customer.owe(1_000)];
      const receiptId = shop.newId();
      await boss.credit.receive({ receiptId, buyerId: customer.id, amountFen: 1_500 });

      await sayTwice(() => boss.credit.unapplyReceipt({ receiptId, commandId: `U-${made}` }));
      expect(await mine()).toMatchObject({ receivableFen: 2_000, unappliedFen: 1_500 });

      const apply = { receiptId, commandId: `A-${made}`, billId: second.id, amountFen: 400 };
      await sayTwice(() => boss.credit.applyReceipt(apply));
      expect(await customer.paid()).toEqual({ [first.id]: 0, [second.id]: 400 });
      const tooMuch = boss.credit.applyReceipt({ ...apply, commandId: shop.newId(), amountFen: 601 });
      expect(await codeOf(tooMuch)).toBe('credit.overApplied');

      await sayTwice(() => boss.credit.reverseReceipt({ receiptId, commandId: `R-${made}`, reason: '退票' }));
      expect(await mine()).toMatchObject({ receivableFen: 2_000, unappliedFen: 0 });
      expect(await customer.paid()).toEqual({ [first.id]: 0, [second.id]: 0 });
      const again = boss.credit.reverseReceipt({ receiptId, commandId: shop.newId(), reason: '退票' });
      expect(await codeOf(again)).toBe('credit.notReversible');
      const { items } = await customer.client.credit.receipts(pair());
      expect(items).toMatchObject([
        { kind: 'reversal', amountFen: -1_500, reversesId: receiptId },
        { kind: 'money', amountFen: 1_500, openFen: 0 },
      ]);
    });

    it('may be credit notes: they apply like money', async () => {
      const [first, second] = [await customer.owe(1_000), await customer.owe(1_000)];
      const note = { receiptId: shop.newId(), buyerId: customer.id, amountFen: 300, reason: '短少 3 瓶' };

      await sayTwice(() => boss.credit.creditNote({ ...note, billId: second.id }));

      expect(await customer.paid()).toEqual({ [first.id]: 0, [second.id]: 300 });
    });

    it('are written off by two persons, for one bill and no more than is open', async () => {
      const bill = await customer.owe(1_000);
      const ask = { writeOffId: shop.newId(), billId: bill.id, amountFen: 1_001, reason: '闭店' };
      expect(await codeOf(clerk.credit.requestWriteOff(ask))).toBe('credit.overPaid');
      await sayTwice(() => clerk.credit.requestWriteOff({ ...ask, amountFen: 900 }));
      expect(await waitingAt(boss, 'writeOffs')).toMatchObject({ count: 1, amountFen: 900 });
      expect(await waitingAt(clerk, 'writeOffs')).toBeUndefined();

      const decision = { writeOffId: ask.writeOffId, commandId: shop.newId(), approve: true };
      expect(await codeOf(clerk.credit.decideWriteOff(decision))).toBe('credit.sameHand');
      await sayTwice(() => boss.credit.decideWriteOff(decision));

      expect(await mine()).toMatchObject({ receivableFen: 100 });
      expect((await boss.credit.writeOffs({})).items[0]).toMatchObject({
        state: 'approved',
        amountFen: 900,
        buyerId: customer.id,
      });
    });

    it('of ten clerks at once pay a bill once', async () => {
      const bill = await customer.owe(1_000);
      const receive = () =>
        boss.credit.receive({
          receiptId: shop.newId(),
          buyerId: customer.id,
          amountFen: 300,
          billId: bill.id,
        });
      await Promise.all(Array.from({ length: 10 }, receive));

      expect(await mine()).toMatchObject({ receivableFen: 0, unappliedFen: 2_000 });
    });
  });

  describe('the overdue ladder', () => {
    it('moves accounts, voids temporary limits, reminds once a day, and lets go of who has paid', async () => {
      await customer.temporary(boss, clerk, 500, addDays(shop.today, 60));
      await customer.owe(100_000, 31);
      await climbLadder(shop.core, shop.today);
      await climbLadder(shop.core, shop.today);

      const of = <Item extends { buyerId: string }>(items: readonly Item[]) =>
        items.filter(({ buyerId }) => buyerId === customer.id);
      const changes = of((await boss.credit.stepChanges({ limit: 100 })).items);
      expect(changes).toMatchObject([{ fromStep: 'clear', toStep: 'stopShipment', overdueDays: 31 }]);
      const reminders = of((await clerk.credit.reminders({ limit: 100 })).items);
      expect(reminders).toMatchObject([{ step: 'stopShipment', overdueFen: 100_000, sentAt: null }]);
      expect((await boss.credit.temporaryLimits(pair())).items).toMatchObject([{ state: 'void' }]);
      expect(await mine()).toMatchObject({ ladderStep: 'stopShipment', overdueDays: 31 });

      await boss.credit.receive({ receiptId: shop.newId(), buyerId: customer.id, amountFen: 100_000 });
      await climbLadder(shop.core, addDays(shop.today, 1));
      const after = of((await boss.credit.stepChanges({ limit: 100 })).items);
      expect(after[0]).toMatchObject({ fromStep: 'stopShipment', toStep: 'clear' });
    });

    it('says what to pay, and stands aside for a release', async () => {
      const bill = await customer.owe(200_000, 20);
      const assess = () => customer.client.credit.assess({ ...pair(), amountFen: 1_000 });
      expect(await assess()).toMatchObject({
        answer: 'enough',
        locked: true,
        ladderStep: 'cashOnly',
        payToFree: { amountFen: 150_000, bills: [{ billId: bill.id, amountFen: 150_000, clears: false }] },
      });

      const granted = {
        buyerId: customer.id,
        step: 'cashOnly' as const,
        untilOn: shop.today,
        reason: '老客户',
      };
      const input = { releaseId: shop.newId(), amountFen: 1_000, ...granted };
      await sayTwice(() => boss.credit.grantRelease(input));
      expect(await assess()).toMatchObject({ locked: false, payToFree: null });

      const { releaseId } = input;
      await customer.useRelease(releaseId, 'ORDER-1', 600);
      await expect(customer.useRelease(releaseId, 'ORDER-2', 500)).rejects.toThrow();
      expect(await assess()).toMatchObject({ locked: true });
      await customer.giveBack(['ORDER-1']);
      expect(await assess()).toMatchObject({ locked: false });
      await sayTwice(() => boss.credit.revokeRelease({ releaseId, commandId: `V-${made}` }));
      expect(await assess()).toMatchObject({ locked: true });
    });

    it('is the seller’s own from the next day on', async () => {
      const fromDays = { remind: 1, noPromotion: 2, cashOnly: 3, stopShipment: 4, frozen: 5 };
      const rest = { ignoredFen: 100, ignoredBp: 50, remindEveryDays: 3 };
      const other = await shop.as('d2');
      const set = await sayTwice(() => other.credit.setLadder({ commandId: 'D2-LADDER', fromDays, ...rest }));

      expect(set.now).toMatchObject({ version: 0 });
      expect(set.versions).toMatchObject([{ version: 1, startsOn: addDays(shop.today, 1), fromDays }]);
      expect((await boss.credit.ladder({})).versions).toEqual([]);
    });
  });

  describe('statements', () => {
    it('equal the ledger, are sent once, disputed and confirmed', async () => {
      await customer.owe(1_000, 10);
      await customer.owe(2_000, 9);
      await boss.credit.receive({ receiptId: shop.newId(), buyerId: customer.id, amountFen: 1_200 });
      const whole = { startsOn: addDays(shop.today, -90), untilOn: shop.today };
      const paper = await customer.client.credit.statement({ ...pair(), ...whole });
      const account = await mine();

      expect(paper).toMatchObject({ openingFen: 0, billedFen: 3_000, receivedFen: 1_200, closingFen: 1_800 });
      expect(paper.closingFen).toBe(account.receivableFen - account.unappliedFen);
      expect(paper.lines.map(({ balanceFen }) => balanceFen)).toEqual([1_000, 3_000, 1_800]);

      const open = { statementId: shop.newId(), buyerId: customer.id, ...whole };
      expect(await codeOf(boss.credit.issueStatement(open))).toBe('credit.periodOpen');
      const input = { ...open, untilOn: addDays(shop.today, -1) };
      const sent = await sayTwice(() => boss.credit.issueStatement(input));
      expect(sent).toMatchObject({ state: 'issued', closingFen: 3_000 });
      const twice = boss.credit.issueStatement({ ...input, statementId: shop.newId() });
      expect(await codeOf(twice)).toBe('credit.statementExists');

      const { statementId } = sent;
      const dispute = { statementId, commandId: shop.newId(), agree: false, note: '少记一笔' };
      expect(await sayTwice(() => customer.client.credit.answerStatement(dispute))).toMatchObject({
        state: 'disputed',
        note: '少记一笔',
      });
      const confirm = { statementId, commandId: shop.newId(), agree: true };
      await customer.client.credit.answerStatement(confirm);
      const late = customer.client.credit.answerStatement({ ...dispute, commandId: shop.newId() });
      expect(await codeOf(late)).toBe('credit.decided');
      expect((await customer.client.credit.statements({})).items).toMatchObject([{ state: 'confirmed' }]);
    });

    it('age what is open by how late it is', async () => {
      for (const [late, amountFen] of [
        [0, 1],
        [1, 20],
        [30, 300],
        [31, 4_000],
        [90, 50_000],
        [91, 600_000],
      ] as const) {
        await customer.owe(amountFen, late);
      }
      const { items, total } = await boss.credit.ageing({ limit: 100 });
      const own = items.find(({ buyerId }) => buyerId === customer.id);

      expect(own).toMatchObject({
        notDueFen: 1,
        days1To30Fen: 320,
        days31To60Fen: 4_000,
        days61To90Fen: 50_000,
        over90Fen: 600_000,
      });
      expect(total.over90Fen).toBeGreaterThanOrEqual(600_000);
    });

    it('are summed for HQ by seller, without a customer’s name', async () => {
      const money = await shop.as('hq-money');
      const { items } = await money.credit.channel({ limit: 100 });
      const accounts = (await boss.credit.accounts({ limit: 100 })).items;

      expect(items.map(({ sellerId }) => sellerId)).toEqual(['D1', 'D2', 'D9', 'HQ']);
      expect(items[2]?.limitFen).toBe(accounts.reduce((total, { limitFen }) => total + limitFen, 0));
      expect(Object.keys(items[0] ?? {})).not.toContain('buyerId');
    });
  });

  describe('deposits', () => {
    const move = (input: {
      kind: 'prepaid' | 'earnest' | 'market';
      action: 'topUp' | 'refund' | 'capture' | 'forfeit' | 'deduct';
      amountFen: number;
      orderId?: string;
    }) =>
      boss.credit.moveDeposit({ commandId: shop.newId(), buyerId: customer.id, reason: '按合同', ...input });

    it('of prepaid money cover orders: held, given back, spent on the bill', async () => {
      await boss.credit.setTerms({
        commandId: shop.newId(),
        buyerId: customer.id,
        kind: 'prepaid',
        reason: '预存',
      });
      expect(await customer.client.credit.assess({ ...pair(), amountFen: 1_000 })).toMatchObject({
        answer: 'over',
        termsAnswer: 'topUp',
        missingFen: 1_000,
      });
      const topUp = {
        commandId: shop.newId(),
        buyerId: customer.id,
        kind: 'prepaid' as const,
        reason: '打款',
      };
      await sayTwice(() => boss.credit.moveDeposit({ ...topUp, action: 'topUp', amountFen: 1_000 }));
      const assessed = await customer.client.credit.assess({ ...pair(), amountFen: 1_000 });
      expect(assessed).toMatchObject({ answer: 'enough', termsAnswer: 'prepaid' });

      await customer.holdPrepaid('O-1', 700);
      await expect(customer.holdPrepaid('O-2', 301)).rejects.toThrow();
      expect(await codeOf(move({ kind: 'prepaid', action: 'refund', amountFen: 301 }))).toBe(
        'credit.depositShort',
      );
      await customer.releasePrepaid('O-1', 100);
      const bill = await customer.owe(600);
      await customer.payFromPrepaid('O-1', bill.id, 600);

      const { items } = await customer.client.credit.deposits({});
      expect(items).toMatchObject([{ kind: 'prepaid', balanceFen: 400, heldFen: 0, freeFen: 400 }]);
      expect(await mine()).toMatchObject({ receivableFen: 0, unappliedFen: 0 });
    });

    it('of an order are forfeited up to what that order paid', async () => {
      await move({ kind: 'earnest', action: 'topUp', amountFen: 500, orderId: 'O-1' });
      await move({ kind: 'earnest', action: 'topUp', amountFen: 500, orderId: 'O-2' });
      const missing = move({ kind: 'earnest', action: 'topUp', amountFen: 500 });
      const tooMuch = move({ kind: 'earnest', action: 'forfeit', amountFen: 501, orderId: 'O-1' });

      expect(await codeOf(missing)).toBe('credit.orderMissing');
      expect(await codeOf(tooMuch)).toBe('credit.depositShort');
      const left = await move({ kind: 'earnest', action: 'forfeit', amountFen: 500, orderId: 'O-1' });
      expect(left).toMatchObject({ balanceFen: 500, heldFen: 500 });
    });

    it('of the market are deducted with a reason, and a mistyped top-up is reversed', async () => {
      const { depositId } = await move({ kind: 'market', action: 'topUp', amountFen: 5_000 });
      expect(await codeOf(move({ kind: 'market', action: 'capture', amountFen: 1 }))).toBe(
        'credit.depositForbids',
      );
      await move({ kind: 'market', action: 'deduct', amountFen: 2_000 });
      const { depositId: _ } = await move({ kind: 'market', action: 'topUp', amountFen: 300 });
      const [newest] = (await customer.client.credit.depositEntries({ depositId })).items;
      const reversal = { entryId: newest?.entryId ?? '', commandId: shop.newId(), reason: '记错户' };

      const after = await sayTwice(() => boss.credit.reverseDepositEntry(reversal));

      expect(after).toMatchObject({ balanceFen: 3_000 });
      const again = boss.credit.reverseDepositEntry({ ...reversal, commandId: shop.newId() });
      expect(await codeOf(again)).toBe('credit.notReversible');
      const { items } = await customer.client.credit.depositEntries({ depositId });
      expect(items.map(({ balanceFen }) => balanceFen)).toEqual([-300, 300, -2_000, 5_000]);
    });
  });

  it('keeps what is another’s untold from what is not', async () => {
    const other = await shop.as('d2');
    const stranger = await shop.openStore({ id: `X-${customer.id}` });
    const bill = await customer.owe(1_000);
    const receiptId = shop.newId();
    await boss.credit.receive({ receiptId, buyerId: customer.id, amountFen: 10 });
    const ids = await customer.everything(boss, clerk, bill.id);
    const told = async (answer: Promise<unknown>) => {
      const { status, problem } = await refusalOf(answer);
      return { status, code: problem.code, title: problem.title, detail: problem.detail };
    };
    const commandId = () => shop.newId();
    const asks: readonly [string, (id: string) => Promise<unknown>][] = [
      [customer.id, (id) => stranger.credit.assess({ sellerId: creditSeller, buyerId: id, amountFen: 1 })],
      [
        customer.id,
        (id) =>
          other.credit.statement({
            sellerId: creditSeller,
            buyerId: id,
            startsOn: '2026-01-01',
            untilOn: '2026-01-31',
          }),
      ],
      [customer.id, (id) => stranger.credit.receipts({ sellerId: creditSeller, buyerId: id })],
      [customer.id, (id) => stranger.credit.terms({ sellerId: creditSeller, buyerId: id })],
      [customer.id, (id) => stranger.credit.temporaryLimits({ sellerId: creditSeller, buyerId: id })],
      [customer.id, (id) => stranger.credit.releases({ sellerId: creditSeller, buyerId: id })],
      [customer.id, (id) => other.credit.limitHistory({ buyerId: id })],
      [
        customer.id,
        (id) => other.credit.setTerms({ commandId: commandId(), buyerId: id, kind: 'cash', reason: '现结' }),
      ],
      [
        customer.id,
        (id) =>
          other.credit.creditNote({ receiptId: commandId(), buyerId: id, amountFen: 1, reason: '差异' }),
      ],
      [receiptId, (id) => other.credit.unapplyReceipt({ receiptId: id, commandId: commandId() })],
      [
        receiptId,
        (id) => other.credit.reverseReceipt({ receiptId: id, commandId: commandId(), reason: '错' }),
      ],
      [bill.id, (id) => boss.credit.applyReceipt({ receiptId: id, commandId: commandId(), billId: id })],
      [
        bill.id,
        (id) =>
          other.credit.requestWriteOff({ writeOffId: commandId(), billId: id, amountFen: 1, reason: '闭店' }),
      ],
      [
        ids.writeOffId,
        (id) => other.credit.decideWriteOff({ writeOffId: id, commandId: commandId(), approve: true }),
      ],
      [
        ids.temporaryLimitId,
        (id) =>
          other.credit.decideTemporaryLimit({ temporaryLimitId: id, commandId: commandId(), approve: true }),
      ],
      [
        ids.temporaryLimitId,
        (id) => other.credit.voidTemporaryLimit({ temporaryLimitId: id, commandId: commandId() }),
      ],
      [ids.releaseId, (id) => other.credit.revokeRelease({ releaseId: id, commandId: commandId() })],
      [
        ids.statementId,
        (id) => stranger.credit.answerStatement({ statementId: id, commandId: commandId(), agree: true }),
      ],
      [ids.depositId, (id) => stranger.credit.depositEntries({ depositId: id })],
      [
        ids.entryId,
        (id) => other.credit.reverseDepositEntry({ entryId: id, commandId: commandId(), reason: '错' }),
      ],
    ];
    for (const [others, ask] of asks) {
      const before = await shop.ledger();
      expect(await told(ask(others))).toEqual(await told(ask('NO-SUCH-THING')));
      expect(await shop.ledger()).toEqual(before);
    }
    for (const list of [
      stranger.credit.statements({}),
      stranger.credit.deposits({}),
      other.credit.writeOffs({}),
    ]) {
      expect((await list).items).toEqual([]);
    }
  });

  it('notices a fen that is missing', async () => {
    await customer.owe(1_000);
    const receiptId = shop.newId();
    await boss.credit.receive({ receiptId, buyerId: customer.id, amountFen: 400 });
    const wrong = async () =>
      (await checkBooks(shop.core.database)).filter(({ mismatches }) => mismatches.length > 0).length;

    await shop.run('UPDATE receipt SET openFen = openFen + 1 WHERE id = ?', [receiptId]);
    expect(await wrong()).toBeGreaterThan(0);
    await shop.run('UPDATE receipt SET openFen = openFen - 1 WHERE id = ?', [receiptId]);
    expect(await wrong()).toBe(0);
  });

  endsWithBooks(() => shop);
});
