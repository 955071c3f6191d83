import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel';
import { When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import { EmptyHint } from '../../ui/empty-hint';
import { FindingList } from './finding-list';
import { channelName, type Order } from './model';
import { OrderActions, type OrderActionsProps } from './order-actions';
import { OrderClaims } from './order-claims';
import { OrderHolds } from './order-holds';
import { OrderLines } from './order-lines';
import { OrderParts } from './order-parts';
import { OrderPaySteps } from './order-pay-steps';
import { OrderPromotions } from './order-promotions';
import { OrderRevisions } from './order-revisions';
import { OrderRisk } from './order-risk';
import { OrderShipments } from './order-shipments';
import { OrderSteps } from './order-steps';
import { OrderTrail } from './order-trail';
import { StateTag } from './state-tag';

const verdicts: Record<Order['verdict'], string> = {
  approved: '下单时自动通过',
  held: '下单时挂起待审',
  rejected: '下单时自动驳回',
};

function OrderHead(props: OrderActionsProps) {
  const { order } = props;
  return (
    <section className="tp-panel order-head">
      <div className="order-head-line">
        <div className="order-title">
          <Typography.Text
            className="order-number"
            copyable={{ text: order.number, tooltips: ['复制订单号', '已复制'] }}
          >
            {order.number}
          </Typography.Text>
          <StateTag state={order.state} />
        </div>
        <OrderActions {...props} />
      </div>
      <div className="order-head-facts">
        <div>
          <span className="tp-muted">客户</span>
          {order.buyerName}
        </div>
        <div>
          <span className="tp-muted">供货方</span>
          {order.sellerName}
        </div>
        <div>
          <span className="tp-muted">下单时间</span>
          <When at={order.placedAt} />
        </div>
        <div>
          <span className="tp-muted">来源</span>
          {channelName(order.channel)}
        </div>
        <div className="order-head-amount">
          <span className="tp-muted">应付金额</span>
          <b>
            <Yuan fen={order.payableFen} />
          </b>
        </div>
      </div>
      <OrderSteps state={order.state} />
    </section>
  );
}

interface OrderDetailProps extends OrderActionsProps {
  /** What was paid for it; the page that joins orders with payments hands it in. */
  payments: ReactNode;
}

/** An order with everything about it. */
export const OrderDetail = ({ order, payments, ...parts }: OrderDetailProps) => (
  <>
    <OrderHead order={order} {...parts} />
    <div className="order-columns">
      <div>
        <Panel title="审单结论" extra={<span className="tp-muted">{verdicts[order.verdict]}</span>}>
          {order.findings.length > 0 ? (
            <FindingList findings={order.findings} detailed />
          ) : (
            <span className="tp-success">✓ 库存、信用、区域、起订与价格各项检查全部通过</span>
          )}
        </Panel>
        <OrderPaySteps steps={order.steps} />
        <Panel title={`商品明细 · ${order.lines.length} 行`} flush>
          <OrderLines order={order} />
        </Panel>
        {order.parts.length > 0 && (
          <Panel title={`货源与拆单 · ${order.parts.length} 个子单`} flush>
            <OrderParts order={order} />
          </Panel>
        )}
        <Panel title={`发货 · ${order.shipments.length} 批`} flush>
          {order.shipments.length > 0 ? (
            <OrderShipments shipments={order.shipments} />
          ) : (
            <EmptyHint
              title="还没有发货"
              hint={
                order.actions.includes('ship')
                  ? '库存已按先到期先出锁定批次，点右上角“发货”出库。'
                  : '订单通过后由仓库发货，批号与到期日会显示在这里。'
              }
            />
          )}
        </Panel>
      </div>
      <aside aria-label="订单信息">
        {order.holds.length > 0 && (
          <Panel title="挂起">
            <OrderHolds holds={order.holds} />
          </Panel>
        )}
        {order.claims.length > 0 && (
          <Panel title={`签收差异 · ${order.claims.length} 条`}>
            <OrderClaims claims={order.claims} />
          </Panel>
        )}
        {payments}
        {order.promotions.length > 0 && (
          <Panel title="促销与优惠">
            <OrderPromotions promotions={order.promotions} />
          </Panel>
        )}
        <Panel title="收货">
          <dl className="tp-facts">
            <dt>收货人</dt>
            <dd>
              {order.shipTo.receiver} <span className="tp-figure">{order.shipTo.phone}</span>
            </dd>
            <dt>地址</dt>
            <dd>
              {order.shipTo.regionName} {order.shipTo.detail}
            </dd>
            <dt>备注</dt>
            <dd>{order.note || <span className="tp-faint">无</span>}</dd>
          </dl>
        </Panel>
        {order.risk && (
          <Panel title="风险评分" extra={<span className="shadow-label">仅观察，不影响审单</span>}>
            <OrderRisk risk={order.risk} />
          </Panel>
        )}
        {order.revisions.length > 0 && (
          <Panel title="改单记录" extra={<span className="tp-muted">现为第 {order.revision} 版</span>}>
            <OrderRevisions revisions={order.revisions} />
          </Panel>
        )}
        <Panel title="全程记录">
          <OrderTrail trail={order.trail} />
        </Panel>
      </aside>
    </div>
  </>
);
