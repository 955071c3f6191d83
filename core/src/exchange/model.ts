import type { Day, Instant } from '../platform/clock';

/** What can be handed over in a file. */
export type ExchangeKind = 'products' | 'partners' | 'stock' | 'prices' | 'limits';

export type ImportState =
  /** Parts of the file are still coming. */
  | 'receiving'
  | 'checking'
  /** Checked: waits for someone to say yes. */
  | 'ready'
  | 'applying'
  | 'done'
  /** The file as a whole cannot be read. */
  | 'failed'
  | 'cancelled';

/** 导入: one file, checked first, applied when somebody has seen what it will change. */
export interface ImportRun {
  readonly id: string;
  readonly partyId: string;
  readonly userId: string;
  readonly userName: string;
  readonly kind: ExchangeKind;
  readonly fileName: string;
  readonly partCount: number;
  /** SHA-256 of the whole file; empty until every part is there. */
  readonly fileHash: string;
  readonly state: ImportState;
  /** Why the file as a whole cannot be read; empty when it can. */
  readonly problem: string;
  /** Headings nobody knows: told, and left out. */
  readonly unknownHeadings: readonly string[];
  readonly rowCount: number;
  readonly badCount: number;
  readonly addedCount: number;
  readonly changedCount: number;
  readonly sameCount: number;
  readonly appliedCount: number;
  /** Rows that were good when they were checked and could not be written any more. */
  readonly refusedCount: number;
  readonly startedAt: Instant;
  readonly checkedAt: Instant | null;
  readonly finishedAt: Instant | null;
}

export interface ImportPart {
  readonly importId: string;
  readonly partNo: number;
  /** Base64. */
  readonly content: string;
}

export interface CellFault {
  /** The heading of the column, as the file has it. */
  readonly heading: string;
  readonly fault: string;
}

export interface CellChange {
  readonly heading: string;
  readonly before: string;
  readonly after: string;
}

/** `bad` rows are never applied; `refused` ones turned bad between the check and the writing. */
export type ImportLineState = 'good' | 'bad' | 'applied' | 'refused';
export type ImportChange = 'added' | 'changed' | 'same';

/** A row of a file: what it says, and what it would change. */
export interface ImportLine {
  readonly importId: string;
  /** The line of the file as a spreadsheet counts it: the headings are line 1. */
  readonly rowNo: number;
  readonly state: ImportLineState;
  readonly change: ImportChange;
  /** What the row is about: a SKU's code, a party's. */
  readonly key: string;
  readonly cells: Cells;
  readonly faults: readonly CellFault[];
  readonly changes: readonly CellChange[];
}

/** A row as text by field. A field that is missing, or empty, says nothing. */
export type Cells = Readonly<Record<string, string>>;

/** Who hands over a file, and on what day. */
export interface Handover {
  readonly partyId: string;
  readonly userId: string;
  readonly importId: string;
  readonly newId: () => string;
  readonly on: Day;
  readonly at: Instant;
}
