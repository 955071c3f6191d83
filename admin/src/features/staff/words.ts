import type { Member, StaffRole } from './queries';

/** What roles are called, and what one may do in them. */
export const roleWords: Readonly<Record<StaffRole, { readonly name: string; readonly may: string }>> = {
  owner: { name: '负责人', may: '拥有全部权限，可增减员工' },
  manager: { name: '渠道管理', may: '管理客户、促销、授权与价格' },
  purchaser: { name: '采购', may: '向供货方下单与付款' },
  reviewer: { name: '审单', may: '审核、驳回与修改订单' },
  warehouse: { name: '仓库', may: '收发货、盘点与批次' },
  finance: { name: '财务', may: '账单、收款、信用与对账' },
};

/** Roles of somebody in words. */
export const rolesText = (roles: readonly StaffRole[]) =>
  roles.map((role) => roleWords[role].name).join('、');

export const memberStates: Readonly<
  Record<Member['status'], { readonly text: string; readonly color: string }>
> = {
  active: { text: '在用', color: 'green' },
  suspended: { text: '已停用', color: 'default' },
};
