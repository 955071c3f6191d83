import type { Order } from '../model';

/** The channel of orders by which goods are sent again. */
export const replacementChannel = 'afterSales';

/** 换货单: an order at no price, for goods that came back. What it sends is exchanged again, never paid for. */
export const isReplacementOrder = ({ channel }: Pick<Order, 'channel'>): boolean =>
  channel === replacementChannel;
