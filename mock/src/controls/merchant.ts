import type { Keys, Merchant } from '../keys';
import { ControlRefused } from './serve';

/**
 * The merchant of this number, or the first when none is named.
 * @throws ControlRefused 404
 */
export function merchantNamed(keys: Keys, mchid: string | undefined): Merchant {
  const merchant =
    mchid === undefined ? keys.merchants[0] : keys.merchants.find((one) => one.mchid === mchid);
  if (!merchant) throw new ControlRefused(404, 'no such merchant');
  return merchant;
}
