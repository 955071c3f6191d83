import type { Day, Instant } from '../platform/clock';
import { type Fen, sum } from '../platform/money';
import type { Bill, Receipt, ReceiptKind } from './model';

/** A line of a statement: a bill is positive, what pays or lowers the debt negative. */
export interface StatementLine {
  readonly kind: 'bill' | ReceiptKind;
  readonly documentId: string;
  /** The order of a bill; empty otherwise. */
  readonly orderNumber: string;
  readonly amountFen: Fen;
  /** What is owed after this line. */
  readonly balanceFen: Fen;
  readonly dueOn: Day | null;
  readonly reason: string;
  readonly at: Instant;
}

export interface StatementSums {
  readonly openingFen: Fen;
  readonly billedFen: Fen;
  /** Money and prepaid balances, less what was taken back. */
  readonly receivedFen: Fen;
  /** Credit notes and write-offs, less what was taken back. */
  readonly creditedFen: Fen;
  /** Opening + billed − received − credited: receivable less unapplied, at the end of the period. */
  readonly closingFen: Fen;
}

/** 对账单: what was owed, what came and went, and what is owed then. */
export interface StatementPaper extends StatementSums {
  readonly lines: readonly StatementLine[];
}

export type StatementState = 'issued' | 'confirmed' | 'disputed';

/** A statement as it was sent: its sums stay what they were. */
export interface Statement extends StatementSums {
  readonly id: string;
  readonly accountId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly startsOn: Day;
  /** The last day of the period. */
  readonly untilOn: Day;
  readonly state: StatementState;
  readonly issuedBy: string;
  readonly issuedAt: Instant;
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
  readonly note: string;
}

/** A reversal belongs to the side of what it takes back. */
export type StatementReceipt = Pick<Receipt, 'id' | 'kind' | 'amountFen' | 'reason' | 'at'> & {
  readonly reversedKind: ReceiptKind | null;
};

/** Puts the documents of a period in order of time and carries the balance along. */
export function composeStatement(
  openingFen: Fen,
  bills: readonly Pick<Bill, 'id' | 'orderNumber' | 'amountFen' | 'dueOn' | 'issuedAt'>[],
  receipts: readonly StatementReceipt[],
): StatementPaper {
  const documents = [
    ...bills.map((bill) => ({
      kind: 'bill' as const,
      documentId: bill.id,
      orderNumber: bill.orderNumber,
      amountFen: bill.amountFen,
      dueOn: bill.dueOn,
      reason: '',
      at: bill.issuedAt,
    })),
    ...receipts.map((receipt) => ({
      kind: receipt.kind,
      documentId: receipt.id,
      orderNumber: '',
      amountFen: receipt.amountFen === 0 ? 0 : -receipt.amountFen,
      dueOn: null,
      reason: receipt.reason,
      at: receipt.at,
    })),
  ].sort((left, right) => left.at - right.at || (left.documentId < right.documentId ? -1 : 1));
  let balanceFen = openingFen;
  const lines = documents.map((document): StatementLine => {
    balanceFen += document.amountFen;
    return { ...document, balanceFen };
  });
  const isMoney = ({ kind, reversedKind }: StatementReceipt) => {
    const paying = kind === 'reversal' ? reversedKind : kind;
    return paying !== 'creditNote' && paying !== 'writeOff' && paying !== 'rebate';
  };
  const amounts = (wanted: boolean) =>
    sum(receipts.filter((receipt) => isMoney(receipt) === wanted).map(({ amountFen }) => amountFen));
  return {
    openingFen,
    billedFen: sum(bills.map(({ amountFen }) => amountFen)),
    receivedFen: amounts(true),
    creditedFen: amounts(false),
    closingFen: balanceFen,
    lines,
  };
}
