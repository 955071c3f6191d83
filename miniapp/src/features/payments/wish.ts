import type { Wish } from './model';

type Params = Readonly<Partial<Record<string, string>>>;

const decoded = (text: string | undefined) => {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    return '';
  }
};

/** What an address wants paid; null when it names nothing. */
export function readWish(params: Params): Wish | null {
  const [orderId, sellerId] = [decoded(params.orderId), decoded(params.sellerId)];
  if (orderId) return { purpose: 'order', orderId };
  const billIds = decoded(params.billIds).split(',').filter(Boolean);
  if (sellerId && billIds.length > 0) return { purpose: 'bills', sellerId, billIds };
  const amountFen = Number(params.topUpFen);
  if (sellerId && Number.isSafeInteger(amountFen) && amountFen > 0)
    return { purpose: 'topUp', sellerId, amountFen };
  return null;
}

/** The same for an address. */
export function wishParams(wish: Wish): string {
  const part = (name: string, value: string) => `${name}=${encodeURIComponent(value)}`;
  if (wish.purpose === 'order') return part('orderId', wish.orderId);
  const seller = part('sellerId', wish.sellerId);
  if (wish.purpose === 'bills') return `${seller}&${part('billIds', wish.billIds.join(','))}`;
  return `${seller}&${part('topUpFen', String(wish.amountFen))}`;
}
