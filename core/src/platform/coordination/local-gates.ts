import type { Clock, Instant } from '../clock';
import type { Gates, GateSale, GateTerms, GateToken, GrabAnswer } from './gate';
import { decideGrab, decideRedeem, type KeptToken } from './gate-rules';

interface Taker {
  has: number;
  isBarred: boolean;
  lostRequest: string;
  attempts: number;
  second: number;
  attemptsNow: number;
}

interface LocalGate {
  terms: GateTerms;
  isStopped: boolean;
  fencing: number;
  free: number;
  held: number;
  sold: number;
  attempts: number;
  readonly tokens: Map<string, KeptToken>;
  readonly takers: Map<string, Taker>;
  /** Tokens that nobody has begun to use and when they end, the first to end first. */
  running: Map<string, Instant>;
  /** Requests that won, by taker and request. */
  readonly won: Map<string, GateToken>;
}

const secondOf = (at: Instant) => Math.floor(at / 1_000);
const wonKey = (buyerId: string, requestId: string) => `${buyerId} ${requestId}`;

/** The gates of a single process, by the same rules as those in Redis. */
export function localGates(clock: Clock, assertOpen: () => void): Gates {
  const gates = new Map<string, LocalGate>();

  const takerOf = (gate: LocalGate, buyerId: string): Taker => {
    const known = gate.takers.get(buyerId);
    if (known) return known;
    const fresh = { has: 0, isBarred: false, lostRequest: '', attempts: 0, second: 0, attemptsNow: 0 };
    gate.takers.set(buyerId, fresh);
    return fresh;
  };
  const drop = (gate: LocalGate, token: string, kept: KeptToken) => {
    gate.tokens.delete(token);
    gate.running.delete(token);
    takerOf(gate, kept.buyerId).has -= kept.quantity;
    if (kept.state === 'sold') gate.sold -= kept.quantity;
    else gate.held -= kept.quantity;
    gate.free += kept.quantity;
    return kept.quantity;
  };
  const reap = (gate: LocalGate, at: Instant) => {
    let units = 0;
    for (const [token, endsAt] of gate.running) {
      if (endsAt > at) break;
      units += drop(gate, token, gate.tokens.get(token) as KeptToken);
    }
    return units;
  };
  const putSale = (gate: LocalGate, { token, buyerId, quantity }: GateSale, at: Instant) => {
    const kept = gate.tokens.get(token);
    if (kept?.state === 'sold') return;
    if (kept) gate.held -= kept.quantity;
    else {
      gate.free -= quantity;
      takerOf(gate, buyerId).has += quantity;
    }
    gate.sold += quantity;
    gate.running.delete(token);
    const before = { buyerId, quantity, endsAt: at, orderId: '', grabbedAt: at, attempts: 0 };
    gate.tokens.set(token, { ...(kept ?? before), state: 'sold', dueAt: at });
  };

  const grab = (gate: LocalGate, ask: Parameters<Gates['grab']>[1], at: Instant): GrabAnswer => {
    const { buyerId, requestId, quantity, token } = ask;
    const won = gate.won.get(wonKey(buyerId, requestId));
    if (won) return { answer: 'token', at, ...won };
    const taker = takerOf(gate, buyerId);
    if (taker.lostRequest === requestId) return { answer: 'lost', at, held: gate.held };
    gate.attempts += 1;
    taker.attempts += 1;
    taker.attemptsNow = taker.second === secondOf(at) ? taker.attemptsNow + 1 : 1;
    taker.second = secondOf(at);
    const facts = () => ({ ...gate, ...taker });
    let answer = decideGrab(facts(), quantity, at);
    if (answer === 'lost' && reap(gate, at) > 0) answer = decideGrab(facts(), quantity, at);
    if (answer === 'lost') taker.lostRequest = requestId;
    if (answer !== 'token') return { answer, at, held: gate.held };
    const endsAt = at + gate.terms.tokenMs;
    const given = { token, quantity, endsAt };
    gate.won.set(wonKey(buyerId, requestId), given);
    gate.free -= quantity;
    gate.held += quantity;
    taker.has += quantity;
    const kept = { buyerId, quantity, endsAt, grabbedAt: at, attempts: taker.attempts };
    gate.tokens.set(token, { ...kept, state: 'held', orderId: '', dueAt: endsAt });
    gate.running.set(token, endsAt);
    return { answer: 'token', at, ...given };
  };

  const opened = <Answer>(name: string, none: Answer, work: (gate: LocalGate, at: Instant) => Answer) => {
    assertOpen();
    const gate = gates.get(name);
    return gate ? work(gate, clock.now()) : none;
  };

  return {
    async now() {
      assertOpen();
      return clock.now();
    },

    async warm(name, { terms, isStopped, sold, fencing, readAt }) {
      assertOpen();
      const before = gates.get(name);
      if (before && before.fencing >= fencing) return false;
      const at = clock.now();
      const gate: LocalGate = before ?? {
        terms,
        isStopped,
        fencing,
        free: terms.quota,
        held: 0,
        sold: 0,
        attempts: 0,
        tokens: new Map(),
        running: new Map(),
        takers: new Map(),
        won: new Map(),
      };
      const known = new Set(sold.map(({ token }) => token));
      for (const [token, kept] of gate.tokens) {
        if (kept.state === 'sold' && kept.dueAt < readAt && !known.has(token)) drop(gate, token, kept);
      }
      gate.free += terms.quota - gate.terms.quota;
      Object.assign(gate, { terms, isStopped, fencing });
      for (const sale of sold) putSale(gate, sale, at);
      gates.set(name, gate);
      return true;
    },

    async grab(name, ask) {
      const none = { answer: 'notWarm', at: clock.now(), held: 0 } as const;
      return opened<GrabAnswer>(name, none, (gate, at) => grab(gate, ask, at));
    },

    async redeem(name, { token, leaseMs, ...who }) {
      return opened<Awaited<ReturnType<Gates['redeem']>>>(name, { answer: 'notWarm' }, (gate, at) => {
        const kept = gate.tokens.get(token);
        const answer = decideRedeem(kept, who, gate.isStopped, at);
        if (answer === 'gone' || answer === 'used' || answer === 'over') return { answer };
        const { quantity, grabbedAt, attempts } = kept as KeptToken;
        if (answer === 'begin') {
          const ordering = { state: 'ordering', orderId: who.orderId, dueAt: at + leaseMs } as const;
          gate.tokens.set(token, { ...(kept as KeptToken), ...ordering });
          gate.running.delete(token);
        }
        return { answer: 'ordering', quantity, grabbedAt, attempts };
      });
    },

    confirm: async (name, sale) => opened(name, undefined, (gate, at) => putSale(gate, sale, at)),

    putBack: async (name, token, orderId) =>
      opened(name, undefined, (gate) => {
        const kept = gate.tokens.get(token);
        if (kept?.state !== 'ordering' || kept.orderId !== orderId) return;
        gate.tokens.set(token, { ...kept, state: 'held', orderId: '', dueAt: kept.endsAt });
        const running = [...gate.running, [token, kept.endsAt] as const];
        gate.running = new Map(running.sort(([, left], [, right]) => left - right));
      }),

    release: async (name, tokens) =>
      opened(name, 0, (gate) => {
        let units = 0;
        for (const token of tokens) {
          const kept = gate.tokens.get(token);
          if (kept && kept.state !== 'sold') units += drop(gate, token, kept);
        }
        return units;
      }),

    takeBack: async (name, token, left) =>
      opened(name, undefined, (gate) => {
        const kept = gate.tokens.get(token);
        if (kept?.state !== 'sold' || kept.quantity <= left) return;
        const less = kept.quantity - left;
        if (left === 0) {
          drop(gate, token, kept);
          return;
        }
        gate.tokens.set(token, { ...kept, quantity: left });
        gate.sold -= less;
        gate.free += less;
        takerOf(gate, kept.buyerId).has -= less;
      }),

    bar: async (name, token) =>
      opened(name, undefined, (gate) => {
        const kept = gate.tokens.get(token);
        if (kept?.state !== 'held') return;
        drop(gate, token, kept);
        takerOf(gate, kept.buyerId).isBarred = true;
      }),

    sweep: async (name) => opened(name, 0, reap),

    overdue: async (name, limit) =>
      opened(name, [], (gate, at) =>
        [...gate.tokens]
          .filter(([, { state, dueAt }]) => state === 'ordering' && dueAt <= at)
          .sort(([, left], [, right]) => left.dueAt - right.dueAt)
          .slice(0, limit)
          .map(([token, { buyerId, orderId }]) => ({ token, buyerId, orderId })),
      ),

    look: async (names) =>
      names.map((name) =>
        opened(name, null, ({ terms, tokens, free, held, sold, attempts, isStopped, fencing }) => ({
          ordering: [...tokens.values()].filter(({ state }) => state === 'ordering').length,
          quota: terms.quota,
          free,
          held,
          sold,
          attempts,
          isStopped,
          fencing,
        })),
      ),

    heldBy: async (name, buyerId) =>
      opened(name, [], (gate, at) =>
        [...gate.tokens].flatMap(([token, { buyerId: of, state, quantity, endsAt }]) =>
          of === buyerId && state !== 'sold' && (state === 'ordering' || endsAt > at)
            ? [{ token, quantity, endsAt, isOrdering: state === 'ordering' }]
            : [],
        ),
      ),

    stop: async (name) =>
      opened(name, undefined, (gate) => {
        gate.isStopped = true;
      }),

    async forget(name) {
      assertOpen();
      gates.delete(name);
    },
  };
}
