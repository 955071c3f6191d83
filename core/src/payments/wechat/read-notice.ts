import { z } from 'zod';
import { type Instant, Refused } from '../../platform';
import type { Notice } from '../gateway';
import { isFresh, isSignedBy, readSignature } from './check-signature';
import { decryptResource, encryptedResource } from './decrypt-resource';
import type { MerchantLine } from './merchant-line';
import { parseJson } from '../../platform/wechat/parse-json';
import { noticedRefund, trade } from './shapes';

const envelope = z.object({
  id: z.string().min(1).max(64),
  event_type: z.string(),
  resource: encryptedResource,
});

export interface Posted {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly rawBody: Uint8Array;
}

/**
 * Proves and opens what was posted. What costs nothing comes first, so that whoever floods us gets no work out of it:
 * the time before the key, the key before the signature.
 * @throws Refused payments.noticeForged | payments.noticeStale | payments.noticeUnknownSerial |
 * payments.noticeNotUnderstood
 */
export async function readNotice(line: MerchantLine, posted: Posted, now: Instant): Promise<Notice> {
  const signature = readSignature(posted.headers);
  if (!signature) throw new Refused('payments.noticeForged', 'without a signature');
  if (!isFresh(signature, now)) throw new Refused('payments.noticeStale');
  const key = await line.keys.keyOf(signature.serial);
  if (!key) throw new Refused('payments.noticeUnknownSerial');
  if (!isSignedBy(key, signature, posted.rawBody))
    throw new Refused('payments.noticeForged', 'the signature');
  return open(line, posted.rawBody);
}

/** WeChat's key signs for every merchant; that it is ours is proven by our APIv3 key and by the number inside. */
function open({ merchant }: MerchantLine, rawBody: Uint8Array): Notice {
  const read = envelope.safeParse(parseJson(rawBody));
  if (!read.success) throw new Refused('payments.noticeNotUnderstood');
  const plain = decryptResource(merchant.apiV3Key, read.data.resource);
  if (plain === null) throw new Refused('payments.noticeForged', 'the ciphertext');
  const notice = readPlain(read.data.event_type, read.data.id, parseJson(plain));
  if (!notice) throw new Refused('payments.noticeNotUnderstood');
  const { mchid } = notice.kind === 'payment' ? notice.trade : notice.refund;
  if (mchid !== merchant.mchid) throw new Refused('payments.noticeForged', 'another merchant');
  return notice;
}

function readPlain(eventType: string, id: string, plain: unknown): Notice | null {
  if (eventType === 'TRANSACTION.SUCCESS') {
    const told = trade.safeParse(plain);
    return told.success ? { kind: 'payment', id, trade: told.data } : null;
  }
  if (/^REFUND\.(?:SUCCESS|ABNORMAL|CLOSED)$/.test(eventType)) {
    const told = noticedRefund.safeParse(plain);
    return told.success ? { kind: 'refund', id, refund: told.data } : null;
  }
  return null;
}
