import { Button } from 'antd';

interface RowActionsProps {
  /** What is tried again; null: nobody has to. */
  onRetry: (() => void) | null;
  onDetails: () => void;
  testId: string;
}

/** What one does about a job or an event. */
export const RowActions = ({ onRetry, onDetails, testId }: RowActionsProps) => (
  <div className="link-actions">
    <Button type="link" size="small" onClick={onDetails} data-testid={`details-${testId}`}>
      详情
    </Button>
    {onRetry && (
      <Button type="link" size="small" onClick={onRetry} data-testid={`retry-${testId}`}>
        重试
      </Button>
    )}
  </div>
);
