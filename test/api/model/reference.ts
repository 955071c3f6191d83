/**
 * What a trader would keep on one sheet of paper: goods, orders and debts in the plainest form there is. It
 * knows nothing of lots, buckets, ledgers or batches; the product has to agree with it all the same.
 */
export interface ModelLine {
  readonly skuId: string;
  quantity: number;
  reserved: number;
  shipped: number;
  signed: number;
  cancelled: number;
}

export interface ModelShipment {
  readonly id: string;
  readonly lines: readonly { readonly skuId: string; readonly quantity: number }[];
  isSigned: boolean;
}

export interface ModelOrder {
  readonly id: string;
  readonly storeId: string;
  state: 'held' | 'approved' | 'rejected' | 'picking' | 'shipped' | 'signed' | 'completed' | 'cancelled';
  lines: ModelLine[];
  /** What of the store's credit it holds and has not shipped. */
  heldFen: number;
  readonly shipments: ModelShipment[];
  hasDifference: boolean;
  /** As the product counts it; a command names the one it has seen. */
  revision: number;
}

interface ModelGoods {
  onHand: number;
  reserved: number;
  isBlocked: boolean;
}

interface ModelAccount {
  limitFen: number;
  heldFen: number;
  shippedFen: number;
  /** Owed less paid: negative when more came than was owed. */
  owedFen: number;
}

export interface Asked {
  readonly skuId: string;
  readonly quantity: number;
}

/** Every base unit costs the same, so that a part of an amount is never a fraction of a fen. */
export const unitFen = 200;
/** The seller takes no smaller order. */
export const minimumFen = 5_000;

export const worthFen = (asked: readonly Asked[]) =>
  asked.reduce((total, { quantity }) => total + quantity, 0) * unitFen;

export class Reference {
  readonly goods = new Map<string, ModelGoods>();
  readonly accounts = new Map<string, ModelAccount>();
  readonly orders = new Map<string, ModelOrder>();

  place(id: string, storeId: string, asked: readonly Asked[]): ModelOrder {
    const order: ModelOrder = {
      id,
      storeId,
      state: 'held',
      lines: asked.map(({ skuId, quantity }) => ({
        skuId,
        quantity,
        reserved: 0,
        shipped: 0,
        signed: 0,
        cancelled: 0,
      })),
      heldFen: 0,
      shipments: [],
      hasDifference: false,
      revision: 1,
    };
    this.orders.set(id, order);
    this.decide(order, new Set());
    return order;
  }

  /** What is decided again begins with nothing promised. */
  approve(order: ModelOrder, accepted: ReadonlySet<string>) {
    this.giveBack(order);
    this.decide(order, accepted);
  }

  edit(order: ModelOrder, asked: readonly Asked[]) {
    this.giveBack(order);
    order.lines = asked.map(({ skuId, quantity }) => ({
      skuId,
      quantity,
      reserved: 0,
      shipped: 0,
      signed: 0,
      cancelled: 0,
    }));
    this.decide(order, new Set());
  }

  end(order: ModelOrder, state: 'rejected' | 'cancelled') {
    this.giveBack(order);
    order.state = state;
  }

  ship(order: ModelOrder, shipmentId: string, asked: readonly Asked[]) {
    let fen = 0;
    for (const { skuId, quantity } of asked) {
      const line = lineOf(order, skuId);
      const goods = this.goodsOf(skuId);
      line.reserved -= quantity;
      line.shipped += quantity;
      goods.reserved -= quantity;
      goods.onHand -= quantity;
      fen += quantity * unitFen;
    }
    const account = this.accountOf(order);
    order.heldFen -= fen;
    account.heldFen -= fen;
    account.shippedFen += fen;
    order.shipments.push({ id: shipmentId, lines: asked, isSigned: false });
    const isAllOut = order.lines.every((line) => line.shipped + line.cancelled === line.quantity);
    order.state = isAllOut ? 'shipped' : 'picking';
  }

