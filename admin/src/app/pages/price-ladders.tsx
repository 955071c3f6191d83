import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { ladderColumns, ladderCsv } from '../../features/catalog/rules/ladder-columns';
import { LadderDialog } from '../../features/catalog/rules/ladder-dialog';
import { ladderPages, type PriceLadder, usePriceLadders } from '../../features/catalog/rules/queries';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { useKeys } from '../../ui/use-keys';

const views = [
  { value: 'all', label: '全部' },
  { value: 'inverted', label: '只看倒挂' },
] as const;

export default function PriceLaddersPage() {
  const { params, choose } = useFilters();
  const pages = useCursorPages();
  const onlyInverted = params.get('view') === 'inverted';
  const ladders = usePriceLadders(onlyInverted, pages.cursor);
  const [subject, setSubject] = useState<PriceLadder | 'new' | null>(null);
  useKeys({ n: () => setSubject('new') }, subject === null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 70,
    render: (_: unknown, ladder: PriceLadder) => (
      <Button
        type="link"
        size="small"
        onClick={() => setSubject(ladder)}
        aria-label={`修改“${ladder.skuName}”的价盘`}
        data-testid={`ladder-edit-${ladder.skuId}`}
      >
        修改
      </Button>
    ),
  };
  return (
    <Page
      title="价盘"
      hint="从出厂到零售每一级应该卖多少钱；后一级比前一级便宜就是倒挂，按设定价和现价两样比"
      extra={
        <>
          <ExportButton name="价盘" columns={ladderCsv} fetchPage={ladderPages(onlyInverted)} />
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setSubject('new')}
            data-testid="ladder-new"
          >
            设置价盘
          </Button>
        </>
      }
    >
      <div className="tp-filters">
        <Segmented
          aria-label="全部或倒挂"
          value={onlyInverted ? 'inverted' : 'all'}
          options={[...views]}
          onChange={(value) => choose('view', value === 'all' ? undefined : value)}
        />
      </div>
      <PagedTable
        name="price-ladders"
        list={ladders}
        pages={pages}
        rowKey={({ skuId }) => skuId}
        columns={[...ladderColumns, actions]}
        minWidth={1160}
        empty={
          <EmptyHint
            title={onlyInverted ? '没有倒挂' : '还没有价盘'}
            hint={onlyInverted ? '每一级的价格都不低于上一级。' : '为商品设置各级价格，倒挂会在这里标出。'}
          />
        }
      />
      <LadderDialog subject={subject} onClose={() => setSubject(null)} />
    </Page>
  );
}
