import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Form, Input, InputNumber } from 'antd';
import { useRef, useState } from 'react';
import { ulid } from 'ulid';
import { api } from '../../../api';
import { DayInput } from '../../../ui/instant-input';
import { ProblemView } from '../../../ui/problem-view';
import { useEdit } from '../commands';
import type { Order } from '../model';
import { changesOf, draftFault, draftOf, type Draft } from './draft';
import { EditDiff } from './edit-diff';
import { EditLines, type GoodsPicker } from './edit-lines';

interface EditDrawerProps {
  order: Order;
  open: boolean;
  /** The party that edits: what the buyer may is more than what the seller may. */
  partyId: string;
  GoodsPicker: GoodsPicker;
  onClose: () => void;
}

interface EditBodyProps extends Omit<EditDrawerProps, 'open'> {
  onReload: () => void;
}

function EditBody({ order, partyId, GoodsPicker, onClose, onReload }: EditBodyProps) {
  const { message } = App.useApp();
  // What one has before one's eyes: another version that arrives meanwhile must not slip under a draft.
  const [seen] = useState(order);
  const [draft, setDraft] = useState<Draft>(() => draftOf(order));
  const [reason, setReason] = useState('');
  const commandId = useRef(ulid());
  const edit = useEdit();
  const preview = useMutation({ mutationFn: api.orders.previewEdit });
  const save = useMutation({ mutationFn: (input: Parameters<typeof edit>[0]) => edit(input) });
  const isBuyer = partyId === seen.buyerId;
  const isStale = order.revision !== seen.revision || order.state !== seen.state;
  const fault = draftFault(draft);
  const changes = changesOf(draft, seen);
  const said = { orderId: seen.orderId, expectedRevision: seen.revision, ...changes };

  const change = (more: Partial<Draft>) => {
    setDraft({ ...draft, ...more });
    preview.reset();
    save.reset();
    commandId.current = ulid();
  };
  const submit = async () => {
    if (!preview.data || save.isPending) return;
    const expectedPayableFen = isBuyer ? preview.data.payableFen : undefined;
    const edited = await save.mutateAsync({
      ...said,
      commandId: commandId.current,
      reason: reason.trim(),
      expectedPayableFen,
    });
    message.success(`${edited.number} 已改为第 ${edited.revision} 版`);
    onClose();
  };

  return (
    <div data-testid="edit-order-body">
      {isStale && (
        <Alert
          type="warning"
          showIcon
          className="page-problem"
          title={`订单已被他人修改（现为第 ${order.revision} 版），您的修改没有保存`}
          description="载入最新内容后，请重新核对再改。"
          action={
            <Button size="small" onClick={onReload} data-testid="edit-reload">
              载入最新内容
            </Button>
          }
          data-testid="edit-stale"
        />
      )}
      <EditLines
        lines={draft.lines}
        isBuyer={isBuyer}
        GoodsPicker={GoodsPicker}
        onChange={(lines) => change({ lines })}
      />
      <Form layout="vertical" component="div" className="edit-heads">
        <Form.Item label="期望到货日" htmlFor="edit-deliver-on">
          <DayInput
            id="edit-deliver-on"
            value={draft.deliverOn}
            onChange={(deliverOn) => change({ deliverOn })}
          />
        </Form.Item>
        {!isBuyer && (
          <Form.Item label="补货优先级（0–9，大的先得货）" htmlFor="edit-priority">
            <InputNumber
              id="edit-priority"
              min={0}
              max={9}
              precision={0}
              value={draft.priority}
              onChange={(priority) => change({ priority: priority ?? 0 })}
              style={{ width: '100%' }}
            />
          </Form.Item>
        )}
        <Form.Item label="订单备注" htmlFor="edit-note">
          <Input
            id="edit-note"
            maxLength={200}
            value={draft.note}
            onChange={({ target }) => change({ note: target.value })}
          />
        </Form.Item>
        <Form.Item label="修改原因（双方可见）" htmlFor="edit-reason">
          <Input
            id="edit-reason"
            maxLength={200}
            value={reason}
            placeholder="例如 与客户电话确认减量"
            onChange={({ target }) => setReason(target.value)}
            data-testid="edit-reason"
          />
        </Form.Item>
      </Form>
      {preview.isError && <ProblemView error={preview.error} />}
      {preview.data && <EditDiff order={seen} preview={preview.data} />}
      {save.isError && <ProblemView error={save.error} repeatable />}
      <div className="tp-dialog-foot edit-foot">
        <span className="tp-muted tp-small">{fault || (changes ? '' : '还没有修改')}</span>
        <Button onClick={onClose}>取消</Button>
        <Button
          type={preview.data ? 'default' : 'primary'}
          disabled={fault !== '' || changes === null || isStale}
          loading={preview.isPending}
          onClick={() => preview.mutate({ ...said })}
          data-testid="edit-preview"
        >
          重新审核并比较
        </Button>
        {preview.data && (
          <Button
            type="primary"
            disabled={preview.data.refusal !== null || isStale}
            loading={save.isPending}
            onClick={() => void submit().catch(() => undefined)}
            data-testid="edit-save"
          >
            保存修改
          </Button>
        )}
      </div>
    </div>
  );
}

/** Changes an order: every check is run on the draft and the difference shown before anything is saved. */
export function EditDrawer({ open, onClose, ...body }: EditDrawerProps) {
  const [round, setRound] = useState(0);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={820}
      title={`修改订单 ${body.order.number} · 第 ${body.order.revision} 版`}
      mask={{ closable: false }}
      destroyOnHidden
      data-testid="edit-drawer"
    >
      <EditBody key={round} {...body} onClose={onClose} onReload={() => setRound(round + 1)} />
    </Drawer>
  );
}
