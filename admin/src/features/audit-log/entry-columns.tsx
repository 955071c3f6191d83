import { Button, type TableColumnType } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import type { AuditEntry } from './queries';
import { routeWords } from './route-words';

/** Who did it; of somebody who was not let in, the name that was tried. */
export function personOf({ user, input }: Pick<AuditEntry, 'user' | 'input'>): string {
  if (user) return user.name;
  const tried = input?.loginName;
  return typeof tried === 'string' ? `未登录（试用 ${tried}）` : '未登录';
}

const outcomeWords = ({ outcome, outcomeTitle }: AuditEntry) =>
  outcome === 'done' ? '成功' : outcomeTitle || outcome;

export const OutcomeTag = ({ entry }: { entry: AuditEntry }) => (
  <StateTag
    state={entry.outcome}
    words={{ text: outcomeWords(entry), color: entry.outcome === 'done' ? 'green' : 'red' }}
    title={entry.outcome}
    testId={`outcome-${entry.entryId}`}
  />
);

interface Ways {
  onPerson: (userId: string) => void;
  onSubject: (subjectId: string) => void;
  onOpen: (entryId: string) => void;
}

/** A column with a key that outlives releases, and a title in text; one that stays says what a row is. */
type EntryColumn = TableColumnType<AuditEntry> & {
  readonly key: string;
  readonly title: string;
  readonly stays?: boolean;
};

/** The columns of the log; a person and a thing lead to all there is of them. */
export const entryColumns = ({ onPerson, onSubject, onOpen }: Ways): EntryColumn[] => [
  { key: 'at', title: '时间', width: 144, render: (_, { at }) => <When at={at} /> },
  {
    key: 'person',
    title: '人员',
    width: 180,
    render: (_, entry) => (
      <>
        {entry.user ? (
          <button
            type="button"
            className="audit-way"
            title="只看此人"
            onClick={() => entry.user && onPerson(entry.user.userId)}
          >
            {entry.user.name}
          </button>
        ) : (
          <span className="tp-muted">{personOf(entry)}</span>
        )}
        {entry.party && <div className="tp-muted tp-small">{entry.party.name}</div>}
      </>
    ),
  },
  {
    key: 'route',
    title: '操作',
    stays: true,
    width: 170,
    render: (_, { route }) => <span title={route}>{routeWords(route)}</span>,
  },
  {
    key: 'subject',
    title: '对象',
    width: 180,
    ellipsis: true,
    render: (_, { subjectId }) =>
      subjectId ? (
        <button
          type="button"
          className="audit-way tp-figure"
          title="只看此对象"
          onClick={() => onSubject(subjectId)}
        >
          {subjectId}
        </button>
      ) : (
        <span className="tp-faint">—</span>
      ),
  },
  {
    key: 'outcome',
    title: '结果',
    width: 180,
    ellipsis: true,
    render: (_, entry) => <OutcomeTag entry={entry} />,
  },
  { key: 'address', title: '来源', width: 140, className: 'tp-figure', dataIndex: 'address' },
  {
    key: 'actions',
    title: '详情',
    stays: true,
    width: 72,
    fixed: 'right',
    render: (_, { entryId }) => (
      <Button type="link" size="small" onClick={() => onOpen(entryId)} data-testid={`audit-open-${entryId}`}>
        查看
      </Button>
    ),
  },
];

/** The same table as a spreadsheet has it, with what was sent. */
export const entryCsv: readonly CsvColumn<AuditEntry>[] = [
  { title: '时间', cell: ({ at }) => whenText(at) },
  { title: '公司', cell: ({ party }) => party?.name ?? '' },
  { title: '人员', cell: personOf },
  { title: '操作', cell: ({ route }) => routeWords(route) },
  { title: '接口', cell: ({ route }) => route },
  { title: '对象', cell: ({ subjectId }) => subjectId },
  { title: '结果', cell: outcomeWords },
  { title: '来源地址', cell: ({ address }) => address },
  { title: '设备', cell: ({ device }) => device },
  { title: '请求号', cell: ({ requestId }) => requestId },
  { title: '内容', cell: ({ input }) => (input ? JSON.stringify(input) : '') },
];
