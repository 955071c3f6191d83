import { channelName } from './explain-overlap';
import type { PassageFinding, PassageNumbers, PassageReason } from './passage';
import { divisionName } from './region-names';

export interface PassageExplanation {
  /** What was found, with its numbers. */
  readonly message: string;
  /** What would make it go away; empty where nothing need. */
  readonly remedy: string;
}

type Value = PassageNumbers[string] | undefined;

const place = (code: Value) => divisionName(String(code ?? ''));
const kilometres = (metres: Value) => `${(Number(metres ?? 0) / 1_000).toFixed(1)} 公里`;

const words: Readonly<Record<PassageReason, (numbers: PassageNumbers) => PassageExplanation>> = {
  granted: () => ({ message: '在授权范围内', remedy: '' }),
  chainDelivery: () => ({ message: '连锁配送中心例外，可跨区送达', remedy: '' }),
  permit: ({ leftQuantity, endsOn }) => ({
    message: `使用临时跨区许可${leftQuantity === undefined ? '' : `，许可余量 ${leftQuantity}`}${endsOn === undefined ? '' : `，${endsOn} 到期`}`,
    remedy: '待总部确认；长期供货请申请正式授权',
  }),
  border: ({ metres, borderMetres, regionCode, nearRegionCode }) => ({
    message: `${place(regionCode)}不在授权区域内，距授权区域 ${place(nearRegionCode)} 不超过 ${kilometres(metres)}（边界 ${kilometres(borderMetres)}）`,
    remedy: '待总部确认是否属于边界供货',
  }),
  geocodeUnclear: () => ({ message: '收货地址定位不明确', remedy: '请补全门牌号并重新定位，或待总部确认' }),
  geocodeMismatch: ({ regionCode, otherRegionCode }) => ({
    message: `填写的区划是${place(regionCode)}，定位在${place(otherRegionCode)}`,
    remedy: '请更正收货地址的省市区，或待总部确认',
  }),
  townUnknown: ({ regionCode }) => ({
    message: `${place(regionCode)}按乡镇街道授权，收货地址未填乡镇街道`,
    remedy: '请补充乡镇街道，或待总部确认',
  }),
  absorption: ({ areaCode, quantity30Days, capacityQuantity, overQuantity }) => ({
    message: `近 30 天进货 ${quantity30Days}，超过${place(areaCode)}可消化量 ${capacityQuantity}`,
    remedy: `减少 ${overQuantity}，或说明销路后由总部确认`,
  }),
  line: ({ productLine }) => ({
    message: `供货商没有产品线「${productLine ?? ''}」的授权`,
    remedy: '请向总部申请该产品线授权，或向有授权的供货商下单',
  }),
  area: ({ regionCode }) => ({
    message: `${place(regionCode)}不在供货商授权区域内`,
    remedy: '请更换收货地址，或向当地有授权的供货商下单',
  }),
  channel: ({ channel }) => ({
    message: `供货商在该区域没有${channelName(String(channel ?? ''))}渠道的授权`,
    remedy: '请向总部申请该渠道授权，或向有授权的供货商下单',
  }),
  date: ({ startsOn, endedOn }) => ({
    message: endedOn ? `供货商的授权已于 ${endedOn} 到期` : `供货商的授权自 ${startsOn} 起生效`,
    remedy: endedOn ? '请向总部续签授权' : '请在授权生效后下单',
  }),
  excludedGoods: () => ({
    message: '该商品被排除在供货商授权之外',
    remedy: '请移除该商品，或向有授权的供货商下单',
  }),
  excludedArea: ({ regionCode }) => ({
    message: `${place(regionCode)}被排除在供货商授权区域之外`,
    remedy: '请更换收货地址，或向当地有授权的供货商下单',
  }),
  exclusive: ({ regionCode }) => ({
    message: `${place(regionCode)}由其他经销商独家经营`,
    remedy: '请向当地独家经销商下单，或申请临时跨区许可',
  }),
  remainder: ({ regionCode }) => ({
    message: `${place(regionCode)}已另授其他经销商，不在供货商的其余地区内`,
    remedy: '请向当地有授权的供货商下单，或申请临时跨区许可',
  }),
  permitUsedUp: ({ quantityCap, leftQuantity, quantity }) => ({
    message: `临时跨区许可共 ${quantityCap ?? 0}，余 ${leftQuantity ?? 0}，本次 ${quantity ?? 0}`,
    remedy:
      Number(leftQuantity ?? 0) > 0 ? `减至 ${leftQuantity}，或申请追加许可数量` : '请申请新的临时跨区许可',
  }),
};

/** The Chinese words for what was found of a passage, with its numbers in them. */
export const explainPassage = ({ reason, numbers }: PassageFinding): PassageExplanation =>
  words[reason](numbers);
