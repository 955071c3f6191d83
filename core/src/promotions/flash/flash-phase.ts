import type { Instant } from '../../platform/clock';
import type { FlashActivity, FlashPhase, FlashState } from './model';

/** So long before its start the gate of an activity is built. */
export const warmAheadMs = 60_000;
/** So long an order may take before somebody looks what became of its token. */
export const orderingMs = 15_000;

/** From which states an activity may go to which: publish, warm, stop, settle. */
const ways: Readonly<Record<FlashState, readonly FlashState[]>> = {
  draft: ['planned', 'stopped'],
  planned: ['warmed', 'stopped', 'settled'],
  warmed: ['stopped', 'settled'],
  stopped: [],
  settled: [],
};

export const mayBecome = (from: FlashState, to: FlashState) => ways[from].includes(to);

/** An activity that has goods set aside and may still sell them. */
export const isLive = ({ state }: Pick<FlashActivity, 'state'>) => state === 'planned' || state === 'warmed';

type Window = Pick<FlashActivity, 'state' | 'startsAt' | 'endsAt'>;

/** Where an activity is at an instant. */
export function phaseOf(activity: Window, at: Instant): FlashPhase {
  if (!isLive(activity) || at < activity.startsAt) return activity.state;
  return at < activity.endsAt ? 'open' : 'closing';
}

/** Whether its gate should stand: from a minute before its start until it is settled. */
export const shouldBeWarm = (activity: Window, at: Instant) =>
  isLive(activity) && at >= activity.startsAt - warmAheadMs;

/** From when on no token of an activity can become an order any more. */
export const settlesAt = ({ endsAt, tokenMs }: Pick<FlashActivity, 'endsAt' | 'tokenMs'>): Instant =>
  endsAt + tokenMs + 2 * orderingMs;
