import { usePhotos } from '../../attachments';
import { accountKey, loadAccounts, loadBilledFen } from '../../credit';
import {
  answerOnce,
  type Caller,
  emit,
  type Instant,
  keyBy,
  type NewId,
  type Platform,
  Refused,
  startOfDay,
  type Tx,
} from '../../platform';
import { concerns } from '../browse-service';
import { fulfilStore } from '../fulfil-store';
import type { Order } from '../model';
import { orderStore } from '../store';
import {
  checkRequest,
  type CheckedLine,
  firstDayOf,
  isBlocked,
  quotaFenOf,
  quotaLimitFen,
  type RequestFacts,
  suspectsDiversion,
  worthFenOf,
  yearOf,
} from './check-request';
import { afterSalesEvent, told } from './events';
import type { AfterSalesFinding } from './finding';
import type { AfterSales, AfterSalesKind, AfterSalesLine, AfterSalesReason, AfterSalesStep } from './model';
import { type AfterSalesPolicy, usualPolicy } from './policy';
import { isReplacementOrder } from './replacement';
import { afterSalesStore } from './store';

export interface AskedLine {
  readonly shipmentId: string;
  readonly shipmentLineNo: number;
  readonly quantity: number;
  /** The lot number on the package, where the buyer read it. */
  readonly lotNo?: string | undefined;
}

export interface Asked {
  readonly orderId: string;
  readonly kind: AfterSalesKind;
  readonly reason: AfterSalesReason;
  readonly words: string;
  /** Ids of photos the buyer has uploaded for this. */
  readonly photos: readonly string[];
  readonly lines: readonly AskedLine[];
}

export interface AskInput extends Asked {
  /** Made by the buyer's device, and the request's own. */
  readonly requestId: string;
}

/** What a request would meet. */
export interface Checked {
  readonly findings: readonly AfterSalesFinding[];
  readonly policy: AfterSalesPolicy;
  readonly lines: readonly CheckedLine[];
  readonly facts: RequestFacts;
}

const hourMs = 3_600_000;

export function requestService({ database, newId, outbox }: Platform) {
  return {
    /**
     * Looks at a request without making it: what would be found.
     * @throws orders.unknown, afterSales.lineUnknown, afterSales.lineTwice
     */
    check: (caller: Caller, asked: Asked): Promise<readonly AfterSalesFinding[]> =>
      database.read(async (tx) => {
        const [order] = await orderStore(tx).orders([asked.orderId]);
        if (order?.buyerId !== caller.partyId) throw new Refused('orders.unknown');
        return (await checkAsked(tx, order, asked, caller.at)).findings;
      }),

    /**
     * Asks for goods to go back or money. What a finding blocks is kept as refused, with everything that was found;
     * goods this customer was not sent are told as a sign of diversion.
     * @throws orders.unknown, afterSales.lineUnknown, afterSales.lineTwice, attachments.photoUnknown,
     * attachments.photoUsed, command.idReused
     */
    async request(caller: Caller, input: AskInput): Promise<void> {
      const { requestId: commandId } = input;
      const command = {
        commandId,
        partyId: caller.partyId,
        kind: 'afterSales.request',
        input,
        at: caller.at,
      };
      await database.transaction(async (tx) => {
        const [order] = await fulfilStore(tx).ordersLocked([input.orderId]);
        if (!order || !concerns(caller, order) || order.buyerId !== caller.partyId) {
          throw new Refused('orders.unknown');
        }
        await answerOnce(tx, command, async () => {
          await writeRequest(tx, newId, caller, order, input);
          return {};
        });
      });
      outbox.poke();
    },
  };
}

