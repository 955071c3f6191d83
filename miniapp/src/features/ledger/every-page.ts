interface PageWanted {
  readonly cursor: string | undefined;
  readonly limit: number;
}

const pageRows = 100;
/** A hundred times so many rows are a channel that is looked after in the console. */
const pagesMax = 20;

/** All rows of what comes page by page. */
export async function everyPage<Row>(
  fetchPage: (
    page: PageWanted,
  ) => Promise<{ readonly items: readonly Row[]; readonly nextCursor: string | null }>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const read = await fetchPage({ cursor, limit: pageRows });
    rows.push(...read.items);
    if (read.nextCursor === null) break;
    cursor = read.nextCursor;
  }
  return rows;
}
