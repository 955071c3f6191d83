import { App, Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useInnerPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { FormDialog } from '../../ui/form-dialog';
import { PagedTable } from '../../ui/paged-table';
import { differenceColumns } from './difference-columns';
import { useDifferences, useResolveDifference, type Difference } from './queries';

const states = [
  { value: 'open', label: '待处理' },
  { value: 'mended', label: '自动更正' },
  { value: 'resolved', label: '已处理' },
] as const;

/** Says how a difference was settled; open while there is a subject. */
function ResolveDialog({ subject, onClose }: { subject: Difference | null; onClose: () => void }) {
  const { message } = App.useApp();
  const resolve = useResolveDifference();
  return (
    <FormDialog<{ note: string }>
      open={subject !== null}
      title={`处理差异 · ${subject?.title ?? ''}`}
      submitText="确认已处理"
      testId="resolve-difference"
      onClose={onClose}
      onSubmit={async ({ note }, commandId) => {
        if (!subject) return;
        await resolve({ commandId, differenceId: subject.differenceId, note: note.trim() });
        message.success('已登记处理结果');
      }}
    >
      <p className="tp-muted">{subject?.advice}。确认后不能撤销。</p>
      <Form.Item
        name="note"
        label="处理结果"
        rules={[{ required: true, whitespace: true, message: '请写明核对结果与处理方式' }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount autoFocus />
      </Form.Item>
    </FormDialog>
  );
}

/** What bills and our book say differently, those that wait for a person first. */
export function DifferenceTable() {
  const [state, setState] = useState<Difference['state']>('open');
  const [subject, setSubject] = useState<Difference | null>(null);
  const pages = useInnerPages();
  const differences = useDifferences(state, pages.cursor);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 88,
    fixed: 'right' as const,
    render: (_: unknown, difference: Difference) => (
      <Button
        type="link"
        size="small"
        onClick={() => setSubject(difference)}
        data-testid={`resolve-${difference.differenceId}`}
      >
        处理
      </Button>
    ),
  };
  return (
    <>
      <div className="tp-filters">
        <Segmented
          aria-label="处理状态"
          options={[...states]}
          value={state}
          onChange={(chosen) => {
            setState(chosen);
            pages.restart();
          }}
        />
      </div>
      <PagedTable
        name="bill-differences"
        list={differences}
        pages={pages}
        rowKey={({ differenceId }) => differenceId}
        columns={state === 'open' ? [...differenceColumns, actions] : differenceColumns}
        minWidth={1240}
        empty={
          <EmptyHint
            title={state === 'open' ? '没有待处理的差异' : '这里还没有记录'}
            hint="每天的付款与退款会与微信账单逐笔核对，不一致的列在这里。"
          />
        }
      />
      <ResolveDialog subject={subject} onClose={() => setSubject(null)} />
    </>
  );
}
