import { big, id, integer, table, text } from '../../platform';
import type { BudgetWarning, PromotionCost } from './model';

export const promotionCostTable = table<PromotionCost>(
  'promotionCost',
  {
    id: id(),
    promotionId: id(),
    orderId: id(),
    sellerId: id(),
    buyerId: id(),
    payerId: id(),
    kind: text(16),
    documentId: text(40),
    amountFen: big(),
    at: big(),
  },
  {
    primary: ['id'],
    index: [['orderId'], ['sellerId', 'promotionId', 'payerId', 'at'], ['payerId', 'promotionId', 'at']],
  },
);

export const budgetWarningTable = table<BudgetWarning>(
  'budgetWarning',
  { promotionId: id(), budgetFen: big(), share: integer(), warnedAt: big() },
  { primary: ['promotionId', 'budgetFen', 'share'] },
);

export const costTables = [promotionCostTable, budgetWarningTable];
