import { PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { ulid } from 'ulid';
import { hasRole, useMe } from '../../features/auth/me';
import { fileColumns } from '../../features/insight/plans/file-columns';
import { type Plan, type PlanFile, timesText } from '../../features/insight/plans/model';
import { planColumns } from '../../features/insight/plans/plan-columns';
import { PlanDialog } from '../../features/insight/plans/plan-dialog';
import {
  fetchFile,
  useFiles,
  useMakeNow,
  usePlans,
  usePutPlan,
  useRemovePlan,
} from '../../features/insight/plans/queries';
import '../../features/insight/insight.css';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import type { ListColumn } from '../../ui/list-column';
import { ListTable } from '../../ui/list-table';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { problemTitle } from '../../ui/problem-view';
import { useKeys } from '../../ui/use-keys';

/** Reports that come by themselves, and the files that have come. */
export default function ReportPlansPage() {
  const me = useMe();
  const { message, modal } = App.useApp();
  const plans = usePlans();
  const pages = useCursorPages();
  const files = useFiles(pages.cursor);
  const [written, setWritten] = useState<Plan | 'new' | null>(null);
  const [busyId, setBusyId] = useState<string | null>(null);
  const [put, remove, makeNow] = [usePutPlan(), useRemovePlan(), useMakeNow()];
  useKeys({ n: () => setWritten('new') }, written === null);

  /** One thing at a time; what went wrong is said, and the list asks anew. */
  const act = async (id: string, work: () => Promise<unknown>, done: string) => {
    setBusyId(id);
    try {
      await work();
      void message.success(done);
    } catch (error) {
      void message.error(problemTitle(error));
    } finally {
      setBusyId(null);
    }
  };
  const make = ({ planId }: Plan) =>
    act(planId, () => makeNow({ commandId: ulid(), planId }), '已生成，在下方“已生成的文件”下载');
  const pause = ({ version, nextAt: _, ...plan }: Plan) =>
    act(
      plan.planId,
      () => put({ ...plan, commandId: ulid(), expectedVersion: version, isPaused: !plan.isPaused }),
      plan.isPaused ? '已恢复' : '已暂停',
    );
  const giveUp = (plan: Plan) =>
    modal.confirm({
      title: `删除“${plan.name}”？`,
      content: `${timesText(plan)}不再生成；已生成的文件保留 60 天。`,
      okText: '删除',
      okButtonProps: { danger: true },
      onOk: () =>
        act(
          plan.planId,
          () => remove({ commandId: ulid(), planId: plan.planId, expectedVersion: plan.version }),
          '已删除',
        ),
    });

  const planActions: ListColumn<Plan> = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 250,
    render: (_, plan) => {
      const button = (text: string, onClick: () => void, name: string, danger = false) => (
        <Button
          type="link"
          size="small"
          danger={danger}
          disabled={busyId === plan.planId}
          onClick={onClick}
          data-testid={`plan-${name}`}
        >
          {text}
        </Button>
      );
      return (
        <div className="link-actions">
          {button('立即生成', () => void make(plan), 'make')}
          {button('修改', () => setWritten(plan), 'edit')}
          {button(plan.isPaused ? '恢复' : '暂停', () => void pause(plan), 'pause')}
          {button('删除', () => void giveUp(plan), 'remove', true)}
        </div>
      );
    },
  };
  const fileActions: ListColumn<PlanFile> = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 90,
    render: (_, { fileId, problem }) =>
      problem === '' && (
        <Button
          type="link"
          size="small"
          disabled={busyId === fileId}
          onClick={() => void act(fileId, () => fetchFile(fileId), '已下载')}
          data-testid="file-download"
        >
          下载
        </Button>
      ),
  };

  return (
    <Page
      title="定时导出"
      hint={
        <>
          报表按时自动生成，在消息里通知您；只有您自己看得到。按 <kbd>N</kbd> 新建
        </>
      }
      extra={
        <Button
          type="primary"
          icon={<PlusOutlined />}
          onClick={() => setWritten('new')}
          data-testid="plan-new"
        >
          新建定时导出
        </Button>
      }
    >
      <ListTable
        name="report-plans"
        list={plans}
        rowKey={({ planId }) => planId}
        columns={[...planColumns, planActions]}
        minWidth={1180}
        empty={<EmptyHint title="还没有定时导出" hint="新建一个，例如每周一早上 8 点导出上周的商品销售。" />}
      />
      <h2 className="report-files-title">已生成的文件</h2>
      <PagedTable
        name="report-files"
        list={files}
        pages={pages}
        rowKey={({ fileId }) => fileId}
        columns={[...fileColumns, fileActions]}
        minWidth={1180}
        empty={<EmptyHint title="还没有文件" hint="到时间自动生成；也可以点“立即生成”。文件保留 60 天。" />}
      />
      <PlanDialog
        // Each time it opens, it is about another plan with an id of its own.
        key={written === null ? 'closed' : written === 'new' ? 'new' : written.planId}
        plan={written === 'new' ? null : written}
        isHeadquarters={me.party.kind === 'hq'}
        seesMoney={hasRole(me, 'finance')}
        open={written !== null}
        onClose={() => setWritten(null)}
      />
    </Page>
  );
}
