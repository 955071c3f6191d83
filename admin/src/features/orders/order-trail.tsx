import { Timeline } from 'antd';
import { When } from '../../ui/when';
import type { Order } from './model';

const colorOf = (kind: string) => {
  if (/reject|cancel|lapse|overrule/.test(kind)) return 'red';
  if (/held|hold/.test(kind)) return 'orange';
  return 'green';
};

/** Everything that has happened to the order, newest first. */
export const OrderTrail = ({ trail }: { trail: Order['trail'] }) => (
  <Timeline
    className="order-trail"
    items={[...trail]
      .sort((one, other) => Date.parse(other.at) - Date.parse(one.at))
      .map((step, index) => ({
        key: `${step.at} ${step.kind} ${index}`,
        color: colorOf(step.kind),
        content: (
          <>
            <div className="trail-head">
              <b>{step.title}</b>
              <span className="tp-muted tp-small">
                <When at={step.at} />
              </span>
            </div>
            {step.detail && <div className="trail-detail">{step.detail}</div>}
            <div className="tp-muted tp-small">{step.actorName}</div>
          </>
        ),
      }))}
  />
);
