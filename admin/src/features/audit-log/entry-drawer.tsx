import { Drawer, Skeleton, Table, type TableProps } from 'antd';
import { ProblemView } from '../../ui/problem-view';
import { When } from '../../ui/when';
import { compareInputs, type ComparedField } from './compare-inputs';
import { OutcomeTag, personOf } from './entry-columns';
import { fieldWords } from './field-words';
import { useAuditEntry } from './queries';
import { routeWords } from './route-words';

const shown = (words: string | null) => words ?? <span className="tp-faint">—</span>;

const fieldColumns = (hasBefore: boolean): NonNullable<TableProps<ComparedField>['columns']> => [
  { title: '内容', width: 220, render: (_, { path }) => <span title={path}>{fieldWords(path)}</span> },
  ...(hasBefore
    ? [{ title: '上一次', render: (_: unknown, { before }: ComparedField) => shown(before) }]
    : []),
  {
    title: hasBefore ? '这一次' : '填写',
    render: (_, { now, isChanged }) =>
      isChanged ? <mark className="audit-changed">{shown(now)}</mark> : shown(now),
  },
];

interface EntryProps {
  entryId: string;
  /** What people call a role. */
  roleName: (role: string) => string;
}

function Entry({ entryId, roleName }: EntryProps) {
  const entry = useAuditEntry(entryId);
  if (entry.isError) return <ProblemView error={entry.error} onRetry={() => void entry.refetch()} />;
  if (entry.isPending) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  const { data } = entry;
  const { previous } = data;
  const fields = data.input ? compareInputs(data.input, previous?.input ?? null) : [];
  return (
    <>
      <dl className="tp-facts">
        <dt>操作</dt>
        <dd className="tp-strong">{routeWords(data.route)}</dd>
        <dt>结果</dt>
        <dd>
          <OutcomeTag entry={data} />
        </dd>
        <dt>时间</dt>
        <dd>
          <When at={data.at} />
        </dd>
        <dt>人员</dt>
        <dd>
          {personOf(data)}
          {data.user && `（${data.user.roles.map(roleName).join('、')}）`}
          {data.party && ` · ${data.party.name}`}
        </dd>
        <dt>对象</dt>
        <dd className="tp-figure">{data.subjectId || '—'}</dd>
        <dt>来源</dt>
        <dd className="tp-figure">{data.address}</dd>
        <dt>设备</dt>
        <dd className="tp-small">{data.device || '—'}</dd>
        <dt>请求号</dt>
        <dd className="tp-figure tp-small">{data.requestId}</dd>
      </dl>
      {previous && (
        <p className="tp-muted">
          上一次：{personOf(previous)}，<When at={previous.at} />
          。标出的是与上一次不同之处。
        </p>
      )}
      {fields.length === 0 ? (
        <p className="tp-muted">没有填写内容，或内容有误未被受理。</p>
      ) : (
        <Table
          size="small"
          rowKey={({ path }) => path}
          columns={fieldColumns(previous !== null)}
          dataSource={fields}
          pagination={false}
          data-testid="audit-fields"
        />
      )}
      <p className="tp-muted tp-small">密码、验证码、手机号等一律以“…”代替，过长的内容只保留开头。</p>
    </>
  );
}

interface EntryDrawerProps extends Omit<EntryProps, 'entryId'> {
  entryId: string | null;
  onClose: () => void;
}

/** One entry: what was said, and what was said the time before; open while there is one. */
export const EntryDrawer = ({ entryId, roleName, onClose }: EntryDrawerProps) => (
  <Drawer
    open={entryId !== null}
    onClose={onClose}
    size={760}
    title="操作详情"
    destroyOnHidden
    data-testid="audit-drawer"
  >
    {entryId !== null && <Entry entryId={entryId} roleName={roleName} />}
  </Drawer>
);
