import { channelText } from '../../../ui/channels';
import type { CsvColumn } from '../../../ui/csv';
import type { ListColumns } from '../../../ui/list-column';
import { Figure } from '../figure';
import type { ShareTerms } from './queries';
import { EVERY, type PolicyNames, shareSubjectText } from './words';

/** The columns of whom goods go to first when they are short. */
export const shareColumns = (names: PolicyNames): ListColumns<ShareTerms> => [
  { key: 'subject', title: '对谁', stays: true, render: (_, terms) => shareSubjectText(terms, names) },
  {
    key: 'segment',
    title: '供货顺位',
    width: 160,
    align: 'right',
    render: (_, { segment }) => <span className="tp-figure">第 {segment} 顺位</span>,
  },
  {
    key: 'weight',
    title: '同顺位权重',
    width: 140,
    align: 'right',
    render: (_, { weight }) => <Figure count={weight} />,
  },
];

/** The same list as a spreadsheet has it. */
export const shareCsv: readonly CsvColumn<ShareTerms>[] = [
  { title: '客户编号（* 为所有）', cell: ({ buyerId }) => buyerId },
  { title: '渠道（* 为所有）', cell: ({ channel }) => (channel === EVERY ? EVERY : channelText(channel)) },
  { title: '供货顺位', cell: ({ segment }) => segment },
  { title: '同顺位权重', cell: ({ weight }) => weight },
];
