import { Alert, App, Checkbox, Form, Input } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { type ApplicationSheet, type TakenOn, useApproveApplication, useRejectApplication } from './queries';
import { afterMyYes } from './words';

const mobile = /^1[3-9]\d{9}$/;

interface ApproveValues {
  readonly code?: string;
  readonly loginName?: string;
  readonly note?: string;
  readonly accept?: string[];
  readonly phoneVerified?: boolean;
}

interface ApproveDialogProps {
  sheet: ApplicationSheet;
  open: boolean;
  myPartyId: string;
  /** Called when it was the last yes. */
  onTakenOn: (takenOn: TakenOn) => void;
  onClose: () => void;
}

/** Says yes, after one has looked at every finding and at what the yes does. */
export function ApproveDialog({ sheet, open, myPartyId, onTakenOn, onClose }: ApproveDialogProps) {
  const { message } = App.useApp();
  const approve = useApproveApplication();
  const isLast = sheet.ifApproved === 'approved';
  const asked = sheet.findings.filter(({ severity }) => severity === 'review');
  return (
    <FormDialog<ApproveValues>
      open={open}
      title={`同意申请 · ${sheet.name}`}
      submitText={isLast ? '同意并开户' : '同意'}
      testId="approve-application"
      width={560}
      onClose={onClose}
      onSubmit={async (values, commandId) => {
        const { application, firstUser } = await approve({
          commandId,
          applicationId: sheet.applicationId,
          submissionNo: sheet.submissionNo,
          note: values.note?.trim() ?? '',
          accept: values.accept ?? [],
          code: values.code?.trim() || undefined,
          loginName: values.loginName?.trim() || undefined,
          phoneVerified: values.phoneVerified ?? false,
        });
        if (firstUser) onTakenOn({ ...firstUser, name: sheet.name });
        else if (application.state === 'endorsed') message.success('已同意，等待总部审核');
        // The answer to the first try was lost, and the password with it.
        else message.warning('已开户。首次密码只显示一次，请申请人用短信验证码登录后自行设置密码');
      }}
    >
      <Alert type="info" showIcon title={afterMyYes(sheet, myPartyId)} data-testid="who-else" />
      {asked.length > 0 && (
        <Form.Item
          name="accept"
          label="以下提示请逐条确认没有问题"
          rules={[
            {
              validator: (_, accepted: string[] = []) =>
                accepted.length === asked.length
                  ? Promise.resolve()
                  : Promise.reject(new Error('还有未确认的提示；有问题请驳回并写明原因')),
            },
          ]}
          className="onboarding-findings"
        >
          <Checkbox.Group
            options={asked.map(({ rule, title, like }) => ({
              value: rule,
              label: like.length > 0 ? `${title}（${like.join('、')}）` : title,
            }))}
          />
        </Form.Item>
      )}
      {!sheet.phoneProven && mobile.test(sheet.contactPhone) && (
        <Form.Item name="phoneVerified" valuePropName="checked">
          <Checkbox data-testid="phone-verified">
            我已拨打 {sheet.contactPhone} 与{sheet.contactName}通话核实，开户后可用该手机号的短信验证码登录
          </Checkbox>
        </Form.Item>
      )}
      {isLast && (
        <>
          <Form.Item
            name="code"
            label="客户编码"
            extra="不填则自动生成"
            rules={[{ pattern: /^[A-Z0-9]{2,16}$/, message: '2–16 位大写字母或数字' }]}
          >
            <Input maxLength={16} />
          </Form.Item>
          <Form.Item
            name="loginName"
            label="负责人登录名"
            extra="不填则为小写的客户编码"
            rules={[
              {
                pattern: /^[a-z0-9][a-z0-9._-]{2,31}$/,
                message: '3–32 位小写字母、数字或 . _ -，字母或数字开头',
              },
            ]}
          >
            <Input maxLength={32} autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item name="note" label="备注" extra="只有审核人看得到">
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </FormDialog>
  );
}

interface RejectDialogProps {
  sheet: ApplicationSheet;
  open: boolean;
  onClose: () => void;
}

/** Says no; the applicant reads the reason, mends the form and hands it in again. */
export function RejectDialog({ sheet, open, onClose }: RejectDialogProps) {
  const { message } = App.useApp();
  const reject = useRejectApplication();
  return (
    <FormDialog<{ reason: string }>
      open={open}
      title={`驳回申请 · ${sheet.name}`}
      submitText="驳回"
      danger
      testId="reject-application"
      onClose={onClose}
      onSubmit={async ({ reason }, commandId) => {
        const { applicationId, submissionNo } = sheet;
        await reject({ commandId, applicationId, submissionNo, reason: reason.trim() });
        message.success('已驳回，申请人会看到原因，可以修改后重新提交');
      }}
    >
      <p className="tp-muted">申请人会看到下面的原因，可以修改资料后重新提交。</p>
      <Form.Item
        name="reason"
        label="驳回原因"
        rules={[{ required: true, whitespace: true, message: '请写明原因，申请人会看到' }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
