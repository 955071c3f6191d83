import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { Waiting, When } from '../../ui/when';
import { PersonCell } from './person-cell';
import type { Rebinding } from './queries';
import { appNames, markText, stateWords } from './words';

/** The columns of who asks for another WeChat. */
export const rebindingColumns: ListColumns<Rebinding> = [
  {
    key: 'user',
    title: '申请人',
    stays: true,
    width: 220,
    render: (_, { user, party }) => <PersonCell user={user} party={party} />,
  },
  { key: 'app', title: '应用', width: 104, render: (_, { app }) => appNames[app] },
  {
    key: 'from',
    title: '原微信',
    width: 160,
    render: (_, { from }) =>
      from ? (
        <>
          <span className="tp-figure">{markText(from.mark)}</span>
          <div className="tp-muted tp-small">
            <When at={from.boundAt} /> 绑定
          </div>
        </>
      ) : (
        <span className="tp-faint">无</span>
      ),
  },
  {
    key: 'to',
    title: '新微信',
    width: 160,
    render: (_, { to, device }) => (
      <>
        <span className="tp-figure">{markText(to.mark)}</span>
        <div className="tp-muted tp-small">{device || '未知设备'}</div>
      </>
    ),
  },
  {
    key: 'askedAt',
    title: '申请时间',
    width: 144,
    render: (_, { askedAt, state }) => (
      <>
        <When at={askedAt} />
        {state === 'waiting' && (
          <div className="tp-muted tp-small">
            已等 <Waiting since={askedAt} />
          </div>
        )}
      </>
    ),
  },
  {
    key: 'state',
    title: '结果',
    width: 200,
    render: (_, { state, rebindingId, decidedBy, decidedAt, reason }) => (
      <>
        <StateTag state={state} words={stateWords[state]} testId={`rebinding-state-${rebindingId}`} />
        {decidedAt && (
          <div className="tp-muted tp-small">
            {decidedBy} <When at={decidedAt} />
          </div>
        )}
        {reason && <div className="tp-muted tp-small">{reason}</div>}
      </>
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const rebindingCsv: readonly CsvColumn<Rebinding>[] = [
  { title: '客户', cell: ({ party }) => party.name },
  { title: '申请人', cell: ({ user }) => user.name },
  { title: '登录名', cell: ({ user }) => user.loginName },
  { title: '应用', cell: ({ app }) => appNames[app] },
  { title: '原微信尾号', cell: ({ from }) => from?.mark ?? '' },
  { title: '原微信绑定时间', cell: ({ from }) => (from ? whenText(from.boundAt) : '') },
  { title: '新微信尾号', cell: ({ to }) => to.mark },
  { title: '设备', cell: ({ device }) => device },
  { title: '申请时间', cell: ({ askedAt }) => whenText(askedAt) },
  { title: '结果', cell: ({ state }) => stateWords[state].text },
  { title: '审批人', cell: ({ decidedBy }) => decidedBy },
  { title: '审批时间', cell: ({ decidedAt }) => (decidedAt === null ? '' : whenText(decidedAt)) },
  { title: '拒绝原因', cell: ({ reason }) => reason },
];
