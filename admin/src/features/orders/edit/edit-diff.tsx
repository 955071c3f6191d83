import { Alert, Table, Tag, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { countText, unitPriceText, yuanText } from '../../../ui/format';
import { FindingList } from '../finding-list';
import type { Order } from '../model';
import { diffFindings, diffLines, type EditPreview, type LineDiff } from './draft';

/** What was, struck out, and what would be. */
const Changed = ({ before, after }: { before: string | undefined; after: string | undefined }) =>
  before === after ? (
    <span className="tp-figure tp-muted">{after}</span>
  ) : (
    <span className="tp-figure edit-changed">
      {before !== undefined && <del className="tp-muted">{before}</del>}
      {after !== undefined && <ins>{after}</ins>}
    </span>
  );

const markOf = ({ before, after, isSame }: LineDiff) => {
  if (!before) return <Tag color="green">新增</Tag>;
  if (!after) return <Tag color="red">移除</Tag>;
  return isSame ? <span className="tp-faint">不变</span> : <Tag color="gold">改动</Tag>;
};

const money = (title: string, text: (line: NonNullable<LineDiff['before' | 'after']>) => string) => ({
  title,
  align: 'right' as const,
  render: (_: unknown, { before, after }: LineDiff) => (
    <Changed before={before ? text(before) : undefined} after={after ? text(after) : undefined} />
  ),
});

const columns: TableProps<LineDiff>['columns'] = [
  { title: '商品', render: (_, diff) => diff.skuName },
  money('数量', ({ quantity }) => countText(quantity)),
  money('单价', ({ unitPriceE4 }) => (unitPriceE4 === null ? '—' : unitPriceText(unitPriceE4))),
  money('金额', ({ amountFen }) => yuanText(amountFen)),
  { title: '变化', width: 72, render: (_, diff) => markOf(diff) },
];

const verdicts: Record<EditPreview['verdict'], { text: string; type: 'success' | 'warning' | 'error' }> = {
  approved: { text: '修改后全部检查通过，订单将直接通过', type: 'success' },
  held: { text: '修改后仍需人工审核，订单留在待审队列', type: 'warning' },
  rejected: { text: '修改后的订单会被驳回', type: 'error' },
};

const Findings = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="edit-findings">
    <h3>{title}</h3>
    {children}
  </section>
);

/** An order beside what an edit would make of it: goods, money, findings that go and come. */
export function EditDiff({ order, preview }: { order: Order; preview: EditPreview }) {
  const { gone, come, kept } = diffFindings(order.findings, preview.findings);
  const verdict = verdicts[preview.verdict];
  return (
    <div data-testid="edit-diff">
      <Alert
        showIcon
        type={preview.refusal ? 'error' : verdict.type}
        title={preview.refusal ? preview.refusal.title : verdict.text}
        description={
          <ul className="edit-changes">
            {preview.changes.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        }
      />
      <Table<LineDiff>
        size="small"
        rowKey={({ lineNo }) => String(lineNo)}
        columns={columns}
        dataSource={[...diffLines(order.lines, preview.lines)]}
        pagination={false}
        rowClassName={({ isSame }) => (isSame ? '' : 'tp-row-picked')}
        scroll={{ x: 560 }}
      />
      <dl className="tp-facts edit-totals">
        <dt>货款</dt>
        <dd>
          <Changed before={yuanText(order.goodsFen)} after={yuanText(preview.goodsFen)} />
        </dd>
        {(order.freight !== null || preview.freightFen > 0) && (
          <>
            <dt>运费</dt>
            <dd>
              <Changed
                before={yuanText(order.freight?.freightFen ?? 0)}
                after={yuanText(preview.freightFen)}
              />
            </dd>
          </>
        )}
        <dt>应付</dt>
        <dd className="tp-strong" data-testid="edit-payable">
          <Changed before={yuanText(order.payableFen)} after={yuanText(preview.payableFen)} />
        </dd>
      </dl>
      {gone.length > 0 && (
        <Findings title={`✓ 不再有的问题（${gone.length}）`}>
          <div className="edit-gone">
            <FindingList findings={gone} />
          </div>
        </Findings>
      )}
      {come.length > 0 && (
        <Findings title={`新出现的问题（${come.length}）`}>
          <FindingList findings={come} />
        </Findings>
      )}
      {kept.length > 0 && (
        <Findings title={`仍然存在的问题（${kept.length}）`}>
          <FindingList findings={kept} />
        </Findings>
      )}
    </div>
  );
}
