import { StopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { OpenRecallDialog } from '../../features/stock/recalls/open-recall-dialog';
import { recallPages, type Recall, useRecalls } from '../../features/stock/recalls/queries';
import { recallColumns, recallCsv } from '../../features/stock/recalls/recall-columns';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';

const goodsColumn = {
  key: 'goods',
  title: '商品',
  stays: true,
  width: 210,
  ellipsis: true,
  render: (_: unknown, { recallId, skuName }: Recall) => (
    <Link className="tp-link" to={`/recalls/${recallId}`} data-testid={`recall-${recallId}`}>
      {skuName}
    </Link>
  ),
};

export default function RecallsPage() {
  const navigate = useNavigate();
  const pages = useCursorPages();
  const recalls = useRecalls(pages.cursor);
  const [opening, setOpening] = useState(false);
  return (
    <Page
      title="召回"
      hint="发起后全渠道立即停售，并列出货发给了哪些客户、还有多少在库"
      extra={
        <>
          <ExportButton name="召回" columns={recallCsv} fetchPage={recallPages} />
          <Button
            type="primary"
            danger
            icon={<StopOutlined />}
            onClick={() => setOpening(true)}
            data-testid="recall-new"
          >
            发起召回
          </Button>
        </>
      }
    >
      <PagedTable
        name="recalls"
        list={recalls}
        pages={pages}
        rowKey={({ recallId }) => recallId}
        columns={[goodsColumn, ...recallColumns]}
        minWidth={1160}
        empty={
          <EmptyHint
            title="没有召回"
            hint="发现质量问题时在这里发起召回，也可以在库存批次里对一个批次直接发起。"
          />
        }
      />
      <OpenRecallDialog
        open={opening}
        skuField={<SkuPicker testId="recall-sku" />}
        onOpened={(recallId) => void navigate(`/recalls/${recallId}`)}
        onClose={() => setOpening(false)}
      />
    </Page>
  );
}