/** Gathers what a request names and holds it against the seller's policy. */
async function checkAsked(tx: Tx, order: Order, asked: Asked, at: Instant): Promise<Checked> {
  const store = afterSalesStore(tx);
  const policy = (await store.policy(order.sellerId)) ?? usualPolicy(order.sellerId);
  const shipments = keyBy(await orderStore(tx).shipments(order.id), ({ id }) => id);
  const sent = keyBy(await orderStore(tx).shipmentLines(order.id), sentKey);
  const orderLines = new Map((await orderStore(tx).lines([order.id])).map((line) => [line.lineNo, line]));
  const before = keyBy(await store.askedOf(order.id), sentKey);
  const seen = new Set<string>();
  const lines = asked.lines.map((line, index): CheckedLine => {
    const key = sentKey(line);
    if (seen.has(key)) throw new Refused('afterSales.lineTwice', String(index + 1));
    seen.add(key);
    const found = sent.get(key) ?? null;
    if (!found && line.lotNo === undefined) throw new Refused('afterSales.lineUnknown', String(index + 1));
    return {
      lineNo: index + 1,
      quantity: line.quantity,
      lotNo: line.lotNo,
      sent: found,
      orderLine: (found && orderLines.get(found.lineNo)) ?? null,
      signedAt: shipments.get(line.shipmentId)?.signedAt ?? null,
      asked: before.get(key)?.asked ?? 0,
    };
  });
  const { kind, reason, photos } = asked;
  const year = yearOf(at);
  const facts: RequestFacts = {
    kind,
    reason,
    photos: photos.length,
    terms: policy.terms,
    lines,
    isReplacement: isReplacementOrder(order),
    boughtFen: await boughtFenOf(tx, order, year),
    usedFen: await store.usedOf(order.sellerId, order.buyerId, year),
    at,
  };
  return { findings: checkRequest(facts), policy, lines, facts };
}

async function writeRequest(tx: Tx, newId: NewId, caller: Caller, order: Order, input: AskInput) {
  const store = afterSalesStore(tx);
  const checked = await checkAsked(tx, order, input, caller.at);
  const { findings, policy, facts } = checked;
  const isRefused = isBlocked(findings);
  const count = (await store.requestsOf([order.id])).length;
  const year = yearOf(caller.at);
  const quotaFen = isRefused ? 0 : quotaFenOf(facts);
  const request: AfterSales = {
    id: input.requestId,
    number: `${order.number}-S${count + 1}`,
    kind: input.kind,
    state: isRefused ? 'refused' : 'requested',
    orderId: order.id,
    orderNumber: order.number,
    sellerId: order.sellerId,
    buyerId: order.buyerId,
    reason: input.reason,
    words: input.words,
    photos: input.photos,
    findings,
    policyVersion: policy.version,
    requestedBy: caller.userName,
    requestedAt: caller.at,
    reviewBy: caller.at + policy.terms.reviewHours * hourMs,
    decidedBy: isRefused ? system.userName : null,
    decidedAt: isRefused ? caller.at : null,
    decisionWords: '',
    sendBy: null,
    limitFen: null,
    money: null,
    grantedFen: 0,
    replacementId: null,
    quotaYear: year,
    quotaFen,
    closedAt: isRefused ? caller.at : null,
    steps: isRefused ? 2 : 1,
  };
  const lines = checked.lines.map((line, index) => asLine(request, line, input.lines[index] as AskedLine));
  if (!isRefused) {
    const { terms } = policy;
    const limitFen =
      terms.overQuota === 'refuse' ? quotaLimitFen(facts.boughtFen, terms.quotaBp) : Number.MAX_SAFE_INTEGER;
    await store.useQuota(request, quotaFen, limitFen);
    await store.beginAsking(
      lines.map(({ shipmentId, shipmentLineNo, orderId }, index) => {
        const accepted = checked.lines[index]?.sent?.accepted ?? 0;
        return { shipmentId, shipmentLineNo, orderId, accepted, asked: 0 };
      }),
    );
    await store.ask(
      lines.map(({ shipmentId, shipmentLineNo, quantity }) => ({
        shipmentId,
        shipmentLineNo,
        units: quantity,
      })),
    );
  }
  await usePhotos(tx, caller, {
    photoIds: input.photos,
    purpose: 'afterSales',
    usedBy: request.id,
    viewerId: order.sellerId,
  });
  await store.add(request);
  await store.addLines(lines);
  await store.addSteps(stepsOf(caller, request));
  await tell(tx, newId, caller.at, request, lines);
}

