import { ArrowLeftOutlined, CheckSquareOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ChangeDialog } from '../../features/catalog/prices/change-dialog';
import { priceLineColumns, priceLineCsv } from '../../features/catalog/prices/line-columns';
import { LineDialog } from '../../features/catalog/prices/line-dialog';
import { audienceText } from '../../features/catalog/prices/list-columns';
import type { PriceLine } from '../../features/catalog/prices/model';
import {
  priceLinePages,
  useAllPriceLists,
  usePriceLines,
  usePutPriceLines,
} from '../../features/catalog/prices/queries';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { countText } from '../../ui/format';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { problemTitle } from '../../ui/problem-view';
import { useFilters } from '../../ui/use-filters';
import { useIntent } from '../../ui/use-intent';
import { useKeys } from '../../ui/use-keys';
import { useAudienceNames } from '../use-audience-names';

/** As many prices as one change of a list takes. */
const mostAtOnce = 1_000;

export default function PriceListPage() {
  const { priceListId = '' } = useParams();
  return <OnePriceList key={priceListId} priceListId={priceListId} />;
}

function OnePriceList({ priceListId }: { priceListId: string }) {
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const { params, choose } = useFilters();
  const pages = useCursorPages();
  const q = params.get('q') ?? '';
  const head = useAllPriceLists().data?.find((list) => list.priceListId === priceListId);
  const names = useAudienceNames(head ? [head] : []);
  const lines = usePriceLines(priceListId, q, pages.cursor);
  const put = usePutPriceLines();
  const intentOf = useIntent();
  const [selectedIds, setSelectedIds] = useState<readonly string[]>([]);
  /** A price as it was opened: whoever changes the list meanwhile is not written over. */
  const [written, setWritten] = useState<{ subject: PriceLine | 'new'; version: number } | null>(null);
  const [isChanging, setChanging] = useState(false);
  const version = lines.data?.version ?? 0;
  const write = (subject: PriceLine | 'new') => lines.data && setWritten({ subject, version });
  useKeys({ n: () => write('new') }, written === null && !isChanging);

  const select = (skuIds: readonly string[]) => setSelectedIds([...new Set(skuIds)].slice(0, mostAtOnce));
  const selectPage = () => select([...selectedIds, ...(lines.data?.items ?? []).map(({ skuId }) => skuId)]);
  const remove = () =>
    modal.confirm({
      title: `移除 ${countText(selectedIds.length)} 个商品的价格？`,
      content: '客户会按下一张适用的价目表计价；没有别的价格的商品将不能订货。已下的订单不变。',
      okText: '移除',
      okButtonProps: { danger: true },
      onOk: async () => {
        const said = { priceListId, expectedVersion: version, lines: [], removedSkuIds: [...selectedIds] };
        try {
          const { removed } = await put({ commandId: intentOf(said), ...said });
          setSelectedIds([]);
          message.success(`已移除 ${countText(removed)} 个价格`);
        } catch (error) {
          message.error(problemTitle(error));
        }
      },
    });
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 80,
    render: (_: unknown, line: PriceLine) => (
      <Button
        type="link"
        size="small"
        aria-label={`修改“${line.skuName}”的价格`}
        onClick={() => write(line)}
        data-testid={`price-line-edit-${line.skuId}`}
      >
        修改
      </Button>
    ),
  };
  return (
    <Page
      title={head?.name ?? '价目表'}
      hint={
        head &&
        `${audienceText(head, names)} · ${head.startsOn} 起${head.endsOn === null ? '长期有效' : `至 ${head.endsOn}`}`
      }
      extra={
        <>
          <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate('/prices')}>
            全部价目表
          </Button>
          <ExportButton
            name={head?.name ?? '价目表'}
            columns={priceLineCsv}
            fetchPage={priceLinePages(priceListId, q)}
          />
          <Button onClick={() => void navigate('/exchange?kind=prices')}>导入价格</Button>
          <Button onClick={() => setChanging(true)} disabled={!lines.data} data-testid="price-change">
            批量调价
          </Button>
          <Button
            type="primary"
            icon={<PlusOutlined />}
            disabled={!lines.data}
            onClick={() => write('new')}
            data-testid="price-line-new"
          >
            新增价格
          </Button>
        </>
      }
    >
      <div className="tp-filters">
        <Input.Search
          key={q}
          allowClear
          aria-label="查找商品"
          placeholder="按名称、拼音首字母、编号或条码查找"
          defaultValue={q}
          maxLength={60}
          onSearch={(words) => choose('q', words.trim() || undefined)}
          style={{ width: 320 }}
          data-testid="price-search"
        />
        {selectedIds.length > 0 && (
          <>
            <span className="tp-muted">已选 {countText(selectedIds.length)} 个商品</span>
            <Button size="small" onClick={() => setSelectedIds([])}>
              取消选择
            </Button>
            <Button size="small" danger onClick={() => void remove()} data-testid="price-remove">
              移除价格
            </Button>
          </>
        )}
      </div>
      <PagedTable
        name="price-lines"
        list={lines}
        pages={pages}
        rowKey={({ skuId }) => skuId}
        tools={
          <Button
            type="text"
            size="small"
            icon={<CheckSquareOutlined />}
            disabled={!lines.data || lines.data.items.length === 0}
            onClick={() => selectPage()}
            data-testid="price-select-page"
          >
            选择本页
          </Button>
        }
        rowSelection={{
          selectedRowKeys: [...selectedIds],
          preserveSelectedRowKeys: true,
          onChange: (keys) => select(keys.map(String)),
          getCheckboxProps: ({ skuName }) => ({ 'aria-label': `选择“${skuName}”` }),
          columnWidth: 44,
          // A box in the heading would stand a second time, hidden, in the row that measures the columns.
          columnTitle: <span className="tp-hidden">选择</span>,
        }}
        columns={[...priceLineColumns, actions]}
        minWidth={1000}
        empty={
          <EmptyHint
            title={q === '' ? '这张价目表还没有价格' : '没有找到商品的价格'}
            hint={q === '' ? '新增价格、从 Excel 粘贴，或在导入导出里导入。' : '换个词再试，可以只输一部分。'}
          />
        }
      />
      <LineDialog
        priceListId={priceListId}
        version={written?.version ?? 0}
        subject={written?.subject ?? null}
        onClose={() => setWritten(null)}
      />
      {isChanging && (
        <ChangeDialog
          priceListId={priceListId}
          selectedIds={selectedIds}
          q={q}
          onClose={() => setChanging(false)}
          onSaved={() => {
            setChanging(false);
            setSelectedIds([]);
          }}
        />
      )}
    </Page>
  );
}
