import { App, Form, Input } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import type { SaidOnce } from '../../ui/one-time-password';
import {
  type Member,
  type StaffRole,
  useAddStaff,
  useChangeRoles,
  useReactivateStaff,
  useResetPassword,
  useSuspendStaff,
} from './queries';
import { RoleChoice } from './role-choice';

/** The answer to the first try was lost, and the password with it. */
const lostPassword = '已完成，但密码只显示一次；请再重置一次密码';

interface AddValues {
  readonly name: string;
  readonly loginName: string;
  readonly roles: StaffRole[];
}

interface AddDialogProps {
  open: boolean;
  roles: readonly StaffRole[];
  onClose: () => void;
  onSaid: (said: SaidOnce) => void;
}

/** Lets somebody in, with a first password. */
export function AddStaffDialog({ open, roles, onClose, onSaid }: AddDialogProps) {
  const { message } = App.useApp();
  const add = useAddStaff();
  return (
    <FormDialog<AddValues>
      open={open}
      title="新增员工"
      submitText="新增并生成首次密码"
      testId="staff-add"
      onClose={onClose}
      onSubmit={async ({ name, loginName, roles: chosen }, commandId) => {
        const { user, oneTimePassword } = await add({
          commandId,
          name: name.trim(),
          loginName: loginName.trim(),
          roles: chosen,
        });
        if (oneTimePassword === null) message.warning(lostPassword);
        else onSaid({ loginName: user.loginName, oneTimePassword });
      }}
    >
      <Form.Item
        name="name"
        label="姓名"
        rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
      >
        <Input maxLength={40} autoFocus data-testid="staff-name" />
      </Form.Item>
      <Form.Item
        name="loginName"
        label="登录名"
        extra="3–32 位小写字母、数字或 . _ -，字母或数字开头；之后不能修改"
        rules={[
          { required: true, pattern: /^[a-z0-9][a-z0-9._-]{2,31}$/, message: '请按下面的要求填写登录名' },
        ]}
      >
        <Input maxLength={32} autoComplete="off" data-testid="staff-login-name" />
      </Form.Item>
      <RoleChoice roles={roles} />
    </FormDialog>
  );
}

export type StaffAction = 'roles' | 'suspend' | 'reactivate' | 'reset';

interface StaffActionDialogProps {
  /** Open while there is one. */
  asked: { readonly action: StaffAction; readonly member: Member } | null;
  roles: readonly StaffRole[];
  onClose: () => void;
  onSaid: (said: SaidOnce) => void;
}

const words: Readonly<Record<StaffAction, { title: string; submit: string; done: string; what: string }>> = {
  roles: {
    title: '调整角色',
    submit: '保存',
    done: '已调整',
    what: '新角色从下一次操作起生效，不用重新登录。',
  },
  suspend: {
    title: '停用员工',
    submit: '停用',
    done: '已停用',
    what: '该员工在所有设备上立即退出，且不能再登录；单据和记录都保留，之后可以恢复。',
  },
  reactivate: {
    title: '恢复员工',
    submit: '恢复',
    done: '已恢复',
    what: '该员工可以用原来的登录名和密码重新登录。',
  },
  reset: {
    title: '重置密码',
    submit: '重置密码',
    done: '已重置',
    what: '原密码立即失效，该员工在所有设备上退出；新密码只显示一次，首次登录后须自行修改。',
  },
};

/** Changes what one of the people may do, after saying what that does. */
export function StaffActionDialog({ asked, roles, onClose, onSaid }: StaffActionDialogProps) {
  const { message } = App.useApp();
  const change = useChangeRoles();
  const suspend = useSuspendStaff();
  const reactivate = useReactivateStaff();
  const reset = useResetPassword();
  const said = asked && words[asked.action];

  const carryOut = async (action: StaffAction, member: Member, chosen: StaffRole[], commandId: string) => {
    const { userId, loginName } = member;
    if (action === 'reset') {
      const { oneTimePassword } = await reset({ commandId, userId });
      if (oneTimePassword === null) message.warning(lostPassword);
      else onSaid({ loginName, oneTimePassword });
      return;
    }
    if (action === 'roles') await change({ commandId, userId, roles: chosen });
    if (action === 'suspend') await suspend({ commandId, userId });
    if (action === 'reactivate') await reactivate({ commandId, userId });
    message.success(words[action].done);
  };

  return (
    <FormDialog<{ roles?: StaffRole[] }>
      open={asked !== null}
      title={`${said?.title ?? ''} · ${asked?.member.name ?? ''}`}
      submitText={said?.submit ?? ''}
      danger={asked?.action === 'suspend' || asked?.action === 'reset'}
      testId="staff-action"
      onClose={onClose}
      initialValues={{ roles: asked?.member.roles }}
      onSubmit={async ({ roles: chosen = [] }, commandId) => {
        if (asked) await carryOut(asked.action, asked.member, chosen, commandId);
      }}
    >
      <p>{said?.what}</p>
      {asked?.action === 'roles' && <RoleChoice roles={roles} />}
    </FormDialog>
  );
}
