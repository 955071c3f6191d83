import { App } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { useRetryEvent, useRetryJob, type Job, type WorkEvent } from './queries';

interface DialogProps<Subject> {
  subject: Subject | null;
  onClose: () => void;
}

const Why = ({ error }: { error: string }) => <p className="tp-muted">最近错误：{error || '没有记录'}</p>;

/** Lets a job that was given up be tried again; open while there is a subject. */
export function RetryJobDialog({ subject, onClose }: DialogProps<Job>) {
  const { message } = App.useApp();
  const retry = useRetryJob();
  return (
    <FormDialog<object>
      open={subject !== null}
      title={`重试 · ${subject?.title ?? ''}`}
      submitText="确认重试"
      testId="retry-job"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!subject) return;
        await retry({ commandId, jobId: subject.jobId });
        message.success('已重新排队，几秒内运行；成功后会从这里消失');
      }}
    >
      <p>请先排除出错原因，再重试。任务会从头重新运行，试不成会再次停止。</p>
      <Why error={subject?.error ?? ''} />
    </FormDialog>
  );
}

/** Lets an event that was given up be delivered again; open while there is a subject. */
export function RetryEventDialog({ subject, onClose }: DialogProps<WorkEvent>) {
  const { message } = App.useApp();
  const retry = useRetryEvent();
  const holdsBack = subject?.holdsBack ?? 0;
  return (
    <FormDialog<object>
      open={subject !== null}
      title={`重试 · ${subject?.title ?? ''}`}
      submitText="确认重试"
      testId="retry-event"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!subject) return;
        await retry({ commandId, eventId: subject.eventId });
        message.success('已重新投递；成功后会从这里消失');
      }}
    >
      <p>
        请先排除出错原因，再重试。已经处理过它的环节不会重复处理
        {holdsBack > 0 && `；它送达后，后面等着的 ${holdsBack} 个事件也会继续`}。
      </p>
      <Why error={subject?.error ?? ''} />
    </FormDialog>
  );
}
