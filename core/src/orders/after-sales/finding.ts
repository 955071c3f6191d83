export type AfterSalesRule =
  /** 窜货线索: the lot that is shown was not delivered to this customer by this shipment. */
  | 'lot.notDelivered'
  | 'shipment.unsigned'
  | 'kind.notOffered'
  | 'window.over'
  | 'quantity.over'
  | 'photos.missing'
  | 'quota.over'
  | 'swap.tooLate'
  | 'goods.ageing'
  | 'goods.gift'
  | 'goods.replacement';

/** One thing the check found. `block` refuses the request, `review` is for the seller's eyes. */
export interface AfterSalesFinding {
  readonly rule: AfterSalesRule;
  readonly severity: 'block' | 'review';
  /** Of the request; null when it is about all of it. */
  readonly lineNo: number | null;
  readonly numbers: Readonly<Record<string, number | string>>;
}
