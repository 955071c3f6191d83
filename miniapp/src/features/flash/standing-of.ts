import type { FlashOffer } from './queries';

/** How an activity stands for a buyer at a moment of the server's clock. */
export type Standing =
  /** It begins later. */
  | { readonly is: 'soon'; readonly untilMs: number }
  | { readonly is: 'open'; readonly untilMs: number }
  /** All is taken; what winners leave may come back. */
  | { readonly is: 'taken'; readonly untilMs: number }
  | { readonly is: 'soldOut' }
  | { readonly is: 'over' };

type Told = Pick<FlashOffer, 'phase' | 'startsAt' | 'endsAt' | 'leftTenths' | 'mayComeBack'>;

/**
 * How an activity stands. Between two answers of the server it begins and ends by its clock; whether somebody gets
 * in is the server's to say, at the grab.
 */
export function standingOf(
  { phase, startsAt, endsAt, leftTenths, mayComeBack }: Told,
  nowMs: number,
): Standing {
  const [startMs, endMs] = [Date.parse(startsAt), Date.parse(endsAt)];
  if (phase === 'stopped' || phase === 'settled' || phase === 'closing' || nowMs >= endMs)
    return { is: 'over' };
  if (nowMs < startMs) return { is: 'soon', untilMs: startMs };
  if (leftTenths === 0) return mayComeBack ? { is: 'taken', untilMs: endMs } : { is: 'soldOut' };
  return { is: 'open', untilMs: endMs };
}
