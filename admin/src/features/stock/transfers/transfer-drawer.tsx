import { Drawer } from 'antd';
import { EmptyHint } from '../../../ui/empty-hint';
import { ListTable } from '../../../ui/list-table';
import { When } from '../../../ui/when';
import type { Transfer } from './queries';
import { transferLineColumns } from './transfer-columns';

/** What a transfer carries and who did what; open while there is one. */
export const TransferDrawer = ({ transfer, onClose }: { transfer: Transfer | null; onClose: () => void }) => (
  <Drawer
    open={transfer !== null}
    onClose={onClose}
    size={860}
    title={transfer && `${transfer.fromWarehouseName} → ${transfer.toWarehouseName}`}
    destroyOnHidden
    data-testid="transfer-drawer"
  >
    {transfer && (
      <>
        <dl className="tp-facts">
          <dt>发出</dt>
          <dd>
            {transfer.dispatchedBy} <When at={transfer.dispatchedAt} />
          </dd>
          <dt>收货</dt>
          <dd>
            {transfer.receivedAt ? (
              <>
                {transfer.receivedBy} <When at={transfer.receivedAt} />
              </>
            ) : (
              '在途'
            )}
          </dd>
          {transfer.reason && (
            <>
              <dt>说明</dt>
              <dd>{transfer.reason}</dd>
            </>
          )}
        </dl>
        <br />
        <ListTable
          name="transfer-lines"
          list={{
            data: { items: transfer.lines },
            error: null,
            isFetching: false,
            isPlaceholderData: false,
            refetch: () => undefined,
          }}
          rowKey={({ lineNo }) => String(lineNo)}
          columns={transferLineColumns}
          minWidth={720}
          empty={<EmptyHint title="没有商品" hint="这张调拨单没有商品。" />}
        />
      </>
    )}
  </Drawer>
);
