import { addDays, type Day, dayOf } from '../platform/clock';
import { deliveryDays } from '../stock/rules';
import type { OrderRequest } from './facts';

/** The day the goods are planned to arrive: the one asked for, else as soon as goods usually do. */
export const receiptOn = ({ deliverOn, at }: Pick<OrderRequest, 'deliverOn' | 'at'>): Day =>
  deliverOn ?? addDays(dayOf(at), deliveryDays);
