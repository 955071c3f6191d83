import { z } from 'zod';

/** The vocabulary of the wire: each field of the trade is described once. */

export const Id = z.string().regex(/^[0-9A-Za-z_-]{1,40}$/);
/** What was won in a flash sale: which activity, and a secret of its winner's. */
export const FlashToken = z.string().regex(/^[0-9A-Za-z_-]{1,34}[.][0-9A-Za-z_-]{1,40}$/);
/** A day there is in the calendar. */
export const Day = z.iso.date();
/** An instant in UTC, as ISO 8601. */
export const At = z.iso.datetime();
export const Fen = z.int();
/** Money as somebody types it in: up to a hundred billion yuan, so that sums of it stay exact. */
export const FenInput = z.int().min(0).max(10_000_000_000_000);
export const UnitPriceE4 = z.int().describe('1/10,000 yuan per base unit');
/** Base units: bottles, never cases. The bound keeps a line's amount exact in a double. */
export const Quantity = z.int().min(1).max(1_000_000);
export const Count = z.int().min(0);
export const RegionCode = z.string().regex(/^\d{6}$/);
export const PartyKind = z.enum(['hq', 'distributor', 'store', 'chain']);
export const Role = z.enum(['owner', 'manager', 'purchaser', 'reviewer', 'warehouse', 'finance']);
export const Note = z.string().trim().max(200);
export const Done = z.object({ done: z.literal(true) });

export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** A page of a list; `nextCursor` is null on the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
