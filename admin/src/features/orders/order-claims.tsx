import { Tag } from 'antd';
import { countText, yuanText } from '../../ui/format';
import { When } from '../../ui/when';
import type { Order } from './model';
import { claimKinds } from './settle-dialog';

type Claim = Order['claims'][number];

const states: Record<Claim['state'], { text: string; color: string }> = {
  open: { text: '待处理', color: 'gold' },
  accepted: { text: '已认可', color: 'green' },
  contested: { text: '不认可', color: 'red' },
};

/** Differences found at signing, and what the seller said of them. */
export const OrderClaims = ({ claims }: { claims: readonly Claim[] }) => (
  <ul className="claim-list">
    {claims.map((claim) => (
      <li key={claim.claimId}>
        <Tag color={states[claim.state].color}>{states[claim.state].text}</Tag>
        <div>
          <div>
            {claim.skuName} {claimKinds[claim.kind]} <b className="tp-figure">{countText(claim.quantity)}</b>{' '}
            件，
            <span className="tp-figure">{yuanText(claim.amountFen)}</span>
          </div>
          <div className="tp-muted tp-small">
            <When at={claim.openedAt} />
            {claim.settledAt && (
              <>
                {' · '}
                {claim.settledBy ?? '系统'} 于 <When at={claim.settledAt} /> 处理
              </>
            )}
            {claim.note && `：${claim.note}`}
          </div>
        </div>
      </li>
    ))}
  </ul>
);
