import type { AfterSalesKind } from '../orders';
import type { Day, Instant } from '../platform/clock';
import { type Fen, formatYuan } from '../platform/money';
import { momentWords } from './moment-words';
import type { Facts, MessageKind, Subject } from './model';

/** What of an order a message needs. */
export interface OrderNews {
  readonly orderId: string;
  readonly number: string;
  readonly sellerName: string;
  readonly payableFen: Fen;
  /** The first goods, and of how many lines. */
  readonly firstSkuName: string;
  readonly lineCount: number;
}

export interface AfterSalesNews {
  readonly requestId: string;
  readonly number: string;
  readonly kind: AfterSalesKind;
  readonly sellerName: string;
  readonly buyerName: string;
}

/** Something that happened and that a person is told of. */
export type News =
  | { readonly kind: 'orderApproved'; readonly order: OrderNews }
  | { readonly kind: 'orderRejected'; readonly order: OrderNews; readonly reason: string }
  | {
      readonly kind: 'orderShipped';
      readonly order: OrderNews;
      readonly carrier: string;
      readonly trackingNo: string;
    }
  | {
      readonly kind: 'refunded' | 'refundStuck';
      readonly refundId: string;
      readonly amountFen: Fen;
      /** Null for bills and top-ups. */
      readonly order: OrderNews | null;
      readonly sellerName: string;
      readonly buyerName: string;
    }
  | {
      readonly kind: 'afterSalesDecided';
      readonly request: AfterSalesNews;
      readonly decision: 'approved' | 'refused' | 'closed';
      readonly words: string;
      readonly grantedFen: Fen;
    }
  | { readonly kind: 'afterSalesAsked'; readonly request: AfterSalesNews }
  | { readonly kind: 'webhookPaused'; readonly webhookId: string; readonly name: string }
  | {
      readonly kind: 'reportMade';
      readonly fileId: string;
      readonly name: string;
      readonly from: Day;
      readonly to: Day;
      readonly isMade: boolean;
    }
  | {
      readonly kind: 'saleStarting';
      readonly subject: 'flash' | 'promotion';
      readonly subjectId: string;
      readonly title: string;
      readonly sellerName: string;
      readonly startsAt: Instant;
    };

export interface Composed extends Subject {
  readonly kind: MessageKind;
  /** At most 40 characters. */
  readonly title: string;
  /** At most 200 characters. */
  readonly body: string;
  readonly facts: Facts;
}

const afterSalesWords: Readonly<Record<AfterSalesKind, string>> = {
  refundOnly: '退款',
  return: '退货',
  exchange: '换货',
  claim: '索赔',
  swap: '临期换货',
};

/** What an order is of, in a few words: 矿泉水 等3种. */
export const goodsWords = ({ firstSkuName, lineCount }: Pick<OrderNews, 'firstSkuName' | 'lineCount'>) =>
  lineCount > 1 ? `${firstSkuName} 等${lineCount}种` : firstSkuName;

/** The words of a message, and the facts a template of WeChat may take of it. Total. */
export function compose(news: News, at: Instant): Composed {
  const { title, body, ...rest } = wordsOf(news, at);
  return { ...rest, kind: news.kind, title: cut(title, 40), body: cut(body, 200) };
}

