import { Tag } from 'antd';
import { Due } from '../../ui/when';
import { holdNames, ownerNames, type Hold } from './model';

const colors: Record<Hold['kind'], string> = {
  payment: 'gold',
  credit: 'volcano',
  review: 'orange',
  risk: 'magenta',
  region: 'purple',
};

/** An open hold: what holds the order, who must act, by when. */
export const OpenHold = ({ hold }: { hold: Hold }) => (
  <div className="open-hold">
    <Tag color={colors[hold.kind]}>{holdNames[hold.kind]}</Tag>
    <span className="tp-small tp-muted">{ownerNames[hold.owner]}</span>
    <span className="tp-small">
      <Due at={hold.dueAt} />
    </span>
  </div>
);

/** The kind of a hold in its colour. */
export const HoldTag = ({ kind }: { kind: Hold['kind'] }) => (
  <Tag color={colors[kind]}>{holdNames[kind]}</Tag>
);
