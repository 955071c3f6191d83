export { bookPromotionCosts, type CostsMoved } from './book-service';
export type { CostQuery } from './desk-service';
export type { BudgetWarning, CostLine, CostStatementRow, PromotionCost } from './model';
