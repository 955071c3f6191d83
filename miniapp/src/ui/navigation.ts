import { createContext } from 'react';

/** One way on the bar at the head of wide screens. */
export interface Way {
  readonly label: string;
  readonly address: string;
  /** A small number beside it, like the lines in the cart; 0 shows nothing. */
  readonly count?: number;
}

export interface Navigation {
  readonly ways: readonly Way[];
  /** Who is logged in, as the bar says it. */
  readonly caller: string;
}

/** Where the user may go; filled by the session, shown by the head of H5 pages. */
export const NavigationContext = createContext<Navigation>({ ways: [], caller: '' });
