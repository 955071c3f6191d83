/** 预售: how an order is paid in two steps. */
export interface PaySteps {
  readonly stage: 'deposit' | 'waiting' | 'balance' | 'paid' | 'ended';
  readonly depositFen: number;
  readonly depositWorthFen: number;
  readonly balanceFen: number;
  readonly depositBy: string;
  readonly balanceFrom: string;
  readonly balanceUntil: string;
  readonly isRefundable: boolean;
  readonly forfeitedFen: number;
}

/** 定金 is kept, 订金 goes back. */
export const depositWord = ({ isRefundable }: Pick<PaySteps, 'isRefundable'>) =>
  isRefundable ? '订金' : '定金';

/** What the present step of a pre-order is called on its button; null where nothing is to be paid. */
export function payWord(steps: PaySteps | null): string | null {
  if (steps?.stage === 'deposit') return `去付${depositWord(steps)}`;
  return steps?.stage === 'balance' ? '去付尾款' : null;
}
