import type { Category } from './queries';

/** A category in its place: how deep it stands, and its name with all above it. */
export interface PlacedCategory extends Category {
  readonly depth: number;
  readonly fullName: string;
}

/** Categories in the order of their tree, each behind the one it stands in; the server gives their order. */
export function treeOf(categories: readonly Category[]): readonly PlacedCategory[] {
  const known = new Set(categories.map(({ category }) => category));
  const placed: PlacedCategory[] = [];
  const place = (parentId: string | null, depth: number, above: string) => {
    for (const one of categories) {
      // What stands in one that is gone stands at the top.
      const stands = one.parentId !== null && known.has(one.parentId) ? one.parentId : null;
      if (stands !== parentId) continue;
      const fullName = above === '' ? one.name : `${above} / ${one.name}`;
      placed.push({ ...one, depth, fullName });
      place(one.category, depth + 1, fullName);
    }
  };
  place(null, 0, '');
  return placed;
}
