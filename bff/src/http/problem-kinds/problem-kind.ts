/** What a refusal looks like on the wire. */
export interface ProblemKind {
  readonly status: number;
  /** Shown to people, in Chinese. */
  readonly title: string;
}
