import type { Gates, GateSale, GateTerms, GrabAnswer } from '@tongpan/core/src/platform/coordination';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { openParts, type Parts } from './a-platform';

afterAll(removePlaces);

forEachEngine('the gate of a flash sale', (engine) => {
  let parts: Parts;
  let gates: Gates;
  let gate = '';
  let count = 0;
  beforeAll(async () => {
    parts = await openParts(engine);
    gates = parts.coordination.gates;
  });
  afterAll(() => parts.close());
  beforeEach(() => {
    gate = `GATE-${(count += 1)}`;
  });

  const second = 1_000;
  const aTerms = (terms: Partial<GateTerms> = {}): GateTerms => ({
    quota: 10,
    perBuyer: 2,
    startsAt: parts.clock.now() - second,
    endsAt: parts.clock.now() + 60 * second,
    tokenMs: 5 * second,
    attemptsPerSecond: 1_000,
    ...terms,
  });
  let fencing = 1;
  const warm = async (terms: Partial<GateTerms> = {}, sold: readonly GateSale[] = []) =>
    gates.warm(gate, {
      terms: aTerms(terms),
      isStopped: false,
      sold,
      fencing: (fencing += 1),
      readAt: parts.clock.now(),
    });
  const grab = (buyerId: string, quantity = 1, requestId = parts.newId()) =>
    gates.grab(gate, { buyerId, requestId, quantity, token: parts.newId() });
  const kinds = (answers: readonly GrabAnswer[]) => {
    const counts: Record<string, number> = {};
    for (const { answer } of answers) counts[answer] = (counts[answer] ?? 0) + 1;
    return counts;
  };
  const look = async () => (await gates.look([gate]))[0];
  const counts = async () => {
    const seen = await look();
    return seen && { free: seen.free, held: seen.held, sold: seen.sold };
  };
  const winner = async (buyerId: string, quantity = 1) => {
    const won = await grab(buyerId, quantity);
    if (won.answer !== 'token') throw new Error(`${buyerId} got ${won.answer}`);
    return won;
  };
  const redeem = (token: string, buyerId: string, orderId = 'ORDER', leaseMs = 10 * second) =>
    gates.redeem(gate, { token, buyerId, orderId, leaseMs });
  const balances = async () => {
    const seen = await look();
    expect(seen && seen.free + seen.held + seen.sold).toBe(seen?.quota);
  };

  it('is not warm before anybody has warmed it, which is not the same as sold out', async () => {
    expect(await grab('B1')).toMatchObject({ answer: 'notWarm' });
    expect(await redeem('T', 'B1')).toEqual({ answer: 'notWarm' });
    expect(await look()).toBeNull();
  });

  it('gives ten of thirty buyers a token, and tells twenty they lost', async () => {
    await warm();

    const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => grab(`B${at}`)));

    expect(kinds(answers)).toEqual({ token: 10, lost: 20 });
    expect(await look()).toMatchObject({ free: 0, held: 10, sold: 0, attempts: 30 });
  });

  it('lets nobody in early, late, or after it was stopped', async () => {
    await warm({ startsAt: parts.clock.now() + 2 * second, endsAt: parts.clock.now() + 4 * second });

    expect(await grab('B1')).toMatchObject({ answer: 'early' });
    parts.clock.advance(2 * second + 50);
    expect(await grab('B1')).toMatchObject({ answer: 'token' });
    await gates.stop(gate);
    expect(await grab('B2')).toMatchObject({ answer: 'over' });
    await warm({ startsAt: parts.clock.now() - second, endsAt: parts.clock.now() + second });
    parts.clock.advance(second + 50);
    expect(await grab('B2')).toMatchObject({ answer: 'over' });
  });

  it('gives the same request the same answer, won or lost', async () => {
    await warm({ quota: 1 });

    const won = await grab('B1', 1, 'R1');
    expect(await grab('B2', 1, 'R1')).toMatchObject({ answer: 'lost' });
    const again = await grab('B1', 1, 'R1');

    expect({ ...again, at: 0 }).toEqual({ ...won, at: 0 });
    if (won.answer === 'token') await gates.release(gate, [won.token]);
    expect(await grab('B2', 1, 'R1')).toMatchObject({ answer: 'lost' });
    expect(await grab('B2', 1, 'R2')).toMatchObject({ answer: 'token' });
  });

  it('caps a buyer by what it holds and has bought together', async () => {
    await warm({ perBuyer: 3 });
    const first = await winner('B1', 2);
    await redeem(first.token, 'B1');
    await gates.confirm(gate, { token: first.token, buyerId: 'B1', quantity: 2 });

    expect(await grab('B1', 2)).toMatchObject({ answer: 'capped' });
    expect(await grab('B1', 1)).toMatchObject({ answer: 'token' });
    expect(await grab('B1', 1)).toMatchObject({ answer: 'capped' });
    expect(await counts()).toEqual({ free: 7, held: 1, sold: 2 });
  });

  it('takes nothing when what is left is too little', async () => {
    await warm({ quota: 3, perBuyer: 5 });
    await winner('B1', 2);

    expect(await grab('B2', 2)).toMatchObject({ answer: 'lost', held: 2 });
    expect(await counts()).toEqual({ free: 1, held: 2, sold: 0 });
  });

  it('turns away who asks too fast, and lets them in a second later', async () => {
    await warm({ quota: 100, perBuyer: 100, attemptsPerSecond: 5 });

    const answers = [];
    for (let at = 0; at < 40; at += 1) answers.push(await grab('B1'));

    expect(kinds(answers).tooFast).toBeGreaterThan(20);
    parts.clock.advance(1_100);
    expect(await grab('B1')).toMatchObject({ answer: 'token' });
  });

  describe('a token', () => {
    it('flows back when its time is over, to the next who asks', async () => {
      await warm({ quota: 1 });
      const { token } = await winner('B1');

      parts.clock.advance(5 * second + 50);

      expect(await redeem(token, 'B1')).toEqual({ answer: 'gone' });
      expect(await grab('B2')).toMatchObject({ answer: 'token' });
      expect(await grab('B1')).toMatchObject({ answer: 'lost' });
    });

    it('flows back by sweeping, when nobody asks', async () => {
      await warm();
      await winner('B1', 2);
      expect(await gates.sweep(gate)).toBe(0);

      parts.clock.advance(5 * second + 50);

      expect(await gates.sweep(gate)).toBe(2);
      expect(await counts()).toEqual({ free: 10, held: 0, sold: 0 });
      expect(await gates.sweep(gate)).toBe(0);
    });

    it('is its buyer’s alone, and no invented one opens anything', async () => {
      await warm();
      const { token } = await winner('B1');

      expect(await redeem(token, 'B2')).toEqual({ answer: 'gone' });
      expect(await redeem(`${token}0`, 'B1')).toEqual({ answer: 'gone' });
      expect(await redeem(token, 'B1')).toMatchObject({ answer: 'ordering', quantity: 1, attempts: 1 });
    });

    it('begins one order, as often as that order asks', async () => {
      await warm();
      const { token } = await winner('B1');

      expect(await redeem(token, 'B1', 'O1')).toMatchObject({ answer: 'ordering' });
      expect(await redeem(token, 'B1', 'O1')).toMatchObject({ answer: 'ordering' });
      expect(await redeem(token, 'B1', 'O2')).toEqual({ answer: 'used' });
    });

    it('goes on after its order came to nothing, and to another order', async () => {
      await warm();
      const { token } = await winner('B1');
      await redeem(token, 'B1', 'O1');

      await gates.putBack(gate, token, 'O2');
      expect(await redeem(token, 'B1', 'O2')).toEqual({ answer: 'used' });
      await gates.putBack(gate, token, 'O1');

      expect(await redeem(token, 'B1', 'O2')).toMatchObject({ answer: 'ordering' });
    });

    it('that orders is not swept, and is overdue after its lease', async () => {
      await warm();
      const { token } = await winner('B1');
      await redeem(token, 'B1', 'O1', 8 * second);
      parts.clock.advance(6 * second);
      expect(await gates.sweep(gate)).toBe(0);
      expect(await gates.overdue(gate, 10)).toEqual([]);

      parts.clock.advance(3 * second);

      expect(await gates.overdue(gate, 10)).toEqual([{ token, buyerId: 'B1', orderId: 'O1' }]);
      expect(await gates.release(gate, [token])).toBe(1);
      expect(await gates.release(gate, [token])).toBe(0);
      expect(await counts()).toEqual({ free: 10, held: 0, sold: 0 });
    });

    it('is seen by its buyer while it runs', async () => {
      await warm();
      const { token, endsAt } = await winner('B1');
      const other = await winner('B1');
      await redeem(other.token, 'B1');

      expect(await gates.heldBy(gate, 'B1')).toEqual([
        { token, quantity: 1, endsAt, isOrdering: false },
        { token: other.token, quantity: 1, endsAt: other.endsAt, isOrdering: true },
      ]);
      expect(await gates.heldBy(gate, 'B2')).toEqual([]);
    });

    it('of a buyer who may not have it goes back, and the buyer gets no other', async () => {
      await warm();
      const { token } = await winner('B1');

      await gates.bar(gate, token);

      expect(await counts()).toEqual({ free: 10, held: 0, sold: 0 });
      expect(await grab('B1')).toMatchObject({ answer: 'barred' });
    });
  });

  describe('a sale', () => {
    it('is put down once, and taken back once', async () => {
      await warm();
      const { token } = await winner('B1', 2);
      await redeem(token, 'B1');
      const sale = { token, buyerId: 'B1', quantity: 2 };

      for (let time = 0; time < 2; time += 1) await gates.confirm(gate, sale);
      expect(await counts()).toEqual({ free: 8, held: 0, sold: 2 });
      expect(await gates.release(gate, [token])).toBe(0);

      for (let time = 0; time < 2; time += 1) await gates.takeBack(gate, token, 1);
      expect(await counts()).toEqual({ free: 9, held: 0, sold: 1 });
      for (let time = 0; time < 2; time += 1) await gates.takeBack(gate, token, 0);
      expect(await counts()).toEqual({ free: 10, held: 0, sold: 0 });
      expect(await grab('B1', 2)).toMatchObject({ answer: 'token' });
    });

    it('whose token was forgotten still takes its units', async () => {
      await warm();

      await gates.confirm(gate, { token: 'LOST', buyerId: 'B1', quantity: 2 });

      expect(await counts()).toEqual({ free: 8, held: 0, sold: 2 });
      expect(await grab('B1')).toMatchObject({ answer: 'capped' });
    });
  });

  describe('warming', () => {
    it('takes what the database says is sold, and caps their buyers', async () => {
      await warm({}, [
        { token: 'S1', buyerId: 'B1', quantity: 2 },
        { token: 'S2', buyerId: 'B2', quantity: 1 },
      ]);

      expect(await counts()).toEqual({ free: 7, held: 0, sold: 3 });
      expect(await grab('B1')).toMatchObject({ answer: 'capped' });
      expect(await grab('B2')).toMatchObject({ answer: 'token' });
    });

    it('anew lets tokens run on, and puts right what was sold', async () => {
      await warm({}, [{ token: 'WRONG', buyerId: 'B9', quantity: 1 }]);
      const { token } = await winner('B1', 2);
      const fresh = await winner('B2');
      await gates.confirm(gate, { token: fresh.token, buyerId: 'B2', quantity: 1 });
      const readBefore = parts.clock.now() - 100;
      parts.clock.advance(second);
      await gates.warm(gate, {
        terms: aTerms(),
        isStopped: false,
        sold: [],
        fencing: (fencing += 1),
        readAt: readBefore,
      });
      // What was sold after the books were read is not in them.
      expect(await counts()).toEqual({ free: 6, held: 2, sold: 2 });

      await warm({}, [{ token: fresh.token, buyerId: 'B2', quantity: 1 }]);

      expect(await counts()).toEqual({ free: 7, held: 2, sold: 1 });
      expect(await redeem(token, 'B1')).toMatchObject({ answer: 'ordering' });
    });

    it('by one with an older lock changes nothing', async () => {
      const warming = { terms: aTerms(), isStopped: false, sold: [], readAt: parts.clock.now() };
      expect(await gates.warm(gate, { ...warming, fencing: 1_000_002 })).toBe(true);
      await winner('B1');

      const older = { ...warming, sold: [{ token: 'S', buyerId: 'B3', quantity: 5 }] };
      expect(await gates.warm(gate, { ...older, fencing: 1_000_001 })).toBe(false);
      expect(await gates.warm(gate, { ...older, fencing: 1_000_002 })).toBe(false);

      expect(await counts()).toEqual({ free: 9, held: 1, sold: 0 });
    });

    it('twice at once changes nothing', async () => {
      await Promise.all([warm(), warm(), warm()]);
      const answers = await Promise.all(
        Array.from({ length: 40 }, async (_, at) => {
          if (at === 20) await warm();
          return grab(`B${at}`);
        }),
      );

      expect(kinds(answers)).toEqual({ token: 10, lost: 30 });
    });

    it('is needed again after it was forgotten', async () => {
      await warm();
      await gates.forget(gate);

      expect(await grab('B1')).toMatchObject({ answer: 'notWarm' });
    });
  });

  it('balances whatever five buyers do', async () => {
    await warm({ quota: 12, perBuyer: 4 });
    const tokens: { token: string; buyerId: string; quantity: number }[] = [];
    let state = 7;
    const below = (limit: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * limit);
    };
    for (let step = 0; step < 400; step += 1) {
      const buyerId = `B${below(5)}`;
      const some = tokens[below(Math.max(1, tokens.length))];
      const turn = below(9);
      if (turn < 3) {
        const won = await grab(buyerId, 1 + below(2));
        if (won.answer === 'token') tokens.push({ token: won.token, buyerId, quantity: won.quantity });
      } else if (some && turn === 3) await redeem(some.token, some.buyerId, `O-${some.token}`);
      else if (some && turn === 4) await gates.confirm(gate, some);
      else if (some && turn === 5) await gates.putBack(gate, some.token, `O-${some.token}`);
      else if (some && turn === 6) await gates.release(gate, [some.token]);
      else if (some && turn === 7) await gates.takeBack(gate, some.token, below(2));
      else parts.clock.advance(below(3_000));
      await balances();
    }
  });
});
