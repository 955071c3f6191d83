import { type Caller, type GateSale, type Platform } from '../platform';
import { type FlashClaim, orderingMs, readFlashSales, readFlashToken } from '../promotions';
import type { openIntake } from './intake-service';
import type { BasketLine, PlaceInput } from './model';
import type { Outcome } from './place-batch-service';
import { orderStore } from './store';

type Intake = ReturnType<typeof openIntake>;

interface Begun {
  readonly line: BasketLine;
  readonly activityId: string;
  readonly token: string;
}

/**
 * Places orders with flash lines. Each token begins to be used at the gate before the order is decided, so that no
 * other order can; the batch then writes the sale. A refusal puts the tokens back for the rest of their time; what
 * never answers is looked after when its lease is over.
 */
export function flashPlacing({ database, coordination, log }: Platform, intake: Intake) {
  const { gates } = coordination;

  /** What is said to the gate after the answer is known; the sweep says it again where it was not heard. */
  const tell = (what: Promise<unknown>) =>
    what.catch((error: unknown) =>
      log.warn({ error: String(error) }, 'the gate of a flash sale did not hear'),
    );
  const putBack = (begun: readonly Begun[], orderId: string) =>
    Promise.all(begun.map(({ activityId, token }) => tell(gates.putBack(activityId, token, orderId))));

  /** An order that was there already: what its tokens came to, the database says. */
  const settleKnown = async (begun: readonly Begun[], orderId: string) => {
    const pairs = begun.map(({ activityId, token }) => [activityId, token] as const);
    const sales = await database.read((tx) => readFlashSales(tx, pairs));
    for (const one of begun) {
      const sale = sales.find(
        ({ activityId, token }) => activityId === one.activityId && token === one.token,
      );
      if (!sale) await putBack([one], orderId);
      else if (sale.state === 'void') await tell(gates.release(one.activityId, [one.token]));
      else if (sale.returned === 0) await tell(gates.confirm(one.activityId, sale));
    }
  };
  const wasPlaced = async (orderId: string) =>
    (await database.read((tx) => orderStore(tx).orders([orderId]))).length > 0;

  return async (caller: Caller, input: PlaceInput): Promise<Outcome> => {
    const asked = input.lines.filter(({ flashToken }) => flashToken !== undefined);
    if (asked.length === 0) return intake.place(caller, input);
    const { orderId } = input;
    const refuse = async (code: string, begun: readonly Begun[]): Promise<Outcome> => {
      // A repeat gets its first answer, though its token has long been used.
      if (await wasPlaced(orderId)) return intake.place(caller, input);
      await putBack(begun, orderId);
      return { kind: 'refused', code, detail: '' };
    };

    const begun: Begun[] = [];
    const claims: FlashClaim[] = [];
    for (const line of asked) {
      const read = readFlashToken(line.flashToken ?? '');
      if (!read) return refuse('flash.tokenGone', begun);
      const { activityId, token } = read;
      const answer = await gates.redeem(activityId, {
        token,
        buyerId: caller.partyId,
        orderId,
        leaseMs: orderingMs,
      });
      if (answer.answer !== 'ordering') return refuse(refusals[answer.answer], begun);
      begun.push({ line, activityId, token });
      if (answer.quantity !== line.quantity) return refuse('flash.tokenMismatch', begun);
      const { quantity, grabbedAt, attempts } = answer;
      claims.push({ activityId, token, skuId: line.skuId, quantity, grabbedAt, attempts });
    }

    const outcome = await intake.place(caller, input, claims);
    if (outcome.kind === 'refused') await putBack(begun, orderId);
    else if (outcome.kind === 'known') await settleKnown(begun, orderId);
    else {
      const sales = claims.map(({ activityId, token, quantity }): [string, GateSale] => [
        activityId,
        { token, buyerId: caller.partyId, quantity },
      ]);
      await Promise.all(sales.map(([activityId, sale]) => tell(gates.confirm(activityId, sale))));
    }
    return outcome;
  };
}

const refusals = {
  gone: 'flash.tokenGone',
  used: 'flash.tokenGone',
  over: 'flash.stopped',
  notWarm: 'flash.notReady',
} as const;
