import { aPromotion } from '../../promotions/testing';
import { balancesOf } from '../balances';
import { decideOrder } from '../decide-order';
import { anOrderRequest, aRequestLine, factsOf, noon } from '../testing';
import type { OrderRequest } from '../facts';

const hourMs = 3_600_000;
const [balanceFrom, balanceUntil] = [noon + 2 * hourMs, noon + 6 * hourMs];
/** Ten units at ¥3 on the list: as a pre-order ¥2.50, of which a deposit of ¥0.50 counts for itself. */
const preOrder = aPromotion({
  kind: 'preOrder',
  rule: { unitPriceE4: 25_000, depositE4: 5_000, depositWorthE4: 5_000, balanceFrom, balanceUntil },
});
const decide = (given: Partial<OrderRequest> = {}, lots?: []) => {
  const facts = factsOf({ promotions: [preOrder], ...(lots ? { lots } : {}) });
  return decideOrder(facts, balancesOf(facts), anOrderRequest(given));
};
const rulesOf = ({ findings }: ReturnType<typeof decide>) =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe('an order that is paid in steps', () => {
  it('is held for its deposit, and takes neither goods nor credit', () => {
    const decision = decide();
    expect(decision).toMatchObject({
      verdict: 'held',
      payableFen: 2_500,
      heldFen: 0,
      reservations: [],
      stepDueAt: noon + hourMs / 2,
      holds: [{ kind: 'payment', dueAt: noon + hourMs / 2 }],
      steps: { depositFen: 500, balanceFrom, balanceUntil, isRefundable: false },
    });
    expect(rulesOf(decision)).toEqual(['preOrder.deposit review']);
  });

  it('asks for goods only with the balance', () => {
    expect(rulesOf(decide({}, []))).toEqual(['preOrder.deposit review']);
    const { steps } = decide();
    const again = { steps, promotions: null, lines: [aRequestLine({ agreed: agreedAt(2_500) })] };
    const waiting = decide({ ...again, paidFen: 500, at: noon + hourMs });
    expect([rulesOf(waiting), waiting.stepDueAt]).toEqual([['preOrder.waiting review'], balanceFrom]);
    expect(waiting.holds).toMatchObject([{ kind: 'payment', dueAt: balanceUntil }]);
    const open = decide({ ...again, paidFen: 500, at: balanceFrom });
    expect([rulesOf(open), open.stepDueAt]).toEqual([['preOrder.balance review'], balanceUntil]);
    const paid = decide({ ...again, paidFen: 2_500, at: balanceFrom });
    expect(paid).toMatchObject({ verdict: 'approved', stepDueAt: null, heldFen: 2_500 });
    expect(paid.reservations).toHaveLength(1);
    const short = decide({ ...again, paidFen: 2_500, at: balanceFrom }, []);
    expect([short.verdict, short.stepDueAt]).toEqual(['held', null]);
  });

  it('is refused when its window is over', () => {
    const late = balanceUntil + 1;
    expect(
      rulesOf(decide({ at: late, promotions: { at: late, couponIds: null, giftChoices: new Map() } })),
    ).toContain('preOrder.over block');
  });
});

const agreedAt = (amountFen: number) => ({
  unitPriceE4: 30_000,
  priceListId: 'list',
  amountFen: 3_000,
  discountFen: 3_000 - amountFen,
});
