import type { Tone } from '@/ui/tag';
import type { Kind, Reason, State } from './queries';

/** What a buyer may ask for, and what follows. */
export const kindWords: Record<Kind, { readonly text: string; readonly story: string }> = {
  return: { text: '退货退款', story: '货退回供货商，验收后按保留商品重算退款' },
  refundOnly: { text: '仅退款', story: '货不用退回，供货商同意后即退款' },
  exchange: { text: '换货', story: '货退回后，供货商补发同样的商品' },
  claim: { text: '索赔', story: '货留下自行处理，由供货商赔付' },
  swap: { text: '临期换货', story: '临近到期的货退回，换发新日期的同款商品' },
};

export const kinds = Object.keys(kindWords) as readonly Kind[];

export const reasonWords: Record<Reason, string> = {
  quality: '质量问题',
  damaged: '包装破损',
  wrongGoods: '发错货',
  nearExpiry: '临近到期',
  unsold: '滞销',
  other: '其他',
};

export const reasons = Object.keys(reasonWords) as readonly Reason[];

export const stateWords: Record<
  State,
  { readonly text: string; readonly tone: Tone; readonly story: string }
> = {
  requested: { text: '待审核', tone: 'warn', story: '供货商正在审核，收货之前都可以撤回' },
  approved: { text: '待寄回', tone: 'brand', story: '供货商已同意，请把货寄回或交给送货员' },
  refused: { text: '未通过', tone: 'danger', story: '申请没有通过，原因见下' },
  withdrawn: { text: '已撤回', tone: 'quiet', story: '申请已撤回' },
  lapsed: { text: '已超时', tone: 'quiet', story: '超过寄回期限没有收到货，申请已关闭，可以重新申请' },
  closed: { text: '已完成', tone: 'success', story: '处理完成' },
};

export const states = Object.keys(stateWords) as readonly State[];

export const isState = (text: string): text is State => text in stateWords;
