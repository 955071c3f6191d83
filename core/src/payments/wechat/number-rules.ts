/**
 * Numbers stand in paths that are signed as they are sent: what would have to be encoded there is not taken. A number
 * of ours that breaks this is a bug of ours.
 */
export function assertTradeNo(outTradeNo: string): void {
  if (!/^[0-9A-Za-z_-]{6,32}$/.test(outTradeNo))
    throw new Error('a trade number of 6 to 32 of [0-9A-Za-z_-]');
}

export function assertRefundNo(outRefundNo: string): void {
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(outRefundNo))
    throw new Error('a refund number of 1 to 64 of [0-9A-Za-z_-]');
}

export function assertPositiveFen(amountFen: number): void {
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0)
    throw new Error('an amount of at least one whole fen');
}
