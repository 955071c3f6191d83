import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import type { Delivery } from './queries';
import { answerText, deliveryWords, typeText } from './words';

const nameOf = ({ webhookName }: Delivery) => webhookName ?? '已删除的推送';

/** The columns of the deliveries; what may be done belongs to the screen. */
export const deliveryColumns: ListColumns<Delivery> = [
  {
    key: 'type',
    title: '事件',
    stays: true,
    width: 170,
    render: (_, { type }) => (
      <>
        <b>{typeText(type)}</b>
        <div className="tp-figure tp-muted tp-small">{type}</div>
      </>
    ),
  },
  { key: 'webhook', title: '推送到', width: 140, render: (_, delivery) => nameOf(delivery) },
  {
    key: 'state',
    title: '状态',
    width: 90,
    render: (_, { state }) => <StateTag state={state} words={deliveryWords[state]} testId="delivery-state" />,
  },
  { key: 'answer', title: '应答', render: (_, delivery) => answerText(delivery) },
  {
    key: 'tries',
    title: '次数',
    width: 70,
    align: 'right',
    render: (_, { tries }) => <span className="tp-figure">{tries}</span>,
  },
  {
    key: 'duration',
    title: '耗时',
    width: 90,
    align: 'right',
    render: (_, { durationMs }) => (
      <span className="tp-figure">{durationMs === null ? '—' : `${durationMs} ms`}</span>
    ),
  },
  { key: 'occurred', title: '发生', width: 150, render: (_, { occurredAt }) => <When at={occurredAt} /> },
  {
    key: 'next',
    title: '下次推送',
    width: 150,
    render: (_, { nextAt }) => (nextAt ? <When at={nextAt} /> : <span className="tp-muted">—</span>),
  },
];

/** The same table as a spreadsheet has it. */
export const deliveryCsv: readonly CsvColumn<Delivery>[] = [
  { title: '编号', cell: ({ deliveryId }) => deliveryId },
  { title: '事件', cell: ({ type }) => typeText(type) },
  { title: '事件代码', cell: ({ type }) => type },
  { title: '推送到', cell: nameOf },
  { title: '状态', cell: ({ state }) => deliveryWords[state].text },
  { title: '应答', cell: answerText },
  { title: '次数', cell: ({ tries }) => tries },
  { title: '耗时（毫秒）', cell: ({ durationMs }) => durationMs },
  { title: '发生', cell: ({ occurredAt }) => whenText(occurredAt) },
  { title: '下次推送', cell: ({ nextAt }) => (nextAt ? whenText(nextAt) : '') },
];
