export interface CountedGate {
  readonly quota: number;
  readonly free: number;
  readonly held: number;
  readonly sold: number;
  /** Units whose orders are on their way. */
  readonly ordering: number;
}

export type BalanceFault = 'gate' | 'quota' | 'oversold' | 'behind' | 'ahead';

export interface CountedSales {
  readonly quota: number;
  /** What the database said before the gate was looked at, and after. */
  readonly soldBefore: number;
  readonly soldAfter: number;
}

/**
 * Holds a gate against the database: quota = sold + held + free, and what is sold differs at most by the orders on
 * their way. Null when all is well. `ahead`: the gate thinks more is sold than is; `behind`: less.
 */
export function judgeBalance(
  gate: CountedGate,
  { quota, soldBefore, soldAfter }: CountedSales,
): BalanceFault | null {
  if (soldAfter > quota) return 'oversold';
  if (gate.free + gate.held + gate.sold !== gate.quota) return 'gate';
  if (gate.quota !== quota) return 'quota';
  if (gate.sold > Math.max(soldBefore, soldAfter)) return 'ahead';
  return Math.min(soldBefore, soldAfter) - gate.sold > gate.ordering ? 'behind' : null;
}
