import { Alert, App, Checkbox, Form } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { type OwnerPhone, type Party, useVouchForPhone } from './queries';

interface VouchDialogProps {
  party: Pick<Party, 'partyId' | 'name'>;
  phone: OwnerPhone;
  open: boolean;
  onClose: () => void;
}

/** Vouches for a customer's phone, after one has read what that opens. */
export function VouchDialog({ party, phone, open, onClose }: VouchDialogProps) {
  const { message } = App.useApp();
  const vouch = useVouchForPhone();
  const who = phone.owner ? `${phone.owner.name}（${phone.owner.loginName}）` : '';
  return (
    <FormDialog<{ called?: boolean }>
      open={open}
      title={`确认手机号 · ${party.name}`}
      submitText="确认手机号"
      testId="vouch-phone"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        await vouch({ commandId, partyId: party.partyId, contactPhone: phone.contactPhone });
        message.success('已确认，负责人可以用该手机号登录');
      }}
    >
      <Alert
        type="warning"
        showIcon
        title={`确认后，能收到 ${phone.contactPhone} 短信的人就能以负责人${who}登录`}
        description="可以用短信验证码登录并重设密码，也可以凭该手机号绑定微信。负责人自己验证过手机后，此处不能再更改。"
      />
      <Form.Item
        name="called"
        valuePropName="checked"
        style={{ marginTop: 16 }}
        rules={[
          {
            validator: (_, called?: boolean) =>
              called ? Promise.resolve() : Promise.reject(new Error('请先拨打该号码与负责人本人核实')),
          },
        ]}
      >
        <Checkbox data-testid="vouch-called">
          我已拨打 {phone.contactPhone}，接听的是负责人本人，号码由其本人使用
        </Checkbox>
      </Form.Item>
    </FormDialog>
  );
}
