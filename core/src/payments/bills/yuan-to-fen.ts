import type { Fen } from '../../platform/money';
import type { FeeE5 } from './model';

/** A decimal text as an integer of `10^-places`; null when it is none or has more places than that. */
function decimal(text: string, places: number): number | null {
  const parts = /^([+-]?)(\d{1,14})(?:\.(\d{1,8}))?$/.exec(text.trim());
  if (!parts) return null;
  const [, sign, whole = '', fraction = ''] = parts;
  // Zeros behind the last place say nothing; anything else would be money lost.
  if (!/^0*$/.test(fraction.slice(places))) return null;
  const value = Number(whole + fraction.slice(0, places).padEnd(places, '0'));
  if (!Number.isSafeInteger(value)) return null;
  return sign === '-' && value !== 0 ? -value : value;
}

/** `9.90` yuan as 990 fen, digit by digit; null when the text is no amount of whole fen. */
export const yuanToFen = (text: string): Fen | null => decimal(text, 2);

/** `0.06000` yuan as 6,000 of 1/100,000; null when the text is no such amount. */
export const yuanToFeeE5 = (text: string): FeeE5 | null => decimal(text, 5);
