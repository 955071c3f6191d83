import { yuanText } from '../../ui/format';
import type { Order } from './model';

/** Which promotions the order used, in which version, and what each gave on which lines. */
export const OrderPromotions = ({ promotions }: { promotions: Order['promotions'] }) => (
  <ul className="claim-list">
    {promotions.map((promotion) => (
      <li key={`${promotion.promotionId} ${promotion.version}`}>
        <div>
          <div>
            {promotion.name} <span className="tp-muted tp-small">第 {promotion.version} 版</span>
          </div>
          <div className="tp-small tp-muted">
            {[
              ...(promotion.savedFen > 0 ? [`减 ${yuanText(promotion.savedFen)}`] : []),
              ...(promotion.giftFen > 0 ? [`赠品价值 ${yuanText(promotion.giftFen)}`] : []),
              ...promotion.lines
                .filter(({ offFen }) => offFen > 0)
                .map(({ lineNo, offFen }) => `第 ${lineNo} 行 ${yuanText(offFen)}`),
            ].join(' · ')}
          </div>
        </div>
      </li>
    ))}
  </ul>
);
