import { z } from 'zod';

/** What goes wrong with a callback on its way to the merchant. */
export const CallbackFault = z.enum([
  'drop',
  'duplicate',
  'delay',
  'reorder',
  'wrongKey',
  'signTest',
  'unknownSerial',
  'alteredBody',
  'alteredCiphertext',
  'stale',
]);
export type CallbackFault = z.infer<typeof CallbackFault>;

/** What goes wrong with an answer of the pay API: before the work, after it, or in the answer itself. */
export const AnswerFault = z.enum([
  'error500',
  'error500AfterWork',
  'timeout',
  'timeoutAfterWork',
  'frequencyLimited',
  'html',
  'wrongKey',
  'signTest',
  'unknownSerial',
  'stale',
  'unsigned',
]);
export type AnswerFault = z.infer<typeof AnswerFault>;

const common = {
  /** How often it strikes before it is used up; null for always. */
  times: z.int().positive().nullable().default(1),
  /** The share of chances it takes, drawn from `seed`. */
  rate: z.number().gt(0).max(1).default(1),
  seed: z.int().default(1),
  /** Of `delay`: how long; of a time-out: how long the caller is held. */
  waitMs: z.int().nonnegative().default(2_000),
};

/** A fault as it is ordered; what is left out of the match fits everything. */
export const FaultWish = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('callback'),
    kind: CallbackFault,
    ...common,
    mchid: z.string().optional(),
    eventType: z.string().optional(),
    outTradeNo: z.string().optional(),
  }),
  z.strictObject({
    on: z.literal('answer'),
    kind: AnswerFault,
    ...common,
    mchid: z.string().optional(),
    method: z.string().optional(),
    /** Words the path must contain. */
    path: z.string().optional(),
  }),
]);
export type FaultWish = z.infer<typeof FaultWish>;
export type CallbackWish = Extract<FaultWish, { on: 'callback' }>;
export type AnswerWish = Extract<FaultWish, { on: 'answer' }>;

export type Fault = FaultWish & { readonly id: number; struck: number; drawn: number };

/** A number in [0, 1) that only the seed and the count of draws decide (mulberry32). */
export function draw(seed: number, count: number): number {
  let state = (seed + count * 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296;
}

const fits = (wanted: string | undefined, found: string) => wanted === undefined || wanted === found;

/** The faults in force, oldest first; the first that fits strikes. */
export function openFaults() {
  const faults: Fault[] = [];
  let lastId = 0;

  function strikes(fault: Fault): boolean {
    if (fault.times !== null && fault.struck >= fault.times) return false;
    fault.drawn += 1;
    if (draw(fault.seed, fault.drawn) >= fault.rate) return false;
    fault.struck += 1;
    return true;
  }

  return {
    add(wish: FaultWish): Fault {
      lastId += 1;
      const fault = { ...wish, id: lastId, struck: 0, drawn: 0 };
      faults.push(fault);
      return fault;
    },
    clear(): void {
      faults.length = 0;
    },
    all: (): readonly Fault[] => faults,
    /** The fault that strikes this attempt of a callback, or null. */
    ofCallback(notice: { mchid: string; eventType: string; outTradeNo: string }): CallbackWish | null {
      for (const fault of faults) {
        const isMeant =
          fault.on === 'callback' &&
          fits(fault.mchid, notice.mchid) &&
          fits(fault.eventType, notice.eventType) &&
          fits(fault.outTradeNo, notice.outTradeNo);
        if (isMeant && strikes(fault)) return fault;
      }
      return null;
    },
    /** The fault that strikes the answer to this request, or null. */
    ofAnswer(request: { mchid: string; method: string; path: string }): AnswerWish | null {
      for (const fault of faults) {
        const isMeant =
          fault.on === 'answer' &&
          fits(fault.mchid, request.mchid) &&
          fits(fault.method, request.method) &&
          request.path.includes(fault.path ?? '');
        if (isMeant && strikes(fault)) return fault;
      }
      return null;
    },
  };
}

export type Faults = ReturnType<typeof openFaults>;
