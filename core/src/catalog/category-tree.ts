import type { Category } from './model';

type Node = Pick<Category, 'id' | 'parentId'>;

/** How deep categories may stand in each other. */
export const greatestDepth = 3;

/** A category and everything below it. */
export function branchOf(categories: readonly Node[], id: string): readonly string[] {
  const found = [id];
  for (const parentId of found) {
    for (const category of categories) {
      if (category.parentId === parentId && !found.includes(category.id)) found.push(category.id);
    }
  }
  return found;
}

/** Names from the top down to a category: `饮料 / 茶饮`. Null where there is none of that id. */
export function pathOf(
  categories: ReadonlyMap<string, Node & Pick<Category, 'name'>>,
  id: string,
): string | null {
  const names: string[] = [];
  for (let at: string | null = id; at !== null && names.length < greatestDepth;) {
    const category = categories.get(at);
    if (!category) break;
    names.unshift(category.name);
    at = category.parentId;
  }
  return names.length === 0 ? null : names.join(' / ');
}

export type CategoryFault = 'parentUnknown' | 'circle' | 'tooDeep';

/** What is wrong with where a category is to stand; null when nothing is. */
export function placeFault(categories: readonly Node[], placed: Node): CategoryFault | null {
  if (placed.parentId === null) return null;
  const others = categories.filter(({ id }) => id !== placed.id);
  const parent = new Map(others.map((category) => [category.id, category]));
  if (placed.parentId === placed.id) return 'circle';
  if (!parent.has(placed.parentId)) return 'parentUnknown';
  let above = 0;
  for (let at: string | null = placed.parentId; at !== null; at = parent.get(at)?.parentId ?? null) {
    if (at === placed.id) return 'circle';
    above += 1;
    if (above > categories.length + 1) return 'circle';
  }
  return above + heightOf(others, placed.id) > greatestDepth ? 'tooDeep' : null;
}

/** Levels of a branch, itself included. */
function heightOf(categories: readonly Node[], id: string): number {
  const children = categories.filter(({ parentId }) => parentId === id);
  return 1 + Math.max(0, ...children.map((child) => heightOf(categories, child.id)));
}