const system = { userId: 'system', userName: '系统' };

function stepsOf(caller: Caller, request: AfterSales): readonly AfterSalesStep[] {
  const step = { requestId: request.id, at: caller.at };
  const rules = [...new Set(request.findings.map(({ rule }) => rule))];
  const asked: AfterSalesStep = {
    ...step,
    stepNo: 1,
    kind: 'requested',
    actorId: caller.userId,
    actorName: caller.userName,
    detail: {},
  };
  if (request.state !== 'refused') return [asked];
  const { userId: actorId, userName: actorName } = system;
  return [asked, { ...step, stepNo: 2, kind: 'refused', actorId, actorName, detail: { rules } }];
}

async function tell(
  tx: Tx,
  newId: NewId,
  at: Instant,
  request: AfterSales,
  lines: readonly AfterSalesLine[],
) {
  const payload = told(request);
  await emit(tx, [
    afterSalesEvent(newId(), 'afterSales.requested', at, payload),
    ...(request.state === 'refused'
      ? [afterSalesEvent(newId(), 'afterSales.refused', at, { ...payload, words: '' })]
      : []),
    ...(suspectsDiversion(request.findings)
      ? [
          afterSalesEvent(newId(), 'afterSales.diversionSuspected', at, {
            ...payload,
            lots: foreignLots(request, lines),
          }),
        ]
      : []),
  ]);
}

function foreignLots({ findings }: AfterSales, lines: readonly AfterSalesLine[]) {
  return findings.flatMap(({ rule, lineNo, numbers }) =>
    rule === 'lot.notDelivered'
      ? lines
          .filter((line) => line.lineNo === lineNo)
          .map(({ skuId }) => ({ skuId, lotNo: String(numbers.lotNo) }))
      : [],
  );
}

function asLine(request: AfterSales, line: CheckedLine, asked: AskedLine): AfterSalesLine {
  const { sent, orderLine, lineNo, quantity } = line;
  return {
    requestId: request.id,
    lineNo,
    orderId: request.orderId,
    orderLineNo: sent?.lineNo ?? 0,
    shipmentId: asked.shipmentId,
    shipmentLineNo: asked.shipmentLineNo,
    skuId: sent?.skuId ?? '',
    skuName: orderLine?.skuName ?? '',
    baseUnit: orderLine?.baseUnit ?? '',
    lotId: sent?.lotId ?? '',
    lotNo: sent?.lotNo ?? asked.lotNo ?? '',
    producedOn: sent?.producedOn ?? '',
    expiresOn: sent?.expiresOn ?? '',
    isGift: orderLine !== null && orderLine.giftOf !== null,
    quantity,
    worthFen: worthFenOf(line),
    approved: 0,
    restocked: 0,
    nearExpiry: 0,
    quarantined: 0,
    destroyed: 0,
    notReceived: 0,
  };
}

const sentKey = ({
  shipmentId,
  shipmentLineNo,
}: {
  readonly shipmentId: string;
  readonly shipmentLineNo: number;
}) => `${shipmentId} ${shipmentLineNo}`;

/** What a buyer was billed by a seller in a year. */
async function boughtFenOf(tx: Tx, { buyerId, sellerId }: Order, year: number) {
  const accounts = await loadAccounts(tx, [buyerId], [sellerId], false);
  const account = accounts.get(accountKey(buyerId, sellerId));
  const [from, until] = [year, year + 1].map((one) => startOfDay(firstDayOf(one)));
  return account ? loadBilledFen(tx, account.id, from as number, until as number) : 0;
}
