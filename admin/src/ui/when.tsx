import { Tooltip } from 'antd';
import { whenText } from './format';
import { useNow } from './use-now';
import { dueIn, waitingText } from './waiting';

/** An instant in Shanghai. */
export const When = ({ at }: { at: string }) => (
  <time className="tp-figure" dateTime={at}>
    {whenText(at)}
  </time>
);

/** How long ago something happened, kept up to date; hovering tells the instant. */
export function Waiting({ since }: { since: string }) {
  const nowMs = useNow();
  return (
    <Tooltip title={whenText(since)}>
      <span className="tp-figure">{waitingText(since, nowMs)}</span>
    </Tooltip>
  );
}

/** A deadline: how much is left, amber when it is near, red when it has passed. */
export function Due({ at }: { at: string }) {
  const due = dueIn(at, useNow());
  const tone = due.overdue ? 'tp-danger tp-strong' : due.soon ? 'tp-warning' : 'tp-muted';
  return (
    <Tooltip title={`截止 ${whenText(at)}`}>
      <span className={`tp-figure ${tone}`}>{due.text}</span>
    </Tooltip>
  );
}
