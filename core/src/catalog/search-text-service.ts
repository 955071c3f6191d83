import { pinyin } from 'pinyin-pro';
import type { Sku } from './model';

type Searched = Pick<Sku, 'id' | 'name' | 'brand' | 'barcode' | 'spec' | 'units'>;

/**
 * What search looks through, in lower case: name, pinyin whole and in initials, each behind a bar because a
 * search may find their beginnings; then brand, spec, the barcodes of every unit and the id.
 */
export function searchTextOf({ id, name, brand, barcode, spec, units }: Searched): string {
  const full = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('');
  const initials = pinyin(name, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'removed',
  }).join('');
  const codes = [barcode, ...units.map((unit) => unit.barcode)].filter(Boolean);
  const [begins, rest] = [
    [name, full, initials],
    [brand, spec, ...codes, id],
  ];
  return `|${begins.map(withoutBars).join('|')}| ${rest.map(withoutBars).join(' ')}`.toLowerCase();
}

/** A bar typed in a name must not look like ours; search takes it out of what is asked too. */
export const withoutBars = (text: string) => text.replaceAll('|', ' ');

/** The words of what is asked, as they stand in the text that is looked through. */
export const searchWordsOf = (asked: string | undefined): readonly string[] =>
  withoutBars(asked ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);
