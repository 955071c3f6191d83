import { Alert, Button, Space } from 'antd';

interface ChangedNoticeProps {
  /** Who changed what, as far as it is known. */
  title: string;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Tells the second of two editors that somebody was faster; what becomes of either's work is the person's choice. */
export const ChangedNotice = ({ title, onTakeTheirs, onKeepMine }: ChangedNoticeProps) => (
  <Alert
    type="warning"
    showIcon
    role="alert"
    data-testid="changed-by-another"
    title={title}
    description="没有保存任何内容。可以载入最新内容（放弃这里的修改），或保留这里的修改、核对后再保存。"
    action={
      <Space orientation="vertical">
        <Button size="small" type="primary" onClick={onTakeTheirs} data-testid="take-theirs">
          载入最新内容
        </Button>
        <Button size="small" onClick={onKeepMine} data-testid="keep-mine">
          保留我的修改
        </Button>
      </Space>
    }
  />
);
