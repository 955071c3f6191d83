import { Alert, Button, Checkbox, Input, Modal, Progress, Table, Tag, type TableProps } from 'antd';
import { useState } from 'react';
import { Yuan } from '../../../ui/yuan';
import { rejectReasons } from '../end-dialogs';
import { FindingList } from '../finding-list';
import type { OrderSummary } from '../model';
import { ruleName } from '../rule-words';
import { type BulkAction, type Plan, planOf, rulesAmong } from './plan';
import { type RowResult, useBulk } from './use-bulk';
import { useForeseen } from './use-foreseen';

interface BulkBodyProps {
  action: BulkAction;
  /** As they stood when the dialog was opened: what is decided leaves the queue, and stays here with its result. */
  orders: readonly OrderSummary[];
  partyKind: string;
  onClose: () => void;
}

const outcomeColors: Record<Plan['outcome'], string> = {
  approved: 'green',
  held: 'orange',
  rejected: 'red',
  leftOut: 'default',
  asked: 'default',
};
const resultColors: Record<RowResult['status'], string> = { running: 'blue', done: 'green', failed: 'red' };

const sumFen = (plans: readonly Plan[]) => plans.reduce((sum, { order }) => sum + order.payableFen, 0);

function BulkBody({ action, orders, partyKind, onClose }: BulkBodyProps) {
  const { results, isRunning, run, stop, takeBack } = useBulk();
  const rules = action === 'approve' ? rulesAmong(orders) : [];
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set(rules.map(({ rule }) => rule)));
  const [reason, setReason] = useState('');
  const plans = planOf(orders, { action, partyKind, accepted });
  const foreseen = useForeseen(action === 'approve' && results.size === 0 ? plans : []);
  const mine = plans.filter(({ isMine }) => isMine);
  const answered = mine.filter(({ order }) => {
    const status = results.get(order.orderId)?.status;
    return status === 'done' || status === 'failed';
  }).length;
  const failed = mine.filter(({ order }) => results.get(order.orderId)?.status === 'failed').length;
  const hasBegun = results.size > 0;
  const isOver = hasBegun && !isRunning && answered === mine.length && failed === 0;
  const needsReason = action === 'reject' && reason.trim() === '';

  const columns: TableProps<Plan>['columns'] = [
    {
      title: '订单 / 客户',
      width: 176,
      render: (_, { order }) => (
        <>
          <span className="tp-figure">{order.number}</span>
          <div className="tp-muted tp-small">{order.buyerName}</div>
        </>
      ),
    },
    {
      title: '应付',
      width: 112,
      align: 'right',
      render: (_, { order }) => <Yuan fen={order.payableFen} strong />,
    },
    { title: '审单发现', render: (_, { order }) => <FindingList findings={order.findings} /> },
    {
      title: hasBegun ? '结果' : '将会',
      width: 196,
      render: (_, plan) => {
        const result = results.get(plan.order.orderId);
        if (!result) {
          const { outcome, words } = foreseen.get(plan.order.orderId) ?? plan;
          return (
            <Tag
              color={outcomeColors[outcome]}
              className="bulk-words"
              data-testid={`bulk-foreseen-${plan.order.orderId}`}
            >
              {words}
            </Tag>
          );
        }
        const done = result.status === 'done' ? result.order : null;
        return (
          <div data-testid={`bulk-result-${plan.order.orderId}`}>
            <Tag
              color={done?.state === 'held' ? 'orange' : resultColors[result.status]}
              className="bulk-words"
            >
              {result.words}
            </Tag>
            {action === 'approve' && done?.actions.includes('reopen') && !isRunning && (
              <Button
                type="link"
                size="small"
                onClick={() => void takeBack(done)}
                data-testid={`bulk-undo-${plan.order.orderId}`}
              >
                撤回通过
              </Button>
            )}
          </div>
        );
      },
    },
  ];

  return (
    <div data-testid="bulk">
      <p className="tp-muted">
        本次{action === 'approve' ? '通过' : '驳回'} <b className="tp-figure">{mine.length}</b> 单，合计{' '}
        <Yuan fen={sumFen(mine)} strong />
        {plans.length > mine.length && `；另有 ${plans.length - mine.length} 单您无权审核，不会处理`}
        {action === 'approve'
          ? '。“将会”是按现在的库存、信用和区域逐单试算的；几单争同一批货或同一额度时，先处理的先得，以实际结果为准。'
          : '。'}
      </p>
      {rules.length > 0 && (
        <fieldset className="bulk-rules" disabled={hasBegun}>
          <legend className="tp-muted tp-small">由您复核放行的问题，取消勾选则保留：</legend>
          {rules.map(({ rule, orderCount }) => (
            <Checkbox
              key={rule}
              checked={accepted.has(rule)}
              disabled={hasBegun}
              onChange={({ target }) => {
                const next = new Set(accepted);
                if (target.checked) next.add(rule);
                else next.delete(rule);
                setAccepted(next);
              }}
              data-testid={`bulk-accept-${rule}`}
            >
              {ruleName(rule)}（{orderCount} 单）
            </Checkbox>
          ))}
        </fieldset>
      )}
      {action === 'reject' && (
        <>
          <div className="quick-reasons">
            {rejectReasons.map((words) => (
              <Tag.CheckableTag
                key={words}
                checked={reason === words}
                onChange={() => !hasBegun && setReason(words)}
              >
                {words}
              </Tag.CheckableTag>
            ))}
          </div>
          <Input.TextArea
            aria-label="驳回原因，每位客户都会看到"
            placeholder="驳回原因，每位客户都会看到"
            rows={2}
            maxLength={200}
            showCount
            value={reason}
            disabled={hasBegun}
            onChange={({ target }) => setReason(target.value)}
            className="bulk-reason"
            data-testid="bulk-reason"
          />
        </>
      )}
      <Table<Plan>
        size="small"
        rowKey={({ order }) => order.orderId}
        columns={columns}
        dataSource={[...plans]}
        pagination={false}
        scroll={{ x: 800 }}
      />
      {hasBegun && (
        <Progress
          percent={mine.length === 0 ? 0 : Math.floor((answered * 100) / mine.length)}
          format={() => `${answered} / ${mine.length}`}
          status={isRunning ? 'active' : failed > 0 ? 'exception' : 'normal'}
          aria-label="处理进度"
          data-testid="bulk-progress"
        />
      )}
      {!isRunning && failed > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${failed} 单没有成功，可以只重试这些，已完成的不会重复处理。`}
        />
      )}
      <div className="tp-dialog-foot">
        {isRunning ? (
          <Button onClick={stop}>处理完当前一单后停止</Button>
        ) : (
          <Button onClick={onClose} data-testid="bulk-close">
            {hasBegun ? '关闭' : '取消'}
          </Button>
        )}
        {!isOver && (
          <Button
            type="primary"
            danger={action === 'reject'}
            loading={isRunning}
            disabled={mine.length === 0 || needsReason}
            onClick={() => void run(action, plans, reason.trim())}
            data-testid="bulk-start"
          >
            {hasBegun
              ? '继续处理其余的'
              : action === 'approve'
                ? `通过 ${mine.length} 单`
                : `驳回 ${mine.length} 单`}
          </Button>
        )}
      </div>
    </div>
  );
}

interface BulkDialogProps extends Omit<BulkBodyProps, 'action'> {
  action: BulkAction | null;
}

/** Decides many held orders after showing what will happen to each; open while there is an action. */
export const BulkDialog = ({ action, onClose, ...body }: BulkDialogProps) => (
  <Modal
    open={action !== null}
    title={action === 'reject' ? '批量驳回' : '批量通过'}
    onCancel={onClose}
    footer={null}
    width={920}
    mask={{ closable: false }}
    destroyOnHidden
  >
    {action && <BulkBody {...body} action={action} onClose={onClose} />}
  </Modal>
);
