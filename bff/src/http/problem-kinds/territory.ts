import type { ProblemKind } from './problem-kind';

/** Refusals of territory. */
export const territoryProblems: Readonly<Record<string, ProblemKind>> = {
  'territory.conflict': { status: 409, title: '与其他经销商的独家授权重叠，不能保存' },
  'territory.grantUnknown': { status: 404, title: '找不到该授权' },
  'territory.grantChanged': { status: 409, title: '该授权已被他人修改，请刷新后再试' },
  'territory.sellerUnknown': { status: 404, title: '找不到该经销商' },
  'territory.divisionUnknown': { status: 404, title: '找不到该行政区划' },
  'territory.areaUnknown': { status: 422, title: '区划代码不存在' },
  'territory.skuUnknown': { status: 422, title: '商品不存在' },
  'territory.daysReversed': { status: 422, title: '结束日期须晚于开始日期' },
  'territory.grantEmpty': { status: 422, title: '授权须指定区域和商品' },
  'territory.permitEndless': { status: 422, title: '临时许可须有结束日期' },
  'territory.capBelowUse': { status: 409, title: '许可数量不能少于已使用的数量' },
  'territory.endInvalid': { status: 422, title: '结束日期须不早于今天，且不晚于原结束日期' },
  'territory.capacityChanged': { status: 409, title: '该区域容量已被他人修改，请刷新后再试' },
  'territory.chainDeliveryChanged': { status: 409, title: '该配送中心例外已被他人修改，请刷新后再试' },
};
