import { App, Form, Select } from 'antd';
import { countText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { ReasonField } from '../reason-field';
import { optionsOf } from '../words';
import { alertActions } from './alert-columns';
import { type Alert, type AlertAction, useHandleAlert } from './queries';

interface HandleForm {
  action: AlertAction;
  outcome: string;
}

/** Closes an expiry alert with what was done and what came of it. */
export function HandleAlertDialog({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const { message } = App.useApp();
  const handle = useHandleAlert();
  return (
    <FormDialog<HandleForm>
      open
      title={`处置效期预警 · ${alert.lotNo}`}
      submitText="登记处置"
      testId="alert-handle"
      onClose={onClose}
      onSubmit={async ({ action, outcome }, commandId) => {
        await handle({ alertId: alert.alertId, commandId, action, outcome: outcome.trim() });
        message.success(`批次 ${alert.lotNo} 的预警已处置`);
      }}
    >
      <p>
        {alert.skuName}，{alert.warehouseName}，{countText(alert.quantity)} 件，{alert.expiresOn} 到期
      </p>
      <p className="tp-muted">这里只登记做了什么；货本身的调拨、停售和销毁在各自的页面办理。</p>
      <Form.Item name="action" label="处置方式" rules={[{ required: true, message: '请选择处置方式' }]}>
        <Select options={optionsOf(alertActions)} placeholder="做了什么" data-testid="alert-action" />
      </Form.Item>
      <ReasonField
        name="outcome"
        label="结果"
        placeholder="例如 已调 20 箱到杭州仓，预计两周售完"
        testId="alert-outcome"
      />
    </FormDialog>
  );
}
