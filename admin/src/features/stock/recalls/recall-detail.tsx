import { Tag } from 'antd';
import { EmptyHint } from '../../../ui/empty-hint';
import { ExportButton } from '../../../ui/export-button';
import { countText } from '../../../ui/format';
import { ListTable, type ListState } from '../../../ui/list-table';
import { Panel } from '../../../ui/panel';
import { When } from '../../../ui/when';
import '../stock.css';
import { deliveryColumns, deliveryCsv, recalledLotColumns, recalledLotCsv } from './delivery-columns';
import type { RecallDetail as Detail } from './queries';
import { lotsText, outcomeText, RecallState } from './recall-columns';
import { RecallFigures } from './recall-figures';

/** Rows that came with the recall itself. */
const listOf = <Item,>(items: readonly Item[]): ListState<Item> => ({
  data: { items },
  error: null,
  isFetching: false,
  isPlaceholderData: false,
  refetch: () => undefined,
});

const wholeOf =
  <Item,>(items: readonly Item[]) =>
  async () => ({ items, nextCursor: null });

/** Where the goods of a recall went, where they lie, and what has been done. */
export function RecallDetail({ recall }: { recall: Detail }) {
  const { deliveries, lots, inTransit, steps, skuName } = recall;
  const name = `召回-${skuName}-${lotsText(recall)}`;
  return (
    <>
      <RecallFigures recall={recall} />
      <div className="stock-columns">
        <div>
          <div className="stock-section">
            <h2>发给了谁</h2>
            <ExportButton name={`${name}-客户`} columns={deliveryCsv} fetchPage={wholeOf(deliveries)} />
          </div>
          <ListTable
            name="recall-deliveries"
            list={listOf(deliveries)}
            rowKey={({ sellerId, buyerId, lotNo }) => `${sellerId} ${buyerId} ${lotNo}`}
            columns={deliveryColumns}
            minWidth={720}
            empty={<EmptyHint title="没有发给过客户" hint="这些货还没有离开过总部和经销商的仓库。" />}
          />
          <div className="stock-section">
            <h2>还在哪里</h2>
            <ExportButton name={`${name}-库存`} columns={recalledLotCsv} fetchPage={wholeOf(lots)} />
          </div>
          <ListTable
            name="recall-lots"
            list={listOf(lots)}
            rowKey={({ lotId }) => lotId}
            columns={recalledLotColumns}
            minWidth={720}
            empty={<EmptyHint title="仓库里已经没有" hint="召回范围内的货都已发出、销毁或调拨在途。" />}
          />
        </div>
        <div>
          <Panel title="召回">
            <dl className="tp-facts">
              <dt>批号</dt>
              <dd>{lotsText(recall)}</dd>
              <dt>状态</dt>
              <dd>
                <RecallState state={recall.state} /> {outcomeText(recall)}
              </dd>
              <dt>原因</dt>
              <dd>{recall.reason}</dd>
              <dt>发起</dt>
              <dd>
                {recall.openedBy} <When at={recall.openedAt} />
              </dd>
              {recall.closedAt && (
                <>
                  <dt>结案</dt>
                  <dd>
                    {recall.closedBy} <When at={recall.closedAt} />
                  </dd>
                </>
              )}
            </dl>
          </Panel>
          {inTransit.length > 0 && (
            <Panel title="调拨在途">
              <ul className="stock-steps">
                {inTransit.map(({ ownerName, toWarehouseId, toWarehouseName, lotNo, quantity }) => (
                  <li key={`${toWarehouseId} ${lotNo}`}>
                    {ownerName} → {toWarehouseName}
                    <div className="tp-muted">
                      {lotNo} · {countText(quantity)}
                    </div>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
          <Panel title="进展" extra={<Tag>{steps.length}</Tag>}>
            <ul className="stock-steps" data-testid="recall-steps">
              {steps.map(({ note, actorName, at }) => (
                <li key={`${at} ${note}`}>
                  <p>{note}</p>
                  <span className="tp-muted tp-small">
                    {actorName} <When at={at} />
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  );
}
