import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** The cursors of the pages before and including this one; the first page has none. */
const cursorsOf = (state: unknown): readonly string[] =>
  typeof state === 'object' && state !== null && 'cursors' in state && Array.isArray(state.cursors)
    ? state.cursors.filter((cursor) => typeof cursor === 'string')
    : [];

/**
 * Where one is in a list paged by cursor. The place is kept in the history entry, so the browser's
 * back button, a reload and the way back from a detail page all find the same page again.
 */
export function useCursorPages() {
  const { state, search } = useLocation();
  const navigate = useNavigate();
  const cursors = cursorsOf(state);
  return {
    cursor: cursors.at(-1),
    pageNumber: cursors.length + 1,
    next: (nextCursor: string) => navigate({ search }, { state: { cursors: [...cursors, nextCursor] } }),
    previous: () => navigate({ search }, { state: { cursors: cursors.slice(0, -1) } }),
  };
}

/** The same for a list inside a page, such as in a drawer: the place is forgotten with it. */
export function useInnerPages() {
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return {
    cursor: cursors.at(-1),
    pageNumber: cursors.length + 1,
    next: (nextCursor: string) => setCursors([...cursors, nextCursor]),
    previous: () => setCursors(cursors.slice(0, -1)),
    restart: () => setCursors([]),
  };
}

/** As much of where one is as a pager needs to know. */
export interface Pages {
  readonly pageNumber: number;
  readonly next: (nextCursor: string) => unknown;
  readonly previous: () => unknown;
}

interface CursorPagerProps {
  pages: Pages;
  nextCursor: string | null | undefined;
  itemCount: number;
  busy: boolean;
}

/** Previous and next page. */
export function CursorPager({ pages, nextCursor, itemCount, busy }: CursorPagerProps) {
  if (pages.pageNumber === 1 && !nextCursor) {
    return itemCount > 0 ? <div className="tp-pager tp-muted">共 {itemCount} 条</div> : null;
  }
  return (
    <div className="tp-pager">
      <span className="tp-muted">
        第 {pages.pageNumber} 页 · 本页 {itemCount} 条
      </span>
      <Button
        size="small"
        icon={<LeftOutlined />}
        disabled={pages.pageNumber === 1 || busy}
        onClick={() => void pages.previous()}
        data-testid="page-previous"
      >
        上一页
      </Button>
      <Button
        size="small"
        icon={<RightOutlined />}
        iconPlacement="end"
        disabled={!nextCursor || busy}
        onClick={() => nextCursor && void pages.next(nextCursor)}
        data-testid="page-next"
      >
        下一页
      </Button>
    </div>
  );
}
