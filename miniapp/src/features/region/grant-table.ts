import type { TableToSave } from '@/platform/save-table';
import type { Grant } from './queries';
import { areasText, channelsText, kindWords, lineText, windowText } from './words';

/** Grants and permits as they go into a workbook. */
export const grantTable = (grants: readonly Grant[]): TableToSave => ({
  name: '我的区域',
  columns: [
    { title: '授权' },
    { title: '类别' },
    { title: '区域' },
    { title: '产品线' },
    { title: '渠道' },
    { title: '期限' },
    { title: '独家' },
    { title: '数量上限' },
    { title: '已用数量' },
  ],
  rows: grants.map((grant) => [
    grant.name,
    kindWords[grant.kind],
    areasText(grant),
    lineText(grant),
    channelsText(grant),
    windowText(grant),
    grant.exclusive ? '是' : '否',
    grant.quantityCap ?? '',
    grant.usedQuantity,
  ]),
});
