import { App, Form, Input, Radio } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { dayOf } from '../../ui/format';
import { DaySpanFields } from '../../ui/day-span-fields';
import { type Party, type Suspension, useReinstate, useSuspend } from './queries';

interface DialogProps {
  party: Pick<Party, 'partyId' | 'name'>;
  open: boolean;
  onClose: () => void;
}

interface SuspendValues {
  readonly effect: Suspension['effect'];
  readonly reason: string;
  readonly startsOn: string;
  readonly endsOn?: string;
}

const effectOptions = [
  { value: 'orders', label: '停止下单（仍可登录、查账、付款）' },
  { value: 'logIn', label: '停止下单与登录（所有员工立即退出）' },
];

/** Stops a customer from a day on, with the reason that stays in its trail. */
export function SuspendDialog({
  party,
  open,
  onClose,
  isHeadquarters,
}: DialogProps & { isHeadquarters: boolean }) {
  const { message } = App.useApp();
  const suspend = useSuspend();
  return (
    <FormDialog<SuspendValues>
      open={open}
      title={`停用 · ${party.name}`}
      submitText="停用"
      danger
      testId="suspend"
      onClose={onClose}
      initialValues={{ effect: 'orders', startsOn: dayOf(new Date()) }}
      onSubmit={async ({ effect, reason, startsOn, endsOn }, commandId) => {
        await suspend({ commandId, partyId: party.partyId, effect, reason: reason.trim(), startsOn, endsOn });
        message.success('已停用，可随时恢复');
      }}
    >
      <p className="tp-muted">
        {isHeadquarters
          ? '停用后该客户不能向任何供货方下新单；已下的订单和账款照常处理。'
          : '停用后该客户不能向我下新单；已下的订单和账款照常处理，不影响其他供货方。'}
      </p>
      <Form.Item name="effect" label="范围" hidden={!isHeadquarters}>
        <Radio.Group options={effectOptions} className="tp-choices" />
      </Form.Item>
      <div className="form-grid" style={{ gridTemplateColumns: '1fr 1fr' }}>
        <DaySpanFields startLabel="开始日期" endLabel="到期自动恢复（不填则直到恢复）" />
      </div>
      <Form.Item
        name="reason"
        label="原因"
        rules={[{ required: true, whitespace: true, message: '请写明原因' }]}
      >
        <Input.TextArea rows={2} maxLength={200} showCount data-testid="suspend-reason" />
      </Form.Item>
    </FormDialog>
  );
}

/** Lifts everything one has put on a customer. */
export function ReinstateDialog({ party, open, onClose }: DialogProps) {
  const { message } = App.useApp();
  const reinstate = useReinstate();
  return (
    <FormDialog<{ note?: string }>
      open={open}
      title={`恢复 · ${party.name}`}
      submitText="恢复"
      testId="reinstate"
      onClose={onClose}
      onSubmit={async ({ note }, commandId) => {
        await reinstate({ commandId, partyId: party.partyId, note: note?.trim() ?? '' });
        message.success('已恢复');
      }}
    >
      <p className="tp-muted">我对该客户的所有停用（包括还没生效的）都会解除，立即可以下单。</p>
      <Form.Item name="note" label="备注">
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </FormDialog>
  );
}
