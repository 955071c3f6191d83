import { Drawer, Typography } from 'antd';
import { detailsText, type Detail } from './details';

interface DetailsDrawerProps {
  details: readonly Detail[] | null;
  onClose: () => void;
}

/** All there is to say of a job or an event, to be copied for whoever mends it; open while there is something. */
export const DetailsDrawer = ({ details, onClose }: DetailsDrawerProps) => (
  <Drawer
    open={details !== null}
    onClose={onClose}
    size={560}
    title="详情"
    extra={
      details && (
        <Typography.Text
          copyable={{
            text: detailsText(details),
            icon: ['复制详情', '已复制'],
            tooltips: ['复制详情', '已复制'],
          }}
        />
      )
    }
    destroyOnHidden
    data-testid="work-details"
  >
    {details && (
      <dl className="tp-facts">
        {details.map(([name, words]) => (
          <div key={name} className="work-detail">
            <dt>{name}</dt>
            <dd className="tp-figure">{words}</dd>
          </div>
        ))}
      </dl>
    )}
  </Drawer>
);
