import type { Day, Instant } from '../platform/clock';
import type { Fen } from '../platform/money';
import { type LadderStep, severityOf } from './ladder-step';

/** Lets an account pass a step of the ladder (and the milder ones) up to an amount, until its day. */
export interface Release {
  readonly id: string;
  readonly accountId: string;
  readonly step: LadderStep;
  readonly amountFen: Fen;
  readonly usedFen: Fen;
  /** The last day it counts. */
  readonly untilOn: Day;
  readonly reason: string;
  readonly revoked: boolean;
  readonly actorId: string;
  readonly at: Instant;
}

/** How much of a release an order took; giving back is negative. */
export interface ReleaseUse {
  readonly id: string;
  readonly releaseId: string;
  readonly orderId: string;
  readonly amountFen: Fen;
  readonly actorId: string;
  readonly at: Instant;
}

/** What is left of a release for a step on a day; 0 when it does not speak of it. */
export function releasedFen(release: Release, step: LadderStep, on: Day): Fen {
  const speaks = !release.revoked && on <= release.untilOn && severityOf(release.step) >= severityOf(step);
  return speaks ? release.amountFen - release.usedFen : 0;
}

/** The release that lets an amount pass a step: of those that can, the one that ends first, then the smallest. */
export function releaseFor(
  releases: readonly Release[],
  step: LadderStep,
  amountFen: Fen,
  on: Day,
): Release | null {
  const fitting = releases.filter((release) => {
    const leftFen = releasedFen(release, step, on);
    return leftFen > 0 && leftFen >= amountFen;
  });
  const leftOf = (release: Release) => release.amountFen - release.usedFen;
  const [first] = fitting.sort(
    (left, right) =>
      (left.untilOn < right.untilOn ? -1 : left.untilOn > right.untilOn ? 1 : 0) ||
      leftOf(left) - leftOf(right) ||
      (left.id < right.id ? -1 : 1),
  );
  return first ?? null;
}