function wordsOf(news: News, at: Instant): Omit<Composed, 'kind'> {
  switch (news.kind) {
    case 'orderApproved':
      return ofOrder(news.order, at, {
        title: '订单已通过',
        body: `合计 ${formatYuan(news.order.payableFen)}，${news.order.sellerName}将安排发货。`,
        state: '已通过',
        remark: '供货商将安排发货',
      });
    case 'orderRejected':
      return ofOrder(news.order, at, {
        title: '订单未通过',
        body: news.reason === '' ? '请查看订单详情。' : `原因：${news.reason}`,
        state: '未通过',
        remark: news.reason || '请查看订单详情',
      });
    case 'orderShipped': {
      const by = [news.carrier, news.trackingNo].filter((word) => word !== '').join(' ');
      return ofOrder(news.order, at, {
        title: '订单已发货',
        body: by === '' ? '请留意收货，当面清点签收。' : `${by}，请留意收货，当面清点签收。`,
        state: '已发货',
        remark: by || '请留意收货',
      });
    }
    case 'refunded': {
      const { order, amountFen } = news;
      return {
        ...(order
          ? ({ subject: 'order', subjectId: order.orderId } as const)
          : ({ subject: 'refund', subjectId: news.refundId } as const)),
        title: `退款 ${formatYuan(amountFen)} 已退回`,
        body: `${order ? `订单 ${order.number}：` : ''}${news.sellerName}的退款已按原路退回，到账以微信为准。`,
        facts: {
          ...(order ? { number: order.number, goods: goodsWords(order) } : {}),
          amount: amountFen,
          state: '退款成功',
          at,
          party: news.sellerName,
          remark: '已按原路退回',
        },
      };
    }
    case 'refundStuck': {
      const { order, amountFen } = news;
      return {
        subject: 'refund',
        subjectId: news.refundId,
        title: '退款异常，待处理',
        body: `${news.buyerName}${order ? `订单 ${order.number} ` : ''}的退款 ${formatYuan(amountFen)} 未能原路退回，请在管理后台“收款”处理。`,
        facts: {},
      };
    }
    case 'webhookPaused':
      return {
        subject: 'webhook',
        subjectId: news.webhookId,
        title: '事件推送已暂停',
        body: `“${news.name}”连续三天没有收到推送，系统已暂停。请检查接收地址，再到管理后台“事件推送”恢复。`,
        facts: {},
      };
    case 'afterSalesDecided':
      return afterSalesDecided(news, at);
    case 'afterSalesAsked': {
      const { request } = news;
      return {
        subject: 'afterSales',
        subjectId: request.requestId,
        title: `新的${afterSalesWords[request.kind]}申请`,
        body: `${request.buyerName}提交了售后单 ${request.number}，请及时处理。`,
        facts: {},
      };
    }
    case 'reportMade': {
      const { fileId, name, from, to, isMade } = news;
      const days = from === to ? from : `${from} 至 ${to}`;
      return {
        subject: 'report',
        subjectId: fileId,
        title: isMade ? `报表“${name}”已生成` : `报表“${name}”未能生成`,
        body: isMade
          ? `${days} 的数据已导出，请在管理后台“定时导出”下载。`
          : `${days} 的数据未能导出，请在管理后台“定时导出”查看原因。`,
        facts: { title: name, at, state: isMade ? '已生成' : '未生成' },
      };
    }
    case 'saleStarting': {
      const { title, sellerName, startsAt, subject, subjectId } = news;
      const hasStarted = startsAt <= at;
      const when = momentWords(startsAt);
      return {
        subject,
        subjectId,
        title: hasStarted ? `${title}已开始` : `${title}即将开始`,
        body: `${sellerName}的活动${hasStarted ? `已于 ${when} 开始` : `将于 ${when} 开始`}，数量有限。`,
        facts: {
          title,
          at: startsAt,
          party: sellerName,
          state: hasStarted ? '已开始' : '即将开始',
          remark: '数量有限，先到先得',
        },
      };
    }
  }
}

interface OrderWords {
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly remark: string;
}

const ofOrder = (order: OrderNews, at: Instant, words: OrderWords): Omit<Composed, 'kind'> => ({
  subject: 'order',
  subjectId: order.orderId,
  title: words.title,
  body: `订单 ${order.number}（${goodsWords(order)}）：${words.body}`,
  facts: {
    number: order.number,
    amount: order.payableFen,
    goods: goodsWords(order),
    state: words.state,
    at,
    party: order.sellerName,
    remark: words.remark,
  },
});

const decisionWords = {
  approved: { state: '已同意', title: '申请已同意' },
  refused: { state: '未同意', title: '申请未同意' },
  closed: { state: '已完成', title: '售后已完成' },
} as const;

function afterSalesDecided(
  { request, decision, words, grantedFen }: Extract<News, { readonly kind: 'afterSalesDecided' }>,
  at: Instant,
): Omit<Composed, 'kind'> {
  const { state, title } = decisionWords[decision];
  const what = afterSalesWords[request.kind];
  const money = grantedFen > 0 ? `，退还 ${formatYuan(grantedFen)}` : '';
  const said = words === '' ? '' : `，${words}`;
  return {
    subject: 'afterSales',
    subjectId: request.requestId,
    title: decision === 'closed' ? `${what}已完成` : `${what}${title}`,
    body: `售后单 ${request.number}：${request.sellerName}${state}${money}${said}。`,
    facts: {
      number: request.number,
      ...(grantedFen > 0 ? { amount: grantedFen } : {}),
      state,
      at,
      party: request.sellerName,
      title: `${what}申请`,
      remark: words || `${what}${state}`,
    },
  };
}

function cut(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
