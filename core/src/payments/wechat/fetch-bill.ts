import { createHash } from 'node:crypto';
import type { Outcome } from '../gateway';
import type { Answer } from '../../platform/wechat/fetch-answer';
import { canonicalOrigin } from './canonical';
import type { MerchantLine } from './merchant-line';
import { parseJson } from '../../platform/wechat/parse-json';
import { readRefusal, told } from './read-outcome';
import { billAddress } from './shapes';
import { handed } from './signed-pay';
import type { Handed } from './transport';

export interface BillRequest<T> {
  readonly line: MerchantLine;
  /** Asks where the file lies. */
  readonly apply: () => Promise<object>;
  /** Null: not a bill we can read. */
  readonly read: (text: string) => T | null;
}

/**
 * Asks for a bill and fetches its file. The file is not signed: the signed answer before it carries its SHA-1. A day
 * without anything has no bill (null).
 */
export async function fetchBill<T>(request: BillRequest<T>): Promise<Outcome<T | null>> {
  const { line } = request;
  const address = await line.answered(request.apply(), readAddress);
  if (address.kind === 'refused' && address.code === 'NO_STATEMENT_EXIST')
    return { kind: 'done', value: null };
  if (address.kind !== 'done') return address;
  const { downloadUrl, sha1 } = address.value;
  // Our signature goes to nobody else.
  if (!downloadUrl.startsWith(`${canonicalOrigin}/v3/billdownload/`))
    return { kind: 'unknown', why: 'a bill elsewhere' };
  return readFile(handed(await line.bills.downloadBill(downloadUrl)), sha1, request.read);
}

/** A bill in the making is refused by WeChat and unknown to us; asking again at once would not hurry it. */
export const whileBeingMade = <T>(outcome: Outcome<T>): Outcome<T> =>
  outcome.kind === 'refused' && outcome.code === 'STATEMENT_CREATING'
    ? { kind: 'unknown', why: 'the bill is being made' }
    : outcome;

function readAddress({ body }: Answer) {
  const parsed = billAddress.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  return { downloadUrl: parsed.data.download_url.trim(), sha1: parsed.data.hash_value.toLowerCase() };
}

function readFile<T>({ sent }: Handed, sha1: string, read: (text: string) => T | null): Outcome<T> {
  if (sent.kind === 'lost') return { kind: 'unknown', why: sent.why };
  const { answer } = sent;
  if (answer.status !== 200) return readRefusal(answer);
  if (createHash('sha1').update(answer.body).digest('hex') !== sha1)
    return { kind: 'unknown', why: told(answer, 'the bill is not the one that was announced') };
  const bill = read(answer.body.toString('utf8'));
  return bill === null
    ? { kind: 'unknown', why: told(answer, 'the bill is not understood') }
    : { kind: 'done', value: bill };
}