  sign(order: ModelOrder, shipment: ModelShipment, missing: ReadonlyMap<string, number>) {
    const account = this.accountOf(order);
    for (const { skuId, quantity } of shipment.lines) {
      const accepted = quantity - (missing.get(skuId) ?? 0);
      lineOf(order, skuId).signed += accepted;
      account.shippedFen -= quantity * unitFen;
      account.owedFen += accepted * unitFen;
      if (accepted < quantity) order.hasDifference = true;
    }
    shipment.isSigned = true;
    const isAllSigned = order.shipments.every(({ isSigned }) => isSigned);
    if (order.state === 'shipped' && isAllSigned) order.state = order.hasDifference ? 'signed' : 'completed';
  }

  receive(skuId: string, quantity: number) {
    this.goodsOf(skuId).onHand += quantity;
  }

  count(skuId: string, counted: number) {
    this.goodsOf(skuId).onHand = counted;
  }

  pay(storeId: string, amountFen: number) {
    const account = this.accounts.get(storeId);
    if (account) account.owedFen -= amountFen;
  }

  free(skuId: string): number {
    const { onHand, reserved } = this.goodsOf(skuId);
    return onHand - reserved;
  }

  goodsOf(skuId: string): ModelGoods {
    return this.goods.get(skuId) as ModelGoods;
  }

  private accountOf({ storeId }: ModelOrder): ModelAccount {
    return this.accounts.get(storeId) as ModelAccount;
  }

  private decide(order: ModelOrder, accepted: ReadonlySet<string>) {
    for (const line of order.lines) line.cancelled = 0;
    if (order.lines.some(({ skuId }) => this.goodsOf(skuId).isBlocked)) {
      order.state = 'rejected';
      return;
    }
    const promised = order.lines.map(({ skuId, quantity }) => Math.min(quantity, this.free(skuId)));
    const isShort = order.lines.some(({ quantity }, at) => (promised[at] ?? 0) < quantity);
    const isSomethingLeft = promised.some((quantity) => quantity > 0);
    const account = this.accountOf(order);
    const { limitFen, heldFen, shippedFen, owedFen } = account;
    const freeFen = limitFen - heldFen - shippedFen - owedFen;
    const cancels = isShort && accepted.has('stock.short') && isSomethingLeft;
    const wanted = (isCut: boolean) =>
      order.lines.reduce((total, { quantity }, at) => total + (isCut ? (promised[at] ?? 0) : quantity), 0) *
      unitFen;
    const isOver = (isCut: boolean) => wanted(isCut) > freeFen && !accepted.has('credit.over');
    // A shortage is cut off only where the rest of the order is then approved.
    const isCut = cancels && !isOver(true);
    // What a reviewer cut off does not make the rest too small.
    if (!isCut && wanted(false) < minimumFen) {
      order.state = 'rejected';
      return;
    }
    const isHeldForCredit = isOver(isCut);
    const isHeldForStock = isShort && !isCut;
    order.state = isHeldForCredit || isHeldForStock ? 'held' : 'approved';
    if (isHeldForCredit) return;
    order.lines.forEach((line, at) => {
      line.reserved = promised[at] ?? 0;
      line.cancelled = isCut ? line.quantity - line.reserved : 0;
      this.goodsOf(line.skuId).reserved += line.reserved;
    });
    order.heldFen = wanted(isCut);
    account.heldFen += order.heldFen;
  }

  private giveBack(order: ModelOrder) {
    for (const line of order.lines) {
      this.goodsOf(line.skuId).reserved -= line.reserved;
      line.reserved = 0;
    }
    this.accountOf(order).heldFen -= order.heldFen;
    order.heldFen = 0;
  }
}

export function lineOf(order: ModelOrder, skuId: string): ModelLine {
  const line = order.lines.find((one) => one.skuId === skuId);
  if (!line) throw new Error(`the order has no ${skuId}`);
  return line;
}
