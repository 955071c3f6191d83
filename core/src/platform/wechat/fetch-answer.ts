/** An HTTP answer as it came. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What came of sending: an answer, or nothing that could be read. */
export type Sent =
  { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'lost'; readonly why: string };

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export interface SendLimits {
  /** For a whole call, its body included. */
  readonly timeoutMs: number;
  /** An answer that is longer is not read to its end. */
  readonly limitBytes: number;
}

/**
 * Sends, and reads the answer. Nothing is thrown, and no redirect followed: what is sent carries secrets, which go
 * nowhere else and into no message.
 */
export async function fetchAnswer(
  fetch: Fetch,
  address: string,
  init: RequestInit,
  { timeoutMs, limitBytes }: SendLimits,
): Promise<Sent> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(address, { ...init, redirect: 'manual', signal });
    const headers = Object.fromEntries(response.headers);
    const body = await readAll(response, limitBytes);
    return body
      ? { kind: 'answered', answer: { status: response.status, headers, body } }
      : { kind: 'lost', why: 'an answer that is too long' };
  } catch (error) {
    return { kind: 'lost', why: nameOf(error) };
  }
}

async function readAll({ body }: Response, limitBytes: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  let bytes = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    chunks.push(value);
    if (bytes <= limitBytes) continue;
    await reader.cancel();
    return null;
  }
  return Buffer.concat(chunks);
}

/** Only names and codes: a message may quote what was sent. */
function nameOf(error: unknown) {
  const { name, cause } = Object(error) as { readonly name?: unknown; readonly cause?: unknown };
  const { code } = Object(cause) as { readonly code?: unknown };
  return [code, name].find((word) => typeof word === 'string') ?? 'no answer';
}
