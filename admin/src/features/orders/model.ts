import type { Answer } from '../../api';

export type OrderSummary = Answer<'orders', 'list'>['items'][number];
export type Order = Answer<'orders', 'get'>;
export type OrderState = OrderSummary['state'];
export type Finding = OrderSummary['findings'][number];
export type Hold = OrderSummary['openHolds'][number];
export type OrderLine = Order['lines'][number];
export type Shipment = Order['shipments'][number];
/** Whose orders: the whole channel's, what others ordered from me, or what I ordered. */
export type OrderSide = 'all' | 'seller' | 'buyer';

export const stateNames: Record<OrderState, string> = {
  held: '待审核',
  approved: '已通过',
  rejected: '已驳回',
  picking: '拣货中',
  shipped: '已发货',
  signed: '已签收',
  completed: '已完成',
  cancelled: '已取消',
  shortClosed: '已关闭',
};

export const orderStates = Object.keys(stateNames) as OrderState[];

/** A state's name from an address bar, or nothing when there is no such state. */
export const stateOf = (text: string | null) => orderStates.find((state) => state === text);

export const holdNames: Record<Hold['kind'], string> = {
  payment: '待付款',
  credit: '信用',
  review: '人工复核',
  risk: '风控',
  region: '区域',
};

export const ownerNames: Record<Hold['owner'], string> = { seller: '供货方', hq: '总部' };

const channelNames: Record<string, string> = {
  pc: '电脑端',
  h5: '手机网页',
  weapp: '小程序',
  miniapp: '小程序',
  api: '开放接口',
};

/** Where an order came from, in words. */
export const channelName = (channel: string) => channelNames[channel] ?? channel;

const indicatorNames: Record<string, string> = {
  amountJump: '金额突增',
  quantityJump: '订量突增',
  orderBurst: '短时连续下单',
  orderSlicing: '拆单',
  newAddress: '新收货地址',
  machineTiming: '秒杀机器行为',
};

/** What an indicator of risk is called. */
export const indicatorName = (indicator: string) => indicatorNames[indicator] ?? indicator;
