import packed from './towns.json';

/** A town or street of nine digits and its name. */
export interface Town {
  readonly code: string;
  readonly name: string;
}

const byDistrict: Readonly<Record<string, string>> = packed;
const unpacked = new Map<string, ReadonlyMap<string, string>>();

/** Unpacks a district when it is first asked for: few installations ever touch more than a few hundred. */
function townsByCode(regionCode: string): ReadonlyMap<string, string> {
  const known = unpacked.get(regionCode);
  if (known) return known;
  const towns = new Map<string, string>();
  if (!Object.hasOwn(byDistrict, regionCode)) return towns;
  let number = 0;
  for (const entry of (byDistrict[regionCode] ?? '').split(',')) {
    const isNumbered = /^\d/.test(entry);
    number = isNumbered ? Number(entry.slice(0, 3)) : number + 1;
    towns.set(regionCode + String(number).padStart(3, '0'), isNumbered ? entry.slice(3) : entry);
  }
  unpacked.set(regionCode, towns);
  return towns;
}

/** The towns and streets of a district, by code; none for a code that is no district. */
export const townsOf = (regionCode: string): readonly Town[] =>
  [...townsByCode(regionCode)].map(([code, name]) => ({ code, name }));

/** The name of a town or street; null for a code that is none. */
export const townName = (townCode: string): string | null =>
  townsByCode(townCode.slice(0, 6)).get(townCode) ?? null;

/** The districts the list knows. */
export const districtsWithTowns = (): readonly string[] => Object.keys(byDistrict);
