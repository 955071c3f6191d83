import { App, Button, Form, Input, Modal } from 'antd';
import { longestViewName, type SavedView, viewNameFault } from './saved-views';

interface SaveViewDialogProps {
  open: boolean;
  views: readonly SavedView[];
  onSave: (name: string) => void;
  onClose: () => void;
}

function SaveViewForm({ views, onSave, onClose }: Omit<SaveViewDialogProps, 'open'>) {
  const { modal } = App.useApp();
  const save = async (name: string) => {
    const isTaken = views.some((view) => view.name === name);
    if (
      isTaken &&
      !(await modal.confirm({
        title: `已有视图“${name}”，用当前筛选替换它？`,
        okText: '替换',
        cancelText: '取消',
      }))
    )
      return;
    onSave(name);
    onClose();
  };
  return (
    <Form<{ name?: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ name = '' }) => void save(name.trim())}
      data-testid="save-view"
    >
      <Form.Item
        name="name"
        label="视图名称"
        rules={[
          {
            validator: (_, name: string = '') => {
              const fault = viewNameFault(views, name.trim());
              return fault === null ? Promise.resolve() : Promise.reject(new Error(fault));
            },
          },
        ]}
      >
        <Input maxLength={longestViewName} showCount autoFocus autoComplete="off" data-testid="view-name" />
      </Form.Item>
      <div className="tp-dialog-foot">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" htmlType="submit" data-testid="save-view-submit">
          保存
        </Button>
      </div>
    </Form>
  );
}

/** Asks for the name of a view, and again before one of that name is replaced. */
export const SaveViewDialog = ({ open, ...form }: SaveViewDialogProps) => (
  <Modal
    open={open}
    title="保存当前筛选"
    onCancel={form.onClose}
    footer={null}
    width={420}
    mask={{ closable: false }}
    destroyOnHidden
  >
    <SaveViewForm {...form} />
  </Modal>
);
