import type { Instant } from '../clock';
import { big, id, json, orNull, table, text } from '../database/columns';

/** The first answer to a command, kept under the id its caller made. */
export interface CommandAnswer {
  readonly commandId: string;
  readonly partyId: string;
  readonly kind: string;
  /** SHA-256 of the canonical JSON of the input, in hex. */
  readonly inputHash: string;
  /** Null only inside the transaction that is still working on it. */
  readonly outcome: { readonly answer?: unknown } | null;
  readonly at: Instant;
}

export const commandAnswerTable = table<CommandAnswer>(
  'commandAnswer',
  { commandId: id(), partyId: id(), kind: text(60), inputHash: text(64), outcome: orNull(json()), at: big() },
  { primary: ['commandId'], index: [['at']] },
);
