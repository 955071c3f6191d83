import { Alert, Button, Spin } from 'antd';
import { problemTitle } from '../../ui/problem-view';
import { usePaused } from '../../ui/use-paused';
import type { Overlap } from './model';
import { useOverlaps } from './queries';

type Asked = Parameters<typeof useOverlaps>[0];

const TYPING_PAUSE_MILLISECONDS = 400;
const SHOWN = 20;

const tones: Readonly<Record<Overlap['kind'], 'error' | 'warning' | 'info'>> = {
  conflict: 'error',
  shutOut: 'warning',
  shutsOut: 'warning',
  shared: 'info',
};

/** With whose grants the one that is being written would overlap, told before it is saved. */
export function OverlapList({ asked }: { asked: Asked }) {
  const paused = usePaused(asked, TYPING_PAUSE_MILLISECONDS);
  const overlaps = useOverlaps(paused);
  if (paused === null)
    return <p className="tp-muted">选好经销商、区域和生效日后，这里会列出与其他授权的重叠。</p>;
  if (overlaps.isError)
    return (
      <Alert
        type="warning"
        title={`暂时查不到重叠：${problemTitle(overlaps.error)}`}
        data-testid="overlaps-unknown"
        action={
          <Button size="small" onClick={() => void overlaps.refetch()}>
            重试
          </Button>
        }
      />
    );
  if (!overlaps.data) return <Spin />;
  const items = overlaps.data;
  if (items.length === 0)
    return <Alert type="success" showIcon title="没有与其他经销商的授权重叠" data-testid="overlaps-none" />;
  return (
    <div className="grant-overlaps" data-testid="overlaps" tabIndex={0} role="group" aria-label="授权重叠">
      {items.slice(0, SHOWN).map(({ kind, grantId, message, remedy }) => (
        <Alert
          key={grantId}
          type={tones[kind]}
          showIcon
          title={message}
          description={remedy || undefined}
          data-testid={`overlap-${kind}`}
        />
      ))}
      {items.length > SHOWN && <p className="tp-muted">另有 {items.length - SHOWN} 处重叠</p>}
    </div>
  );
}
