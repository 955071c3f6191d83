import { Tag } from 'antd';
import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { Waiting, When } from '../../ui/when';
import type { Application } from './queries';
import { channelNames, kindNames, stateWords } from './words';

const severityColors = { block: 'red', review: 'orange' } as const;

/** What speaks for a second look, each in its words. */
export const FindingTags = ({ findings }: Pick<Application, 'findings'>) =>
  findings.length === 0 ? (
    <span className="tp-faint">无</span>
  ) : (
    <>
      {findings.map(({ rule, severity, title }) => (
        <div key={rule}>
          <Tag color={severityColors[severity]}>{title}</Tag>
        </div>
      ))}
    </>
  );

/** The columns of who asks to be taken on. */
export const applicationColumns: ListColumns<Application> = [
  {
    key: 'name',
    title: '申请单位',
    stays: true,
    width: 190,
    render: (_, { name, kind, channel }) => (
      <>
        <span className="tp-strong">{name}</span>
        <div className="tp-muted tp-small">
          {kindNames[kind]} · {channelNames[channel]}
        </div>
      </>
    ),
  },
  { key: 'region', title: '所在地区', width: 150, dataIndex: 'regionName' },
  { key: 'seller', title: '申请的供货商', width: 150, dataIndex: 'sellerName' },
  {
    key: 'submittedAt',
    title: '提交时间',
    width: 144,
    render: (_, { submittedAt, submissionNo, state }) => (
      <>
        <When at={submittedAt} />
        <div className="tp-muted tp-small">
          {submissionNo > 1 && `第 ${submissionNo} 次提交 `}
          {(state === 'submitted' || state === 'endorsed') && (
            <>
              已等 <Waiting since={submittedAt} />
            </>
          )}
        </div>
      </>
    ),
  },
  {
    key: 'findings',
    title: '审核提示',
    width: 250,
    render: (_, { findings, state }) =>
      state === 'submitted' || state === 'endorsed' ? (
        <FindingTags findings={findings} />
      ) : (
        <span className="tp-faint">—</span>
      ),
  },
  {
    key: 'state',
    title: '状态',
    width: 150,
    render: (_, { state, applicationId, decidedAt, reason }) => (
      <>
        <StateTag state={state} words={stateWords[state]} testId={`application-state-${applicationId}`} />
        {decidedAt && (
          <div className="tp-muted tp-small">
            <When at={decidedAt} />
          </div>
        )}
        {reason && <div className="tp-muted tp-small">{reason}</div>}
      </>
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const applicationCsv: readonly CsvColumn<Application>[] = [
  { title: '申请单位', cell: ({ name }) => name },
  { title: '类型', cell: ({ kind }) => kindNames[kind] },
  { title: '渠道', cell: ({ channel }) => channelNames[channel] },
  { title: '所在地区', cell: ({ regionName }) => regionName },
  { title: '申请的供货商', cell: ({ sellerName }) => sellerName },
  { title: '提交时间', cell: ({ submittedAt }) => whenText(submittedAt) },
  { title: '提交次数', cell: ({ submissionNo }) => submissionNo },
  { title: '审核提示', cell: ({ findings }) => findings.map(({ title }) => title).join('；') },
  { title: '状态', cell: ({ state }) => stateWords[state].text },
  { title: '决定时间', cell: ({ decidedAt }) => (decidedAt === null ? '' : whenText(decidedAt)) },
  { title: '驳回原因', cell: ({ reason }) => reason },
];
