import type { Answer, Client } from '@tongpan/bff';
import { firstPriceE4, repriced } from '../house/found';
import { type History, historyOf } from './history';

export type OrderAnswer = Answer<'orders', 'place'>;
export type PlaceBody = Parameters<Client['orders']['place']>[0];

/** How a command ended for the one who gave it: answered, refused, or nobody knows. */
export type Heard = 'answered' | 'refused' | 'open';

/** An order somebody asked for. */
export interface Placement {
  readonly orderId: string;
  readonly login: string;
  readonly buyerId: string;
  readonly body: PlaceBody;
  /** `performance.now()` of the first call and of the answer. */
  readonly saidAt: number;
  answeredAt: number;
  heard: Heard;
  /** Some call was not answered: should the order be refused, that one may still have taken effect. */
  isUnsure: boolean;
  code: string;
  /** What the first answer promised. */
  answer: OrderAnswer | null;
  /** Somebody asked for a review, which may cancel a part of it. */
  isReviewed: boolean;
}

export type CommandKind = 'cancel' | 'approve' | 'reject' | 'ship' | 'sign';

/** A command on an order. A shipment's id is the command's own. */
export interface Command {
  readonly kind: CommandKind;
  readonly commandId: string;
  readonly orderId: string;
  readonly shipmentId: string;
  heard: Heard;
  isUnsure: boolean;
}

export interface OpenShipment {
  readonly orderId: string;
  readonly shipmentId: string;
  readonly buyerId: string;
  readonly lines: readonly { readonly shipmentLineNo: number; readonly quantity: number }[];
}

/** What people have said and heard, on paper outside of the house. */
export interface Ledger {
  readonly placements: Map<string, Placement>;
  readonly commands: Map<string, Command>;
  /** What people at the desks have in hand. */
  readonly approved: string[];
  readonly held: string[];
  readonly sent: OpenShipment[];
  readonly prices: ReadonlyMap<string, History<number>>;
  /** Whether the stopped store may order. */
  readonly standing: History<'active' | 'stopped'>;
  readonly figures: Figures;
  /** What must never have happened. */
  readonly wrongs: string[];
}

export interface Figures {
  calls: number;
  /** Calls without an answer: no connection, no patience, or told to come back. */
  unanswered: number;
  /** Commands that were answered only after calls that were not. */
  persevered: number;
  /** Acknowledged orders asked for again and answered the same. */
  replays: number;
  /** Another body under a known id, refused. */
  reuses: number;
  /** Answers that admit a bug. */
  broken: number;
}

export function newLedger(): Ledger {
  return {
    placements: new Map(),
    commands: new Map(),
    approved: [],
    held: [],
    sent: [],
    prices: new Map(repriced.map((skuId) => [skuId, historyOf(firstPriceE4)])),
    standing: historyOf<'active' | 'stopped'>('active'),
    figures: { calls: 0, unanswered: 0, persevered: 0, replays: 0, reuses: 0, broken: 0 },
    wrongs: [],
  };
}

/** What an order promised and keeps, whatever becomes of it. */
export const promiseOf = ({ number, verdict, sellerId, buyerId, lines }: OrderAnswer) => ({
  number,
  verdict,
  sellerId,
  buyerId,
  lines: lines.map(({ lineNo, skuId, quantity, unitPriceE4, amountFen }) => ({
    lineNo,
    skuId,
    quantity,
    unitPriceE4,
    amountFen,
  })),
});
