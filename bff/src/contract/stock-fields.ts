import { z } from 'zod';
import { Id } from './fields';

/** The words of stock on the wire. */
export const Quality = z.enum(['available', 'inspection', 'damaged', 'blocked', 'expired']);
export const MovementKind = z.enum([
  'receive',
  'ship',
  'return',
  'transferOut',
  'transferIn',
  'quality',
  'count',
  'adjust',
  'destroy',
  'expire',
  'lend',
  'borrow',
]);
export const ExpiryLevel = z.enum(['normal', 'blue', 'yellow', 'red', 'stopSale', 'expired']);
export const Channel = z.enum(['traditional', 'modern', 'convenience', 'catering', 'special', 'ecommerce']);
export const LotNo = z.string().trim().min(1).max(40);
/** Why something is done to goods: nobody touches stock without saying so. */
export const Reason = z.string().trim().min(1).max(200);
/** Base units of a whole warehouse, where a line's bound would be too narrow. */
export const StockQuantity = z.int().min(0).max(1_000_000_000);
export const CommandId = Id.describe('made by the caller; repeating it gets the first answer');
/** How goods are counted: `factor` base units make one. The largest pack first, the base unit last. */
export const CountingUnits = z.array(z.object({ unit: z.string(), factor: z.int() }));
/** HQ may look at anybody's stock; to others only their own is there. */
export const OwnerQuery = { ownerId: Id.optional() };
