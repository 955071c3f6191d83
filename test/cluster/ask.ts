/** What an order's placing, cancelling or reading answers, as far as it is compared. */
export interface OrderAnswer {
  readonly orderId: string;
  readonly number: string;
  readonly state: string;
  readonly payableFen: number;
}

/** `unsure` when nobody can tell whether it took effect: the server was busy, away, or did not answer. */
export type Heard =
  | { readonly kind: 'answer'; readonly answer: OrderAnswer }
  | { readonly kind: 'unsure'; readonly why: string };

const patienceMs = 15_000;

/** Says one command to one web process, once. @throws Error when the command is refused */
export async function sayOnce(base: string, token: string, path: string, body: object): Promise<Heard> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'x-tongpan-at': String(Date.now()),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    text = await response.text();
  } catch (error) {
    return { kind: 'unsure', why: error instanceof Error ? error.name : 'no answer' };
  }
  if (response.status >= 500 || response.status === 429)
    return { kind: 'unsure', why: String(response.status) };
  if (!response.ok) throw new Error(`${path} was refused: ${response.status} ${text}`);
  const { orderId, number, state, payableFen } = JSON.parse(text) as OrderAnswer;
  return { kind: 'answer', answer: { orderId, number, state, payableFen } };
}
