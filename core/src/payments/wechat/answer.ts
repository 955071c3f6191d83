/** An HTTP answer as it came. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** What WeChat's support asks for. */
  readonly requestId: string | null;
}

/** What came of sending: an answer, or nothing that could be read. */
export type Sent =
  { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'lost'; readonly why: string };
