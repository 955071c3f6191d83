import { Button, Tooltip } from 'antd';
import { useRef, useState } from 'react';
import { ListTable, type ListState } from '../../ui/list-table';
import { useKeys } from '../../ui/use-keys';
import { EmptyHint } from '../../ui/empty-hint';
import { ApproveButton } from './approve-button';
import { BulkDialog } from './bulk/bulk-dialog';
import type { BulkAction } from './bulk/plan';
import { RejectDialog } from './end-dialogs';
import type { OrderSummary } from './model';
import { queueColumns } from './queue-columns';
import { overrulable, waitsForHq } from './review';
import { useApproval } from './use-approval';

interface QueueTableProps {
  list: ListState<OrderSummary>;
  partyKind: string;
  /** Whether the user has the reviewer's role. */
  reviews: boolean;
  onOpen: (orderId: string) => void;
}

/** A row that slides under the pointer must not take the second half of a double click. */
const SETTLE_MILLISECONDS = 500;

/** Moves focus along, so that Enter does not press a button of the row one came from. */
function goTo(orderId: string) {
  const row = document.querySelector<HTMLElement>(`[data-row-key="${orderId}"]`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/** The review queue: pick with j and k, decide with a and r, open with Enter. */
export function QueueTable({ list, partyKind, reviews, onOpen }: QueueTableProps) {
  const approval = useApproval();
  const orders = list.data?.items ?? [];
  const [picked, setPicked] = useState({ orderId: '', index: 0 });
  const [overruling, setOverruling] = useState<string | null>(null);
  const answeredAt = useRef(0);
  const [rejecting, setRejecting] = useState<OrderSummary | null>(null);
  const [chosenIds, setChosenIds] = useState<readonly string[]>([]);
  const [bulk, setBulk] = useState<{ action: BulkAction; orders: readonly OrderSummary[] } | null>(null);
  // What has been decided meanwhile, by whomever, is not chosen any more.
  const chosen = orders.filter(({ orderId }) => chosenIds.includes(orderId));

  // A decided order leaves the list; the row that took its place is picked then.
  const found = orders.findIndex((order) => order.orderId === picked.orderId);
  const index = found >= 0 ? found : Math.min(picked.index, orders.length - 1);
  const current = orders[index];

  const pick = (nextIndex: number) => {
    const next = orders[Math.max(0, Math.min(nextIndex, orders.length - 1))];
    if (!next) return;
    setPicked({ orderId: next.orderId, index: orders.indexOf(next) });
    goTo(next.orderId);
  };
  const pickOrder = (order: OrderSummary) =>
    setPicked({ orderId: order.orderId, index: orders.indexOf(order) });
  const mayDecide = (order: OrderSummary) =>
    reviews && !waitsForHq(order, partyKind) && !approval.pending.has(order.orderId);
  const approve = async (order: OrderSummary, accept: string[]) => {
    if (Date.now() - answeredAt.current < SETTLE_MILLISECONDS) return;
    if (!(await approval.approve(order, accept))) return;
    answeredAt.current = Date.now();
    setOverruling(null);
  };
  const startApproving = (order: OrderSummary) => {
    if (overrulable(order.findings).length > 0) setOverruling(order.orderId);
    else void approve(order, []);
  };

  useKeys(
    {
      j: () => pick(index + 1),
      k: () => pick(index - 1),
      a: () => current && mayDecide(current) && startApproving(current),
      r: () => current && mayDecide(current) && setRejecting(current),
      Enter: () => current && onOpen(current.orderId),
    },
    overruling === null && rejecting === null && bulk === null,
  );

  const decisionColumn = {
    key: 'actions',
    title: '审核',
    stays: true,
    width: 136,
    fixed: 'end' as const,
    render: (_: unknown, order: OrderSummary) => (
      <Tooltip
        title={waitsForHq(order, partyKind) ? '此单由总部处理' : reviews ? undefined : '您没有审核权限'}
      >
        <div className="row-actions">
          <ApproveButton
            orderId={order.orderId}
            findings={order.findings}
            open={overruling === order.orderId}
            onOpenChange={(open) => {
              pickOrder(order);
              setOverruling(open ? order.orderId : null);
            }}
            onApprove={(accept) => void approve(order, accept)}
            pending={approval.pending.has(order.orderId)}
            disabled={!reviews || waitsForHq(order, partyKind)}
          />
          <Button
            size="small"
            danger
            disabled={!mayDecide(order)}
            onClick={() => setRejecting(order)}
            data-testid={`reject-${order.orderId}`}
          >
            驳回
          </Button>
        </div>
      </Tooltip>
    ),
  };

  return (
    <>
      <ListTable<OrderSummary>
        name="queue"
        list={list}
        rowKey={(order) => order.orderId}
        columns={[...queueColumns, decisionColumn]}
        minWidth={960}
        tools={
          reviews && (
            <div className="queue-bulk">
              <span className="tp-muted">
                {chosen.length > 0 ? `已选 ${chosen.length} 单` : '勾选多单可一起审核'}
              </span>
              <Button
                size="small"
                disabled={chosen.length === 0}
                onClick={() => setBulk({ action: 'approve', orders: chosen })}
                data-testid="bulk-approve"
              >
                批量通过
              </Button>
              <Button
                size="small"
                disabled={chosen.length === 0}
                onClick={() => setBulk({ action: 'reject', orders: chosen })}
                data-testid="bulk-reject"
              >
                批量驳回
              </Button>
            </div>
          )
        }
        {...(reviews && {
          rowSelection: {
            selectedRowKeys: chosen.map(({ orderId }) => orderId),
            onChange: (keys) => setChosenIds(keys.map(String)),
            getCheckboxProps: ({ number }) => ({ 'aria-label': `选择 ${number}` }),
            columnWidth: 40,
          },
        })}
        rowClassName={(order) =>
          order.orderId === current?.orderId ? 'queue-row tp-row-picked' : 'queue-row'
        }
        onRow={(order) => ({
          onClick: () => pickOrder(order),
          tabIndex: -1,
          onDoubleClick: () => onOpen(order.orderId),
          // The table hands these to the row's element as they are.
          ...{ 'data-testid': `queue-row-${order.orderId}` },
        })}
        empty={
          <EmptyHint
            title="今天没有待审订单"
            hint="所有订单都已自动通过或处理完毕。有订单因库存、信用或区域等原因被挂起时，会立刻出现在这里，页面每 15 秒自动刷新。"
          />
        }
      />
      <BulkDialog
        action={bulk?.action ?? null}
        orders={bulk?.orders ?? []}
        partyKind={partyKind}
        onClose={() => {
          setBulk(null);
          setChosenIds([]);
        }}
      />
      <RejectDialog order={rejecting} onClose={() => setRejecting(null)} />
    </>
  );
}
