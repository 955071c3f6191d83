import { Alert, Button } from 'antd';
import { whenText } from '../../../ui/format';
import type { AuditPolicy } from './model';

interface StaleNoticeProps {
  newestVersion: number;
  /** The newest version itself, once it is known. */
  newest: AuditPolicy | null | undefined;
  /** The version the draft was made of. */
  baseVersion: number;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Tells the second editor that somebody has published meanwhile; what becomes of the draft is the person's choice. */
export function StaleNotice({
  newestVersion,
  newest,
  baseVersion,
  onTakeTheirs,
  onKeepMine,
}: StaleNoticeProps) {
  const by = newest?.version === newestVersion ? `${newest.actorName} 在 ${whenText(newest.at)} ` : '有人';
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      data-testid="policy-stale"
      title={`${by}发布了第 ${newestVersion} 版，您的草稿是按第 ${baseVersion} 版改的`}
      description="您的草稿没有发布，也没有丢。可以放弃草稿、从最新版改起，或保留草稿：与现行的不同已按最新版重新标出，核对后再发布。"
      action={
        <div className="policy-choices">
          <Button size="small" type="primary" onClick={onTakeTheirs} data-testid="take-theirs">
            放弃草稿
          </Button>
          <Button size="small" onClick={onKeepMine} data-testid="keep-mine">
            保留我的草稿
          </Button>
        </div>
      }
    />
  );
}
