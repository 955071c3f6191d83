/** Goods a row may mean. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly barcode: string;
  /** Name, brand, spec, pinyin, barcode and id, in lower case. */
  readonly searchText: string;
}

export type RowMatch =
  | { readonly kind: 'found'; readonly candidate: Candidate }
  /** Several fit equally well: these, at most. */
  | { readonly kind: 'several'; readonly candidates: readonly Candidate[] }
  /** None fits; these come near. */
  | { readonly kind: 'none'; readonly candidates: readonly Candidate[] };

/** Goods by what rows name them by. */
export interface Goods {
  readonly all: readonly Candidate[];
  readonly byKey: ReadonlyMap<string, Candidate>;
  readonly byName: ReadonlyMap<string, readonly Candidate[]>;
  readonly byPair: ReadonlyMap<string, readonly number[]>;
}

const shownTogether = 6;

export function goodsOf(all: readonly Candidate[]): Goods {
  const byKey = new Map<string, Candidate>();
  const byName = new Map<string, Candidate[]>();
  const byPair = new Map<string, number[]>();
  all.forEach((candidate, at) => {
    for (const key of [candidate.id, candidate.barcode]) if (key !== '') byKey.set(plain(key), candidate);
    const name = plain(candidate.name);
    byName.set(name, [...(byName.get(name) ?? []), candidate]);
    for (const pair of pairsOf(name)) {
      const found = byPair.get(pair);
      if (found) found.push(at);
      else byPair.set(pair, [at]);
    }
  });
  return { all, byKey, byName, byPair };
}

/**
 * The goods a row means: by id or barcode exactly, else by the exact name, else by words that all are in
 * it. What fits several is asked back, what fits none gets the nearest names.
 */
export function matchRow(text: string, goods: Goods): RowMatch {
  const key = plain(text);
  const exact = goods.byKey.get(key);
  if (exact) return { kind: 'found', candidate: exact };
  const named = goods.byName.get(key) ?? [];
  if (named.length > 0) return answerOf(named);
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const fitting =
    words.length === 0 ? [] : goods.all.filter((one) => words.every((word) => one.searchText.includes(word)));
  if (fitting.length > 0) return answerOf(fitting);
  return { kind: 'none', candidates: nearest(key, goods) };
}

const answerOf = (fitting: readonly Candidate[]): RowMatch => {
  const [first] = fitting;
  return first && fitting.length === 1
    ? { kind: 'found', candidate: first }
    : { kind: 'several', candidates: fitting.slice(0, shownTogether) };
};

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

const pairsOf = (text: string): ReadonlySet<string> => {
  const signs = [...text];
  return new Set(signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`));
};

/** By the pairs of neighbouring signs names share (Dice's coefficient), best first. */
function nearest(key: string, goods: Goods): readonly Candidate[] {
  const pairs = pairsOf(key);
  const shared = new Map<number, number>();
  for (const pair of pairs) {
    for (const at of goods.byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  return [...shared]
    .map(([at, count]) => {
      const candidate = goods.all[at] as Candidate;
      return { candidate, likeness: (2 * count) / (pairs.size + pairsOf(plain(candidate.name)).size) };
    })
    .filter(({ likeness }) => likeness >= 0.3)
    .sort((one, other) => other.likeness - one.likeness || (one.candidate.id < other.candidate.id ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}
