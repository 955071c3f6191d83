import { Tag } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import type { ApiKey } from './queries';
import { keyWords, scopesText, scopeWords } from './words';

/** The columns of the keys; what may be done belongs to the screen. */
export const keyColumns: ListColumns<ApiKey> = [
  {
    key: 'name',
    title: '名称',
    stays: true,
    width: 180,
    render: (_, { name, prefix }) => (
      <>
        <b>{name}</b>
        <div className="tp-figure tp-muted tp-small">{prefix}…</div>
      </>
    ),
  },
  {
    key: 'standing',
    title: '状态',
    width: 90,
    render: (_, { standing }) => (
      <StateTag state={standing} words={keyWords[standing]} testId="key-standing" />
    ),
  },
  {
    key: 'scopes',
    title: '权限范围',
    render: (_, { scopes }) =>
      scopes.map((scope) => (
        <Tag key={scope} title={scopeWords[scope].may}>
          {scopeWords[scope].name}
        </Tag>
      )),
  },
  {
    key: 'networks',
    title: '允许的网络',
    width: 160,
    render: (_, { networks }) =>
      networks.length === 0 ? (
        <span className="tp-muted">不限</span>
      ) : (
        <span className="tp-figure">{networks.join('、')}</span>
      ),
  },
  {
    key: 'lastUsed',
    title: '最近使用',
    width: 150,
    render: (_, { lastUsedAt, lastAddress }) =>
      lastUsedAt ? (
        <>
          <When at={lastUsedAt} />
          <div className="tp-figure tp-muted tp-small">{lastAddress}</div>
        </>
      ) : (
        <span className="tp-muted">未使用</span>
      ),
  },
  {
    key: 'expiresAt',
    title: '到期',
    width: 150,
    render: (_, { expiresAt }) =>
      expiresAt ? <When at={expiresAt} /> : <span className="tp-muted">长期</span>,
  },
  {
    key: 'created',
    title: '创建',
    width: 150,
    render: (_, { createdBy, createdAt, revokedAt, revokedBy }) => (
      <>
        {createdBy}
        <div className="tp-muted">
          <When at={createdAt} />
        </div>
        {revokedAt && <div className="tp-muted tp-small">{revokedBy} 已吊销</div>}
      </>
    ),
  },
];

const whenOr = (at: string | null, otherwise: string) => (at ? whenText(at) : otherwise);

/** The same table as a spreadsheet has it. */
export const keyCsv: readonly CsvColumn<ApiKey>[] = [
  { title: '名称', cell: ({ name }) => name },
  { title: '前缀', cell: ({ prefix }) => prefix },
  { title: '状态', cell: ({ standing }) => keyWords[standing].text },
  { title: '权限范围', cell: ({ scopes }) => scopesText(scopes) },
  { title: '允许的网络', cell: ({ networks }) => networks.join('、') || '不限' },
  { title: '最近使用', cell: ({ lastUsedAt }) => whenOr(lastUsedAt, '') },
  { title: '最近地址', cell: ({ lastAddress }) => lastAddress },
  { title: '到期', cell: ({ expiresAt }) => whenOr(expiresAt, '长期') },
  { title: '创建人', cell: ({ createdBy }) => createdBy },
  { title: '创建时间', cell: ({ createdAt }) => whenText(createdAt) },
  { title: '吊销人', cell: ({ revokedBy }) => revokedBy },
  { title: '吊销时间', cell: ({ revokedAt }) => whenOr(revokedAt, '') },
];
