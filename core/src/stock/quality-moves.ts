import type { Quality } from './model';
import type { OperationKind } from './operation-model';

/** 质量状态流转: what goods may become. `expired` is the end: such goods can only be destroyed. */
const moves: Readonly<Record<Quality, readonly Quality[]>> = {
  inspection: ['available', 'damaged', 'blocked'],
  available: ['inspection', 'damaged', 'blocked'],
  blocked: ['available', 'inspection', 'damaged'],
  damaged: ['inspection'],
  expired: [],
};

/** True when goods may go from one quality to another by a person's decision. */
export const mayBecomeQuality = (from: Quality, to: Quality): boolean => moves[from].includes(to);

/** All that goods of a quality may be made by a person's decision. */
export const qualitiesAfter = (from: Quality): readonly Quality[] => moves[from];

/** 冻结 and 解冻 are moves with a name of their own; the rest is a matter of quality. */
export function operationOf(
  from: Quality,
  to: Quality,
): Extract<OperationKind, 'quality' | 'freeze' | 'unfreeze'> {
  if (to === 'blocked') return 'freeze';
  return from === 'blocked' ? 'unfreeze' : 'quality';
}
