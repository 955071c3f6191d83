import type { Packing } from '../../ui/units';

/** A line of a basket, with what the screen needs to count it. Quantities are base units. */
export interface BasketLine {
  readonly skuId: string;
  readonly name: string;
  readonly spec: string;
  readonly packing: Packing;
  readonly quantity: number;
  /** 接受临期: goods older than usual may fill what is missing, at their marked-down price. */
  readonly acceptsAgeing?: boolean;
}

export type BasketAction =
  | { readonly type: 'set'; readonly line: BasketLine }
  | { readonly type: 'change'; readonly skuId: string; readonly quantity: number }
  | { readonly type: 'acceptAgeing'; readonly skuId: string; readonly accepts: boolean }
  | { readonly type: 'remove'; readonly skuId: string }
  | { readonly type: 'putBack'; readonly line: BasketLine; readonly at: number }
  | { readonly type: 'addAll'; readonly lines: readonly BasketLine[] }
  | { readonly type: 'clear' };

/** The most lines one order takes. */
export const basketLinesMax = 1000;

const quantityMax = 1_000_000;
const within = (quantity: number) => Math.min(Math.max(0, Math.trunc(quantity)), quantityMax);

const setLine = (lines: readonly BasketLine[], line: BasketLine): readonly BasketLine[] => {
  const accepted = lines.find(({ skuId }) => skuId === line.skuId)?.acceptsAgeing;
  const next = {
    ...(accepted === undefined ? {} : { acceptsAgeing: accepted }),
    ...line,
    quantity: within(line.quantity),
  };
  if (next.quantity === 0) return lines.filter(({ skuId }) => skuId !== line.skuId);
  if (lines.some(({ skuId }) => skuId === line.skuId))
    return lines.map((old) => (old.skuId === line.skuId ? next : old));
  return lines.length < basketLinesMax ? [...lines, next] : lines;
};

/** What a basket becomes: one line a SKU, in the order they came, never a line of nothing. */
export function basketAfter(lines: readonly BasketLine[], action: BasketAction): readonly BasketLine[] {
  switch (action.type) {
    case 'set':
      return setLine(lines, action.line);
    case 'change': {
      const old = lines.find(({ skuId }) => skuId === action.skuId);
      return old ? setLine(lines, { ...old, quantity: action.quantity }) : lines;
    }
    case 'acceptAgeing':
      return lines.map((line) =>
        line.skuId === action.skuId ? { ...line, acceptsAgeing: action.accepts } : line,
      );
    case 'remove':
      return lines.filter(({ skuId }) => skuId !== action.skuId);
    case 'putBack': {
      const rest = lines.filter(({ skuId }) => skuId !== action.line.skuId);
      return [...rest.slice(0, action.at), action.line, ...rest.slice(action.at)];
    }
    case 'addAll':
      return action.lines.reduce((basket, line) => {
        const old = basket.find(({ skuId }) => skuId === line.skuId);
        return setLine(basket, { ...line, quantity: line.quantity + (old?.quantity ?? 0) });
      }, lines);
    case 'clear':
      return [];
  }
}

/** A catalogue entry as a line of a basket. */
export function basketLine(
  sku: Packing & { readonly skuId: string; readonly name: string; readonly spec: string },
  quantity: number,
): BasketLine {
  const { skuId, name, spec, baseUnit, units, minimumQuantity, multipleQuantity, maximumQuantity } = sku;
  const packing = { baseUnit, units, minimumQuantity, multipleQuantity, maximumQuantity };
  return { skuId, name, spec, packing, quantity };
}
