import { z } from 'zod';
import { endpoints } from './endpoints';
import { At, Count, Day, Id, PageQuery, Role, pageOf } from './fields';
import { route } from './route';
import { CommandId, OwnerQuery, Reason } from './stock-fields';

export const AlertLevel = z.enum(['blue', 'yellow', 'red', 'stopSale', 'expired']);
const AlertState = z.enum(['open', 'handled', 'escalated', 'gone']);
const AlertAction = z.enum([
  'transfer',
  'promote',
  'swap',
  'markdown',
  'donate',
  'return',
  'destroy',
  'other',
]);

export const ExpiryAlertView = z.object({
  alertId: Id,
  lotId: Id,
  level: AlertLevel,
  warehouseId: Id,
  warehouseName: z.string(),
  skuId: Id,
  skuName: z.string(),
  lotNo: z.string(),
  expiresOn: Day,
  quantity: z.int(),
  /** The role that answers for it. */
  desk: Role,
  raisedAt: At,
  dueAt: At,
  isOverdue: z.boolean(),
  state: AlertState,
  action: AlertAction.nullable(),
  outcome: z.string(),
  closedBy: z.string().nullable(),
  closedAt: At.nullable(),
});

export const alertRoutes = {
  alerts: route(endpoints.stock.alerts, {
    summary: 'Expiry alerts, first to be due first.',
    access: 'seller',
    input: PageQuery.extend({ ...OwnerQuery, state: AlertState.optional(), level: AlertLevel.optional() }),
    output: pageOf(ExpiryAlertView),
    errors: [],
  }),
  alertCounts: route(endpoints.stock.alertCounts, {
    summary: 'What became of expiry alerts, level by level.',
    access: 'seller',
    input: z.object(OwnerQuery),
    output: z.object({
      items: z.array(
        z.object({
          level: AlertLevel,
          open: Count,
          overdue: Count,
          handledInTime: Count,
          handledLate: Count,
        }),
      ),
    }),
    errors: [],
  }),
  handleAlert: route(endpoints.stock.handleAlert, {
    summary: 'Close an expiry alert with what was done and what came of it.',
    access: 'seller',
    input: z.object({ alertId: Id, commandId: CommandId, action: AlertAction, outcome: Reason }),
    output: ExpiryAlertView,
    errors: ['stock.alertUnknown', 'stock.alertClosed', 'stock.notYourDesk', 'command.idReused'],
  }),
};
