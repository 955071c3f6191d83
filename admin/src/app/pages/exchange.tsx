import { Segmented, Table, Tag } from 'antd';
import { useSearchParams } from 'react-router';
import { ExportKindButton, TemplateButton } from '../../features/exchange/file-buttons';
import { ImportPanel } from '../../features/exchange/import-panel';
import { useImports, useKinds } from '../../features/exchange/queries';
import { UploadBox } from '../../features/exchange/upload-box';
import { kindWords, stateWords } from '../../features/exchange/words';
import { EmptyHint } from '../../ui/empty-hint';
import { countText, whenText } from '../../ui/format';
import { Page } from '../../ui/page';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';

export default function ExchangePage() {
  const kinds = useKinds();
  const [params, setParams] = useSearchParams();
  const items = kinds.data?.items ?? [];
  const kind = items.find((one) => one.kind === params.get('kind')) ?? items[0];
  const importId = params.get('import');
  return (
    <Page title="导入导出" hint="用 Excel 批量维护资料：先预览改动，确认后才写入，同一份文件不会写两遍">
      {kinds.isError && <ProblemView error={kinds.error} onRetry={() => void kinds.refetch()} />}
      {kinds.isSuccess && !kind && (
        <EmptyHint title="您没有可导入的资料" hint="需要渠道管理、仓库或财务角色，请联系负责人开通。" />
      )}
      {kind && (
        <>
          <div className="tp-filters">
            <Segmented
              value={kind.kind}
              options={items.map((one) => ({ value: one.kind, label: kindWords[one.kind].title }))}
              onChange={(value) => setParams({ kind: value })}
            />
            <TemplateButton kind={kind} />
            <ExportKindButton key={kind.kind} kind={kind} />
          </div>
          <p className="tp-muted">{kindWords[kind.kind].hint}</p>
          <UploadBox
            key={`${kind.kind} box`}
            kind={kind.kind}
            onSent={(sent) => setParams({ kind: kind.kind, import: sent })}
          />
          {importId && <ImportPanel key={importId} importId={importId} kind={kind} />}
          <History onOpen={(run) => setParams({ kind: run.kind, import: run.importId })} />
        </>
      )}
    </Page>
  );
}

function History({ onOpen }: { onOpen: (run: { kind: string; importId: string }) => void }) {
  const imports = useImports(undefined);
  const runs = imports.data?.items ?? [];
  if (runs.length === 0) return null;
  return (
    <Panel title="最近的导入" flush>
      <Table
        size="small"
        pagination={false}
        rowKey="importId"
        dataSource={runs}
        onRow={(run) => ({ onClick: () => onOpen(run), style: { cursor: 'pointer' } })}
        columns={[
          { title: '文件', dataIndex: 'fileName', ellipsis: true },
          { title: '类型', width: 110, render: (_, run) => kindWords[run.kind].title },
          {
            title: '状态',
            width: 110,
            render: (_, run) => <Tag color={stateWords[run.state].color}>{stateWords[run.state].text}</Tag>,
          },
          { title: '行数', width: 110, align: 'right', render: (_, run) => countText(run.rowCount) },
          { title: '经手人', dataIndex: 'userName', width: 120 },
          { title: '时间', width: 160, render: (_, run) => whenText(run.startedAt) },
        ]}
      />
    </Panel>
  );
}
