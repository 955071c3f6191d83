import { Button } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumn } from '../../ui/list-column';
import { StateTag, type StateWords } from '../../ui/state-tag';
import { When } from '../../ui/when';
import { deviceWords } from './device-words';
import { personOf } from './entry-columns';
import type { AuditEntry } from './queries';

const wayWords: Readonly<Record<string, string>> = {
  'auth.logIn': '密码',
  'auth.codeLogIn': '短信验证码',
  'auth.wechatLogIn': '微信',
  'auth.bindByPhone': '微信手机号',
  'auth.bindByPassword': '微信绑定（密码）',
};

const wayOf = ({ route }: Pick<AuditEntry, 'route'>) => wayWords[route] ?? route;

/** How it ended. A WeChat that is nobody's yet, or waits for a yes, is answered and lets nobody in. */
function resultOf({ outcome, outcomeTitle, user }: AuditEntry): StateWords {
  if (outcome !== 'done') return { text: outcomeTitle || outcome, color: 'red' };
  return user ? { text: '成功', color: 'green' } : { text: '未进入：微信未绑定或待同意', color: 'orange' };
}

/** What the device calls itself, where it has said so. */
const saidDevice = ({ input }: Pick<AuditEntry, 'input'>) => {
  const device = input?.device;
  return typeof device === 'string' ? device : '';
};

interface Ways {
  onPerson: (userId: string) => void;
  onOpen: (entryId: string) => void;
}

/** The columns of log-ins; a person leads to all of theirs. */
export const logInColumns = ({ onPerson, onOpen }: Ways): ListColumn<AuditEntry>[] => [
  { key: 'at', title: '时间', stays: true, width: 144, render: (_, { at }) => <When at={at} /> },
  {
    key: 'person',
    title: '人员',
    width: 200,
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
  { key: 'way', title: '方式', width: 130, render: (_, entry) => wayOf(entry) },
  { key: 'address', title: '来源', width: 140, className: 'tp-figure', dataIndex: 'address' },
  {
    key: 'device',
    title: '设备',
    ellipsis: true,
    render: (_, entry) => (
      <>
        <div title={entry.device}>{deviceWords(entry.device) || '—'}</div>
        {saidDevice(entry) && <div className="tp-muted tp-small">{saidDevice(entry)}</div>}
      </>
    ),
  },
  {
    key: 'result',
    title: '结果',
    width: 200,
    ellipsis: true,
    render: (_, entry) => (
      <StateTag
        state={entry.outcome}
        words={resultOf(entry)}
        title={entry.outcome}
        testId={`log-in-${entry.entryId}`}
      />
    ),
  },
  {
    key: 'actions',
    title: '详情',
    stays: true,
    width: 72,
    fixed: 'right',
    render: (_, { entryId }) => (
      <Button type="link" size="small" onClick={() => onOpen(entryId)} data-testid={`log-in-open-${entryId}`}>
        查看
      </Button>
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const logInCsv: readonly CsvColumn<AuditEntry>[] = [
  { title: '时间', cell: ({ at }) => whenText(at) },
  { title: '公司', cell: ({ party }) => party?.name ?? '' },
  { title: '人员', cell: personOf },
  { title: '方式', cell: wayOf },
  { title: '来源地址', cell: ({ address }) => address },
  { title: '设备', cell: ({ device }) => device },
  { title: '设备名', cell: saidDevice },
  { title: '结果', cell: (entry) => resultOf(entry).text },
  { title: '请求号', cell: ({ requestId }) => requestId },
];
