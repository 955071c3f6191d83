import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import type { Webhook } from './queries';
import { typesText, typeText, webhookWords } from './words';
import './open-api.css';

/** The columns of the webhooks; what may be done belongs to the screen. */
export const webhookColumns: ListColumns<Webhook> = [
  {
    key: 'name',
    title: '名称与地址',
    stays: true,
    width: 280,
    render: (_, { name, url }) => (
      <>
        <b>{name}</b>
        <div className="tp-figure tp-muted tp-small open-api-url">{url}</div>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 110,
    render: (_, webhook) => (
      <StateTag
        state={webhook.state}
        words={webhookWords(webhook)}
        title={webhook.failingSince ? `${whenText(webhook.failingSince)} 起没有送达` : undefined}
        testId="webhook-state"
      />
    ),
  },
  {
    key: 'types',
    title: '事件',
    render: (_, { types }) => <span title={types.map(typeText).join('、')}>{typesText(types)}</span>,
  },
  {
    key: 'lastArrived',
    title: '最近送达',
    width: 150,
    render: (_, { lastArrivedAt }) =>
      lastArrivedAt ? <When at={lastArrivedAt} /> : <span className="tp-muted">还没有</span>,
  },
  {
    key: 'changed',
    title: '最近修改',
    width: 150,
    render: (_, { changedBy, changedAt, formerSecretUntil }) => (
      <>
        {changedBy || '系统'}
        <div className="tp-muted">
          <When at={changedAt} />
        </div>
        {formerSecretUntil && (
          <div className="tp-muted tp-small">旧签名密钥有效至 {whenText(formerSecretUntil)}</div>
        )}
      </>
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const webhookCsv: readonly CsvColumn<Webhook>[] = [
  { title: '名称', cell: ({ name }) => name },
  { title: '地址', cell: ({ url }) => url },
  { title: '状态', cell: (webhook) => webhookWords(webhook).text },
  { title: '事件', cell: ({ types }) => types.map(typeText).join('、') },
  { title: '最近送达', cell: ({ lastArrivedAt }) => (lastArrivedAt ? whenText(lastArrivedAt) : '') },
  { title: '修改人', cell: ({ changedBy }) => changedBy || '系统' },
  { title: '修改时间', cell: ({ changedAt }) => whenText(changedAt) },
];
