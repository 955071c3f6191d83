/** The place a page stands at, without what it is narrowed to. */
export const placeNow = (): string => window.location.pathname;

/** What the address of the page on the screen carries. */
export const readAddress = (): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(window.location.search));

/**
 * Writes into the address what a page is narrowed to, without going anywhere; `undefined` takes a word out. Another page's
 * address is left alone: who writes late has gone on.
 */
export function writeAddress(place: string, words: Readonly<Record<string, string | undefined>>): void {
  if (window.location.pathname !== place) return;
  const search = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(words)) {
    if (value === undefined) search.delete(name);
    else search.set(name, value);
  }
  const query = search.toString();
  const address = `${place}${query ? `?${query}` : ''}`;
  if (address === `${place}${window.location.search}`) return;
  // The router's own state stays with the entry, or the way back would be lost.
  window.history.replaceState(window.history.state, '', address);
}
