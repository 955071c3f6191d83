import { App, Form, Input } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import {
  useApproveRebinding,
  useRefuseRebinding,
  useUnbindWechatOf,
  type BoundWechat,
  type Rebinding,
} from './queries';
import { appNames, markText } from './words';

interface DialogProps<Subject> {
  /** Open while there is one. */
  subject: Subject | null;
  onClose: () => void;
}

const ReasonField = ({ label, message }: { label: string; message: string }) => (
  <Form.Item name="reason" label={label} rules={[{ required: true, whitespace: true, message }]}>
    <Input.TextArea rows={3} maxLength={200} showCount autoFocus />
  </Form.Item>
);

/** Lets another WeChat in, after one has looked at what that does. */
export function ApproveDialog({ subject, onClose }: DialogProps<Rebinding>) {
  const { message } = App.useApp();
  const approve = useApproveRebinding();
  return (
    <FormDialog<object>
      open={subject !== null}
      title={`同意换绑 · ${subject?.user.name ?? ''}`}
      submitText="同意换绑"
      testId="approve-rebinding"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!subject) return;
        await approve({ commandId, rebindingId: subject.rebindingId });
        message.success('已同意换绑');
      }}
    >
      <p>
        {subject?.party.name}的{subject?.user.name}（{subject?.user.loginName}）将改用微信
        {subject ? markText(subject.to.mark) : ''}登录。
      </p>
      <p className="tp-muted">
        请先按登记的电话向本人核实。同意后原微信不能再登录，该账号在所有设备上需要重新登录。
      </p>
    </FormDialog>
  );
}

/** Leaves the old WeChat bound; who asked reads the reason. */
export function RefuseDialog({ subject, onClose }: DialogProps<Rebinding>) {
  const { message } = App.useApp();
  const refuse = useRefuseRebinding();
  return (
    <FormDialog<{ reason: string }>
      open={subject !== null}
      title={`拒绝换绑 · ${subject?.user.name ?? ''}`}
      submitText="拒绝换绑"
      danger
      testId="refuse-rebinding"
      onClose={onClose}
      onSubmit={async ({ reason }, commandId) => {
        if (!subject) return;
        await refuse({ commandId, rebindingId: subject.rebindingId, reason: reason.trim() });
        message.success('已拒绝，原微信继续有效');
      }}
    >
      <p className="tp-muted">原微信继续有效，申请人会看到下面的原因，可以重新申请。</p>
      <ReasonField label="拒绝原因" message="请写明原因，申请人会看到" />
    </FormDialog>
  );
}

/** Undoes somebody's WeChat, as when a phone is lost. */
export function UnbindDialog({ subject, onClose }: DialogProps<BoundWechat>) {
  const { message } = App.useApp();
  const unbind = useUnbindWechatOf();
  return (
    <FormDialog<{ reason: string }>
      open={subject !== null}
      title={`解除微信绑定 · ${subject?.user.name ?? ''}`}
      submitText="解除绑定"
      danger
      testId="unbind-wechat"
      onClose={onClose}
      onSubmit={async ({ reason }, commandId) => {
        if (!subject) return;
        await unbind({ commandId, userId: subject.user.userId, reason: reason.trim() });
        message.success('已解除绑定，该账号需要重新登录');
      }}
    >
      <p>
        解除后，{subject?.user.name}不能再用微信登录（{subject ? appNames[subject.app] : ''}
        和其他应用一并解除），登录手机一并解除，所有设备立即退出；仍可用密码登录，换绑另一个微信仍需审批。
      </p>
      <ReasonField label="解除原因" message="请写明原因，会记入客户档案" />
    </FormDialog>
  );
}
