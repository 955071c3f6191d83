import { FileDoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { hasRole, useMe } from '../../features/auth/me';
import { SkusPicker } from '../../features/catalog/sku-picker';
import { OpenCountDialog } from '../../features/stock/counts/open-count-dialog';
import { type Sheet, sheetPages, useSheets } from '../../features/stock/counts/queries';
import { sheetColumns, sheetCsv } from '../../features/stock/counts/sheet-columns';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';

const warehouseColumn = {
  key: 'warehouse',
  title: '仓库',
  stays: true,
  width: 220,
  ellipsis: true,
  render: (_: unknown, { sheetId, warehouseName }: Sheet) => (
    <Link className="tp-link" to={`/counts/${sheetId}`} data-testid={`count-${sheetId}`}>
      {warehouseName}
    </Link>
  ),
};

/** 盘点: count sheets, newest first. */
export default function CountsPage() {
  const me = useMe();
  const navigate = useNavigate();
  const pages = useCursorPages();
  const sheets = useSheets(pages.cursor);
  const [opening, setOpening] = useState(false);
  const mayCount = hasRole(me, 'warehouse');
  return (
    <Page
      title="盘点"
      hint="开单、录入实盘、核对差异后过账；过账以前库存不变"
      extra={
        <>
          <ExportButton name="盘点" columns={sheetCsv} fetchPage={sheetPages} />
          {mayCount && (
            <Button
              type="primary"
              icon={<FileDoneOutlined />}
              onClick={() => setOpening(true)}
              data-testid="count-new"
            >
              新建盘点
            </Button>
          )}
        </>
      }
    >
      <PagedTable
        name="counts"
        list={sheets}
        pages={pages}
        rowKey={({ sheetId }) => sheetId}
        columns={[warehouseColumn, ...sheetColumns]}
        minWidth={1020}
        empty={<EmptyHint title="还没有盘点" hint="新建一张盘点单，选仓库和商品，打印或边盘边录都可以。" />}
      />
      <OpenCountDialog
        open={opening}
        skusField={<SkusPicker testId="count-skus" />}
        onOpened={(sheetId) => void navigate(`/counts/${sheetId}`)}
        onClose={() => setOpening(false)}
      />
    </Page>
  );
}
