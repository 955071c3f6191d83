import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../../ui/form-dialog';
import { type CustomerGroup, usePutCustomerGroup } from './queries';

interface GroupDialogProps {
  /** A group to change, or a new one; closed while there is neither. */
  subject: CustomerGroup | 'new' | null;
  onClose: () => void;
  /** Picks customers. */
  buyersField: ReactNode;
}

/** Writes a group of customers that are priced alike. */
export function GroupDialog({ subject, onClose, buyersField }: GroupDialogProps) {
  const { message } = App.useApp();
  const put = usePutCustomerGroup();
  const group = subject === null || subject === 'new' ? undefined : subject;
  return (
    <FormDialog<{ name: string; buyerIds: string[] }>
      open={subject !== null}
      title={group ? `修改客户组 · ${group.name}` : '新建客户组'}
      submitText="保存客户组"
      width={560}
      testId="group"
      onClose={onClose}
      initialValues={group ?? { buyerIds: [] }}
      onSubmit={async ({ name, buyerIds }, commandId) => {
        const identity = group ? { groupId: group.groupId } : {};
        await put({ commandId, ...identity, name, buyerIds, expectedVersion: group?.version ?? 0 });
        message.success('客户组已保存');
      }}
    >
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={80} data-testid="group-name" />
      </Form.Item>
      <Form.Item name="buyerIds" label="组里的客户">
        {buyersField}
      </Form.Item>
    </FormDialog>
  );
}
