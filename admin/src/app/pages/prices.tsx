import { PlusOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { priceListColumns } from '../../features/catalog/prices/list-columns';
import { ListDialog } from '../../features/catalog/prices/list-dialog';
import type { PriceList } from '../../features/catalog/prices/model';
import { usePriceLists } from '../../features/catalog/prices/queries';
import { PartyPicker } from '../../features/partners/party-picker';
import { RegionsPicker } from '../../features/territory/regions-picker';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { dayOf } from '../../ui/format';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useKeys } from '../../ui/use-keys';
import { useNow } from '../../ui/use-now';
import { useAudienceNames } from '../use-audience-names';

export default function PricesPage() {
  const navigate = useNavigate();
  const today = dayOf(new Date(useNow()));
  const pages = useCursorPages();
  const lists = usePriceLists(pages.cursor);
  const names = useAudienceNames(lists.data?.items ?? []);
  const [written, setWritten] = useState<PriceList | 'new' | null>(null);
  useKeys({ n: () => setWritten('new') }, written === null);
  const actions = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 80,
    render: (_: unknown, list: PriceList) => (
      <Button type="link" size="small" onClick={() => setWritten(list)} aria-label={`修改“${list.name}”`}>
        修改
      </Button>
    ),
  };
  return (
    <Page
      title="价格"
      hint="依次看：客户专属 → 客户组 → 级别区域渠道 → 区域 → 级别 → 标准价，第一张有这个商品的价目表说了算"
      extra={
        <>
          <Button
            icon={<QuestionCircleOutlined />}
            onClick={() => void navigate('/prices/why')}
            data-testid="why-open"
          >
            为什么是这个价
          </Button>
          <Button onClick={() => void navigate('/exchange?kind=prices')}>导入价格</Button>
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setWritten('new')}
            data-testid="price-list-new"
          >
            新建价目表
          </Button>
        </>
      }
    >
      <PagedTable
        name="price-lists"
        list={lists}
        pages={pages}
        rowKey={({ priceListId }) => priceListId}
        columns={[...priceListColumns(names, today), actions]}
        minWidth={1060}
        empty={<EmptyHint title="还没有价目表" hint="新建一张价目表，填上商品的价格，客户才能订货。" />}
      />
      <ListDialog
        subject={written}
        today={today}
        onClose={() => setWritten(null)}
        onAdded={({ priceListId }) => void navigate(`/prices/${priceListId}`)}
        buyerField={<PartyPicker testId="price-list-buyer" />}
        regionsField={<RegionsPicker placeholder="不限" />}
      />
    </Page>
  );
}
