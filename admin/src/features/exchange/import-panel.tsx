import './exchange.css';
import { DownloadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Popconfirm, Progress, Space, Statistic, Tag } from 'antd';
import { api } from '../../api';
import { countText, whenText } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { problemTitle, ProblemView } from '../../ui/problem-view';
import { ImportRows } from './import-rows';
import {
  type ImportRun,
  isUnderWay,
  type Kind,
  useCancelImport,
  useConfirmImport,
  useImport,
} from './queries';
import { saveWorkbook } from './workbook';
import { kindWords, stateWords } from './words';

const FAULTS_LIMIT = 20_000;

/** The rows that are wrong as a file one can mend and hand in again: its own cells, and what is wrong with them. */
async function saveFaults(kind: Kind, run: ImportRun) {
  const headings = kind.columns.map(({ heading }) => heading);
  const rows: string[][] = [[...headings, '原行号', '错误']];
  let cursor: string | undefined;
  do {
    const page = await api.exchange.rows({ importId: run.importId, state: 'bad', cursor, limit: 100 });
    for (const { rowNo, cells, faults } of page.items) {
      const words = faults.map(({ heading, fault }) => `${heading}：${fault}`).join('；');
      rows.push([...headings.map((heading) => cells[heading] ?? ''), String(rowNo), words]);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor && rows.length < FAULTS_LIMIT);
  await saveWorkbook(`${kindWords[kind.kind].title}导入错误行`, rows);
}

/** One import from its check to its end. */
export function ImportPanel({ importId, kind }: { importId: string; kind: Kind }) {
  const { message } = App.useApp();
  const found = useImport(importId);
  const confirm = useConfirmImport();
  const cancel = useCancelImport();
  const run = found.data;
  if (!run) {
    return found.error ? <ProblemView error={found.error} onRetry={() => void found.refetch()} /> : null;
  }
  const goodCount = run.rowCount - run.badCount;
  const writes = run.addedCount + run.changedCount;
  const isBusy = confirm.isPending || cancel.isPending;
  const fail = (error: unknown) => void message.error(problemTitle(error));
  return (
    <Panel
      title={
        <Space>
          {run.fileName}
          <Tag color={stateWords[run.state].color} data-testid="import-state">
            {stateWords[run.state].text}
          </Tag>
        </Space>
      }
      extra={
        <Space>
          {run.badCount > 0 && (
            <Button icon={<DownloadOutlined />} onClick={() => void saveFaults(kind, run).catch(fail)}>
              下载错误行
            </Button>
          )}
          {run.state === 'ready' && (
            <>
              <Popconfirm
                title="放弃这次导入？"
                okText="放弃"
                cancelText="再想想"
                onConfirm={() => cancel.mutate({ importId }, { onError: fail })}
              >
                <Button disabled={isBusy}>放弃</Button>
              </Popconfirm>
              <Button
                type="primary"
                disabled={goodCount === 0 || isBusy}
                loading={confirm.isPending}
                onClick={() => confirm.mutate({ importId }, { onError: fail })}
                data-testid="import-confirm"
              >
                确认导入 {countText(goodCount)} 行
              </Button>
            </>
          )}
        </Space>
      }
    >
      {run.problem !== '' && <Alert type="error" showIcon title={run.problem} />}
      {run.sameFileDoneAt !== null && run.state === 'ready' && (
        <Alert
          type="warning"
          showIcon
          title={`同一个文件已于 ${whenText(run.sameFileDoneAt)} 导入过，再次导入不会重复写入相同的内容。`}
        />
      )}
      {run.unknownHeadings.length > 0 && (
        <Alert type="info" showIcon title={`未识别的列已忽略：${run.unknownHeadings.join('、')}`} />
      )}
      {isUnderWay(run.state) && <ImportProgress run={run} goodCount={goodCount} />}
      <div className="exchange-counts">
        <Statistic title="总行数" value={run.rowCount} />
        <Statistic title="新增" value={run.addedCount} />
        <Statistic title="修改" value={run.changedCount} />
        <Statistic title="无变化" value={run.sameCount} />
        <Statistic
          title="有错误"
          value={run.badCount}
          {...(run.badCount > 0 ? { styles: { content: { color: '#cf1322' } } } : {})}
        />
      </div>
      {run.state === 'ready' && writes === 0 && goodCount > 0 && (
        <p className="tp-muted">文件内容与系统一致，导入不会改变任何数据。</p>
      )}
      {run.state === 'done' && (
        <p data-testid="import-done">
          已处理 {countText(run.appliedCount)} 行
          {run.refusedCount > 0 ? `，${countText(run.refusedCount)} 行未能写入` : ''}。
        </p>
      )}
      <ImportRows run={run} />
    </Panel>
  );
}

function ImportProgress({ run, goodCount }: { run: ImportRun; goodCount: number }) {
  if (run.state !== 'applying') {
    return <p className="tp-muted">正在校验，已读 {countText(run.rowCount)} 行…</p>;
  }
  const done = run.appliedCount + run.refusedCount;
  return <Progress percent={goodCount === 0 ? 0 : Math.floor((done / goodCount) * 100)} />;
}
