import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { hasRole, useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { inboundColumns, inboundCsv, inboundStates } from '../../features/stock/inbounds/inbound-columns';
import { InboundConfirm } from '../../features/stock/inbounds/inbound-confirm';
import { PutInboundDialog } from '../../features/stock/inbounds/put-inbound-dialog';
import { type Inbound, inboundPages, useInbounds } from '../../features/stock/inbounds/queries';
import { ReceiveInboundDialog } from '../../features/stock/inbounds/receive-inbound-dialog';
import { keyNamed, optionsOf } from '../../features/stock/words';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';

const actionWords = { confirm: '确认', receive: '入库', cancel: '取消' } as const;
type Action = keyof typeof actionWords;

const actionsOn = ({ state }: Inbound): readonly Action[] => {
  if (state === 'planned') return ['confirm', 'receive', 'cancel'];
  return state === 'confirmed' ? ['receive', 'cancel'] : [];
};

/** 到货: what is expected, from the plan to the last case that has come. */
export default function InboundsPage() {
  const me = useMe();
  const pages = useCursorPages();
  const { params, choose } = useFilters();
  const state = keyNamed(inboundStates, params.get('state'));
  const inbounds = useInbounds(state, pages.cursor);
  const [asked, setAsked] = useState<{ what: Action; inbound: Inbound } | null>(null);
  const [putting, setPutting] = useState(false);
  const close = () => setAsked(null);
  const mayMove = hasRole(me, 'warehouse');
  const actionColumn = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 140,
    render: (_: unknown, inbound: Inbound) => (
      <div className="link-actions">
        {mayMove &&
          actionsOn(inbound).map((what) => (
            <Button
              key={what}
              type="link"
              size="small"
              danger={what === 'cancel'}
              onClick={() => setAsked({ what, inbound })}
              data-testid={`inbound-${what}-${inbound.inboundId}`}
            >
              {actionWords[what]}
            </Button>
          ))}
      </div>
    ),
  };
  return (
    <Page
      title="到货"
      hint="确认过的到货从到货日起可以向客户承诺；货到后按批号入库"
      extra={
        <>
          <ExportButton name="到货" columns={inboundCsv} fetchPage={inboundPages(state)} />
          {mayMove && (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => setPutting(true)}
              data-testid="inbound-new"
            >
              登记预计到货
            </Button>
          )}
        </>
      }
    >
      <div className="tp-filters">
        <Segmented
          value={state ?? 'all'}
          options={[{ value: 'all', label: '全部' }, ...optionsOf(inboundStates)]}
          onChange={(value) => choose('state', value === 'all' ? undefined : value)}
        />
      </div>
      <PagedTable
        name="inbounds"
        list={inbounds}
        pages={pages}
        rowKey={({ inboundId }) => inboundId}
        columns={[...inboundColumns, actionColumn]}
        minWidth={1140}
        empty={
          <EmptyHint
            title={state ? '没有这样的到货' : '没有预计到货'}
            hint="采购或补货在路上时登记下来，缺货的订单就知道哪天能补上。"
          />
        }
      />
      <PutInboundDialog
        open={putting}
        onClose={() => setPutting(false)}
        skuField={<SkuPicker testId="inbound-sku" />}
      />
      {asked?.what === 'receive' && <ReceiveInboundDialog inbound={asked.inbound} onClose={close} />}
      {(asked?.what === 'confirm' || asked?.what === 'cancel') && (
        <InboundConfirm what={asked.what} inbound={asked.inbound} onClose={close} />
      )}
    </Page>
  );
}
