/** A set of filters under a name. */
export interface SavedView {
  readonly name: string;
  /** As it stands in the address, sorted, without the question mark. */
  readonly query: string;
}

/** More than that is not found faster than filtered anew. */
export const mostViews = 20;
export const longestViewName = 20;
const longestQuery = 1_000;

/** The filters of an address as a view has them: two addresses that filter alike are the same. */
export function queryOf(params: URLSearchParams): string {
  const sorted = new URLSearchParams(params);
  sorted.sort();
  return sorted.toString();
}

const lengthOf = (name: string) => [...name].length;

/** What is wrong with a name for a view, in words for the one who typed it; null when nothing is. */
export function viewNameFault(views: readonly SavedView[], name: string): string | null {
  if (name === '') return '请输入视图名称';
  if (lengthOf(name) > longestViewName) return `名称最多 ${longestViewName} 个字`;
  if (views.length >= mostViews && !views.some((view) => view.name === name))
    return `最多保存 ${mostViews} 个视图，请先删除不用的`;
  return null;
}

/** The views with one more, at its place; one of the same name is replaced where it stands. */
export function withView(
  views: readonly SavedView[],
  view: SavedView,
  at = views.length,
): readonly SavedView[] {
  if (viewNameFault(views, view.name) !== null || view.query.length > longestQuery) return views;
  if (views.some(({ name }) => name === view.name))
    return views.map((one) => (one.name === view.name ? view : one));
  return [...views.slice(0, at), view, ...views.slice(at)];
}

/** The views without one. */
export const withoutView = (views: readonly SavedView[], name: string): readonly SavedView[] =>
  views.filter((view) => view.name !== name);

const isView = (kept: unknown): kept is SavedView =>
  typeof kept === 'object' &&
  kept !== null &&
  'name' in kept &&
  typeof kept.name === 'string' &&
  'query' in kept &&
  typeof kept.query === 'string';

/** Views from what a browser has kept, which may be anything; what cannot have been saved is left out. */
export function viewsOf(text: string | null): readonly SavedView[] {
  if (text === null) return [];
  try {
    const kept: unknown = JSON.parse(text);
    if (!Array.isArray(kept)) return [];
    return kept
      .filter(isView)
      .reduce<readonly SavedView[]>((views, { name, query }) => withView(views, { name, query }), []);
  } catch {
    return [];
  }
}
