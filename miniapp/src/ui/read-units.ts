/** How goods are counted: `factor` base units make one; the largest pack first, the base unit last. */
export type CountingUnits = readonly { readonly unit: string; readonly factor: number }[];

const quantityMost = 1_000_000_000;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A quantity as a warehouse writes it, in base units: `2箱5瓶`, `2箱5`, `29瓶` or `29`; `null` for what is none. Numbers
 * out of spreadsheets may have their thousands separated, and Chinese keyboards write wide digits.
 */
export function readUnits(text: string, units: CountingUnits): number | null {
  const plain = text.normalize('NFKC').replace(/[,，\s]/g, '');
  if (/^\d+$/.test(plain)) return bounded(Number(plain));
  const factors = new Map(units.map(({ unit, factor }) => [unit.normalize('NFKC'), factor]));
  const names = [...factors.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (names.length === 0) return null;
  const part = `(\\d+)(${names.join('|')})`;
  if (!new RegExp(`^(?:${part})+\\d*$`).test(plain)) return null;
  const seen = new Set<string>();
  let total = Number(/\d*$/.exec(plain)?.[0] ?? 0);
  for (const [, count, unit = ''] of plain.matchAll(new RegExp(part, 'g'))) {
    if (seen.has(unit)) return null;
    seen.add(unit);
    total += Number(count) * (factors.get(unit) ?? 0);
  }
  return bounded(total);
}

const bounded = (quantity: number) => (quantity <= quantityMost ? quantity : null);

/** A quantity of base units as a warehouse says it: 29 bottles of 12 a case are `2箱5瓶`; a loss has its sign before it. */
export function sayUnits(quantity: number, units: CountingUnits): string {
  const parts: string[] = [];
  let rest = Math.abs(quantity);
  for (const { unit, factor } of units) {
    const count = Math.floor(rest / factor);
    if (count > 0) parts.push(`${count}${unit}`);
    rest -= count * factor;
  }
  if (parts.length === 0) return `0${units.at(-1)?.unit ?? ''}`;
  return `${quantity < 0 ? '-' : ''}${parts.join('')}`;
}
