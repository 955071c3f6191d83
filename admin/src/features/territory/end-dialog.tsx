import { App, Form } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { DayInput } from '../../ui/instant-input';
import { areasText, type Grant, kindWords, lineText, someOf } from './model';
import { useEndGrant } from './queries';

interface EndDialogProps {
  /** Open while there is one. */
  grant: Grant | null;
  today: string;
  onClose: () => void;
}

/** Ends a grant or permit, after saying what that does. */
export function EndDialog({ grant, today, onClose }: EndDialogProps) {
  const { message } = App.useApp();
  const end = useEndGrant();
  return (
    <FormDialog<{ endsOn: string }>
      open={grant !== null}
      title={`终止${grant ? kindWords[grant.kind] : ''} · ${grant?.name ?? ''}`}
      submitText="确认终止"
      danger
      testId="grant-end"
      onClose={onClose}
      initialValues={{ endsOn: today }}
      onSubmit={async ({ endsOn }, commandId) => {
        if (!grant) return;
        await end({ commandId, grantId: grant.grantId, endsOn, expectedVersion: grant.version });
        message.success(endsOn <= today ? '已终止' : `将于 ${endsOn} 终止`);
      }}
    >
      {grant && (
        <p>
          从所选日期起，{grant.sellerName}在{areasText(grant, someOf)}的{lineText(grant)}
          不再享有这项授权，发往该区域的订单将被拦截，除非另有授权。终止后不能恢复，只能重新授权。
        </p>
      )}
      <Form.Item
        name="endsOn"
        label="终止日（当天起不再有效）"
        rules={[
          { required: true, message: '请选择终止日' },
          {
            validator: async (_, endsOn?: string) => {
              if (endsOn && endsOn < today) throw new Error('终止日不能早于今天');
            },
          },
        ]}
      >
        <DayInput />
      </Form.Item>
    </FormDialog>
  );
}
