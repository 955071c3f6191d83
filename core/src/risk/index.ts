export type { Assessment, Indicator, OrderFacts } from './model';
export { scoreOrder } from './score-order';
export { assessInShadow, loadAssessment } from './service';
export { riskTables } from './tables';
