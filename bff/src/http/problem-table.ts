import { afterSalesProblems } from './problem-kinds/after-sales';
import { announcementProblems } from './problem-kinds/announcements';
import { attachmentProblems } from './problem-kinds/attachments';
import { auditLogProblems } from './problem-kinds/audit-log';
import { authProblems } from './problem-kinds/auth';
import { catalogProblems } from './problem-kinds/catalog';
import { commandProblems } from './problem-kinds/command';
import { creditProblems } from './problem-kinds/credit';
import { deliveryProblems } from './problem-kinds/delivery';
import { paymentProblems } from './problem-kinds/payments';
import { exchangeProblems } from './problem-kinds/exchange';
import { flashProblems } from './problem-kinds/flash';
import { generalProblems } from './problem-kinds/general';
import { insightProblems } from './problem-kinds/insight';
import { listsProblems } from './problem-kinds/lists';
import { messageProblems } from './problem-kinds/messages';
import { openApiProblems } from './problem-kinds/open-api';
import { ordersProblems } from './problem-kinds/orders';
import { partnersProblems } from './problem-kinds/partners';
import { poolProblems } from './problem-kinds/pool';
import { promotionProblems } from './problem-kinds/promotions';
import { rebateProblems } from './problem-kinds/rebates';
import { stockProblems } from './problem-kinds/stock';
import { territoryProblems } from './problem-kinds/territory';
import { workProblems } from './problem-kinds/work';
import type { ProblemKind } from './problem-kinds/problem-kind';

export { generalProblems } from './problem-kinds/general';
export type { ProblemKind } from './problem-kinds/problem-kind';

/** Refusals of all rooms. 404 unknown, 403 not yours, 409 the world moved on, 422 makes no sense. */
const table = new Map<string, ProblemKind>(
  [
    generalProblems,
    authProblems,
    attachmentProblems,
    partnersProblems,
    catalogProblems,
    ordersProblems,
    listsProblems,
    stockProblems,
    poolProblems,
    creditProblems,
    paymentProblems,
    commandProblems,
    territoryProblems,
    exchangeProblems,
    insightProblems,
    promotionProblems,
    rebateProblems,
    flashProblems,
    afterSalesProblems,
    messageProblems,
    announcementProblems,
    deliveryProblems,
    auditLogProblems,
    workProblems,
    openApiProblems,
  ].flatMap((problems) => Object.entries<ProblemKind>(problems)),
);

/** The status and title of a code; undefined for a code nobody listed, which is a bug. */
export function problemKindOf(code: string): ProblemKind | undefined {
  return table.get(code);
}
