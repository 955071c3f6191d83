import { Empty } from 'antd';
import type { ReactNode } from 'react';

interface EmptyHintProps {
  title: string;
  /** What the emptiness means and what to do next. */
  hint: ReactNode;
  action?: ReactNode;
}

/** An empty list that says what it means. */
export const EmptyHint = ({ title, hint, action }: EmptyHintProps) => (
  <div className="tp-empty" data-testid="empty">
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={<span className="tp-empty-title">{title}</span>}
    />
    <p className="tp-muted">{hint}</p>
    {action}
  </div>
);
