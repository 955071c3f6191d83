import { Link } from 'react-router';
import type { Conflict } from './model';

const whyText = ({ why, yields }: Conflict) =>
  why === 'mutexGroup'
    ? `同一互斥组，同一件商品只用其一；${yields ? '对方优先级更高，先算对方' : '优先级不低于对方，本促销先比'}`
    : `不能同时享受（其中一个独享）；${yields ? '对方优先级更高，对方留下' : '按优先级与对客户的优惠取其一'}`;

/** What of the live promotions stands against one, and which of them comes first. */
export const ConflictList = ({ conflicts }: { conflicts: readonly Conflict[] }) => (
  <ul className="conflict-list" data-testid="conflicts">
    {conflicts.map((conflict) => (
      <li key={conflict.promotionId}>
        <Link className="tp-link" to={`/promotions/${conflict.promotionId}`} target="_blank">
          {conflict.name}
        </Link>
        <div className="tp-muted tp-small">{whyText(conflict)}</div>
      </li>
    ))}
  </ul>
);
