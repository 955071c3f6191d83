/** WeChat's usual rate, in basis points. */
export const feeRateBp = 60;

/** The fee on an amount, to the fen, halves up. */
export const feeOf = (amountFen: number) => Math.floor((amountFen * feeRateBp + 5_000) / 10_000);

/**
 * What of the fee comes back with a refund: the difference of two roundings, so that refunds which add up to the
 * payment bring back its whole fee.
 */
export const feeBackOf = (refundedBeforeFen: number, refundFen: number) =>
  feeOf(refundedBeforeFen + refundFen) - feeOf(refundedBeforeFen);
