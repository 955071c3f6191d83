import { Button, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { useInnerPages } from '../../ui/cursor-pager';
import type { CsvColumn } from '../../ui/csv';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { whenText } from '../../ui/format';
import { PagedTable } from '../../ui/paged-table';
import { PhotoWall } from '../../ui/photo-wall';
import { When } from '../../ui/when';
import { DecideDialog, type Decision } from './decide-dialog';
import { type DisplayClaim, displayPages, useDisplays } from './queries';
import { claimStates } from './words';

const states = [
  { value: 'open', label: '待核验' },
  { value: 'approved', label: '已通过' },
  { value: 'refused', label: '未通过' },
] as const;

const columns = [
  {
    key: 'buyer',
    title: '客户',
    stays: true,
    width: 180,
    render: (_: unknown, { buyerName, submittedBy }: DisplayClaim) => (
      <>
        {buyerName}
        <div className="tp-muted tp-small">{submittedBy}</div>
      </>
    ),
  },
  {
    key: 'agreement',
    title: '陈列协议',
    width: 240,
    render: (_: unknown, { promotionName, label }: DisplayClaim) => (
      <>
        {promotionName}
        <div className="tp-muted tp-small">{label}</div>
      </>
    ),
  },
  {
    key: 'photos',
    title: '照片与说明',
    render: (_: unknown, { photos, note }: DisplayClaim) => (
      <>
        <PhotoWall photos={photos} />
        {note && <div className="tp-muted tp-small">{note}</div>}
      </>
    ),
  },
  {
    key: 'submittedAt',
    title: '提交时间',
    width: 140,
    render: (_: unknown, { submittedAt }: DisplayClaim) => <When at={submittedAt} />,
  },
  {
    key: 'state',
    title: '结果',
    width: 180,
    render: (_: unknown, { state, decidedBy, reason }: DisplayClaim) => (
      <>
        <Tag color={claimStates[state].color}>{claimStates[state].text}</Tag>
        {decidedBy && (
          <div className="tp-muted tp-small">
            {decidedBy}
            {reason && `：${reason}`}
          </div>
        )}
      </>
    ),
  },
];

/** The same table as a spreadsheet has it, the photos as their number. */
const claimCsv: readonly CsvColumn<DisplayClaim>[] = [
  { title: '客户', cell: ({ buyerName }) => buyerName },
  { title: '陈列协议', cell: ({ promotionName }) => promotionName },
  { title: '协议内容', cell: ({ label }) => label },
  { title: '照片数', cell: ({ photos }) => photos.length },
  { title: '说明', cell: ({ note }) => note },
  { title: '提交人', cell: ({ submittedBy }) => submittedBy },
  { title: '提交时间', cell: ({ submittedAt }) => whenText(submittedAt) },
  { title: '结果', cell: ({ state }) => claimStates[state].text },
  { title: '核验人', cell: ({ decidedBy }) => decidedBy },
  { title: '核验意见', cell: ({ reason }) => reason },
];

/** Displays of customers: photos to look at, and what was said of them. */
export function DisplaysTable({ mayDecide }: { mayDecide: boolean }) {
  const [state, setState] = useState<DisplayClaim['state']>('open');
  const pages = useInnerPages();
  const [decision, setDecision] = useState<Decision | null>(null);
  const displays = useDisplays(state, pages.cursor);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 120,
    render: (_: unknown, claim: DisplayClaim) => (
      <div className="link-actions">
        <Button
          type="link"
          size="small"
          onClick={() => setDecision({ claim, approve: true })}
          data-testid={`display-approve-${claim.claimId}`}
        >
          通过
        </Button>
        <Button
          type="link"
          size="small"
          danger
          onClick={() => setDecision({ claim, approve: false })}
          data-testid={`display-refuse-${claim.claimId}`}
        >
          不通过
        </Button>
      </div>
    ),
  };
  return (
    <>
      <div className="tp-filters">
        <Segmented
          aria-label="核验状态"
          options={[...states]}
          value={state}
          onChange={(chosen) => {
            setState(chosen);
            pages.restart();
          }}
          data-testid="display-state"
        />
        <ExportButton name="陈列核验" columns={claimCsv} fetchPage={displayPages(state)} />
      </div>
      <PagedTable
        name="rebate-displays"
        list={displays}
        pages={pages}
        rowKey={({ claimId }) => claimId}
        columns={mayDecide && state === 'open' ? [...columns, actions] : columns}
        minWidth={1000}
        empty={
          <EmptyHint
            title={state === 'open' ? '没有待核验的陈列' : '这里还没有记录'}
            hint="客户按陈列协议提交照片后会出现在这里；通过后，协议约定的陈列费立即入账。"
          />
        }
      />
      <DecideDialog decision={decision} onClose={() => setDecision(null)} />
    </>
  );
}
