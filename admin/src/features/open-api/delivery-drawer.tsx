import { Drawer } from 'antd';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import type { Delivery } from './queries';
import { answerText, deliveryWords, typeText } from './words';
import './open-api.css';

interface DeliveryDrawerProps {
  /** Open while there is one. */
  delivery: Delivery | null;
  onClose: () => void;
}

/** What was sent, and what came of it. What the other side wrote back is not kept. */
export const DeliveryDrawer = ({ delivery, onClose }: DeliveryDrawerProps) => (
  <Drawer
    open={delivery !== null}
    onClose={onClose}
    size={520}
    title="推送详情"
    destroyOnHidden
    data-testid="delivery-drawer"
  >
    {delivery && (
      <>
        <dl className="tp-facts">
          <dt>事件</dt>
          <dd>
            {typeText(delivery.type)} <span className="tp-figure tp-muted">{delivery.type}</span>
          </dd>
          <dt>状态</dt>
          <dd>
            <StateTag
              state={delivery.state}
              words={deliveryWords[delivery.state]}
              testId="delivery-drawer-state"
            />
          </dd>
          <dt>应答</dt>
          <dd>{answerText(delivery)}</dd>
          <dt>发生</dt>
          <dd>
            <When at={delivery.occurredAt} />
          </dd>
          <dt>编号</dt>
          <dd className="tp-figure">{delivery.deliveryId}</dd>
        </dl>
        <p className="tp-strong">内容</p>
        <pre className="open-api-code" tabIndex={0} aria-label="推送内容">
          {delivery.body}
        </pre>
      </>
    )}
  </Drawer>
);
