import { Alert, App, Form, Input } from 'antd';
import { FormDialog } from '../../../ui/form-dialog';
import { whenText } from '../../../ui/format';
import { InstantInput } from '../../../ui/instant-input';
import { ChangeList } from './change-list';
import { inputOf, type RuleChange } from './draft';
import type { AuditPolicy, PolicyRule } from './model';
import { usePutPolicy } from './queries';

interface PublishForm {
  startsAt?: string;
  note: string;
}

interface PublishDialogProps {
  open: boolean;
  rules: readonly PolicyRule[];
  changes: readonly RuleChange[];
  /** The newest version the draft was made of. */
  expectedVersion: number;
  /** A version that has not begun, and would never hold for long. */
  pending: AuditPolicy | null;
  isTried: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Shows what will hold from when on, before it is published. */
export function PublishDialog(props: PublishDialogProps) {
  const { open, rules, changes, expectedVersion, pending, isTried, onClose, onDone } = props;
  const { message } = App.useApp();
  const put = usePutPolicy();
  return (
    <FormDialog<PublishForm>
      open={open}
      title={`发布第 ${expectedVersion + 1} 版审核策略`}
      submitText="确认发布"
      width={620}
      testId="publish-policy"
      onClose={onClose}
      onSubmit={async ({ startsAt, note }, commandId) => {
        const written = await put({
          commandId,
          expectedVersion,
          rules: inputOf(rules),
          note: note.trim(),
          ...(startsAt ? { startsAt } : {}),
        });
        message.success(
          startsAt
            ? `第 ${written.version} 版已发布，${whenText(written.startsAt)} 起生效`
            : `第 ${written.version} 版已发布，从下一张订单起生效`,
        );
        onDone();
      }}
    >
      <p>与现行策略的不同：</p>
      <ChangeList changes={changes} testId="publish-changes" />
      {!isTried && (
        <Alert
          type="warning"
          showIcon
          className="policy-notes"
          title="这份草稿还没有试算过"
          description="关闭后可以先用上周订单试算，看看哪些订单会不同。"
        />
      )}
      {pending && (
        <Alert
          type="info"
          showIcon
          className="policy-notes"
          title={`第 ${pending.version} 版定于 ${whenText(pending.startsAt)} 生效；这一版开始后会取代它`}
        />
      )}
      <Form.Item
        name="startsAt"
        label="生效时间（不填：立即）"
        rules={[
          {
            validator: async (_, startsAt?: string) => {
              if (startsAt && Date.parse(startsAt) <= Date.now()) throw new Error('生效时间已经过去');
            },
          },
        ]}
      >
        <InstantInput label="生效时间" testId="policy-starts" />
      </Form.Item>
      <Form.Item
        name="note"
        label="说明"
        rules={[{ required: true, whitespace: true, message: '请说明为什么改' }]}
      >
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} data-testid="policy-note" />
      </Form.Item>
      <p className="tp-muted">生效后新下的订单按这一版审；已审的订单保留当时的版本，待审订单再审时按新版。</p>
    </FormDialog>
  );
}
