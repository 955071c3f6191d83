import type { Outcome } from '../../platform';
import type { UploadState } from './model';

/** What becomes of an upload: it is settled, tried again, or WeChat is asked how it sees the payment. */
export type AfterUpload =
  | { readonly is: 'settled'; readonly state: UploadState; readonly code: string }
  | { readonly is: 'again'; readonly code: string; readonly when: 'soon' | 'tomorrow' }
  | { readonly is: 'look'; readonly code: string };

/** Word of the payment has not come round yet, too many at once, a token that is renewed: time mends them. */
const passing: ReadonlySet<string> = new Set(['10060001', '45011', '40001', '40014', '41001', '42001']);
const quotaUsed = '45009';
/** It was told before, by whomever: what counts is how WeChat sees it now. */
const toldBefore: ReadonlySet<string> = new Set([
  '10060002',
  '10060003',
  '10060004',
  '10060023',
  '268485216',
]);

/** After so many tries a person looks: half a day. */
export const triesLimit = 20;

/** Decides after an upload. Saying the same again is harmless, so what nobody knows is said again. */
export function afterUpload(outcome: Outcome<null>, tries: number): AfterUpload {
  if (outcome.kind === 'done') return { is: 'settled', state: 'sent', code: '' };
  const code = outcome.kind === 'unknown' ? 'silent' : outcome.code;
  if (toldBefore.has(code)) return { is: 'look', code };
  const isPassing = outcome.kind === 'unknown' || passing.has(code) || code === quotaUsed;
  if (!isPassing || tries >= triesLimit) return { is: 'settled', state: 'failed', code };
  return { is: 'again', code, when: code === quotaUsed ? 'tomorrow' : 'soon' };
}

type Seen = 'toShip' | 'shipped' | 'received' | 'done' | 'refunded' | 'settling';

/** Decides by how WeChat sees the payment after it would not take an upload. */
export function afterLook(seen: Outcome<Seen>, code: string, tries: number): AfterUpload {
  if (seen.kind !== 'done') {
    if (tries >= triesLimit) return { is: 'settled', state: 'failed', code };
    return { is: 'again', code, when: 'soon' };
  }
  if (seen.value === 'refunded') return { is: 'settled', state: 'notNeeded', code };
  return { is: 'settled', state: seen.value === 'toShip' ? 'failed' : 'sent', code };
}
