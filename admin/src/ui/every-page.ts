export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

export type FetchPage<Item> = (page: { cursor?: string; limit: number }) => Promise<PageOf<Item>>;

const PAGE_SIZE = 100;

/**
 * Reads page after page until the last one or until `limit` items.
 * `complete` is false when more were left. Stops between pages when `isStopped` says so.
 */
export async function everyPage<Item>(
  fetchPage: FetchPage<Item>,
  limit: number,
  onProgress: (itemCount: number) => void = () => undefined,
  isStopped: () => boolean = () => false,
) {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetchPage({ cursor, limit: Math.min(PAGE_SIZE, limit - items.length) });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
    onProgress(items.length);
  } while (cursor && items.length < limit && !isStopped());
  return { items, complete: cursor === undefined };
}
