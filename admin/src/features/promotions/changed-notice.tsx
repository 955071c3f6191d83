import { Alert, Button } from 'antd';
import { whenText } from '../../ui/format';
import type { Promotion, Versions } from './model';

interface ChangedNoticeProps {
  /** As it stands on the server now. */
  latest: Promotion;
  versions: Versions;
  /** The version that is being edited. */
  version: number;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Tells the second editor that somebody was faster; what becomes of either's work is the person's choice. */
export function ChangedNotice({ latest, versions, version, onTakeTheirs, onKeepMine }: ChangedNoticeProps) {
  const last = versions.find((one) => one.version === latest.version);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      data-testid="changed-by-another"
      title={`${last ? `${last.changedBy} 在 ${whenText(last.changedAt)} ` : '有人'}保存了第 ${latest.version} 版，您编辑的是第 ${version} 版`}
      description="没有保存任何内容。可以载入最新版（放弃这里的修改），或保留这里的修改、核对后再保存为更新的一版。"
      action={
        <div className="notice-actions">
          <Button size="small" type="primary" onClick={onTakeTheirs} data-testid="take-theirs">
            载入最新版
          </Button>
          <Button size="small" onClick={onKeepMine} data-testid="keep-mine">
            保留我的修改
          </Button>
        </div>
      }
    />
  );
}
