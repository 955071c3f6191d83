import { Alert, Button, Typography } from 'antd';
import { ApiProblem, isTransient } from '../api';

/** What went wrong in one line, in the server's own words where it has some. */
export const problemTitle = (error: unknown) =>
  error instanceof ApiProblem ? error.problem.title : '页面出了点问题，请刷新后再试';

const detailsOf = ({ detail, errors = [] }: ApiProblem['problem']) => [
  ...(detail ? [detail] : []),
  ...errors.map(({ path, message }) => (path ? `${path}：${message}` : message)),
];

interface ProblemProps {
  error: unknown;
  /** True for a command: repeating it goes out under the same id. */
  repeatable?: boolean;
}

/** The rest of what went wrong: details, what to do, and the request id to quote. */
export function ProblemDetails({ error, repeatable = false }: ProblemProps) {
  if (!(error instanceof ApiProblem)) return null;
  const { requestId } = error.problem;
  return (
    <>
      {detailsOf(error.problem).map((text) => (
        <div key={text}>{text}</div>
      ))}
      {repeatable && isTransient(error) && <div>结果尚未确认：直接再点一次即可，不会重复提交。</div>}
      {requestId && (
        <Typography.Text type="secondary" className="tp-small" copyable={{ text: requestId }}>
          请求编号 {requestId}
        </Typography.Text>
      )}
    </>
  );
}

/** An error with its details, request id and a way to try again. */
export const ProblemView = ({ error, repeatable, onRetry }: ProblemProps & { onRetry?: () => void }) => (
  <Alert
    type="error"
    showIcon
    role="alert"
    data-testid="problem"
    title={problemTitle(error)}
    description={<ProblemDetails error={error} repeatable={repeatable} />}
    action={
      onRetry && (
        <Button size="small" onClick={onRetry} data-testid="problem-retry">
          重试
        </Button>
      )
    }
  />
);
