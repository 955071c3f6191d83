/**
 * Writes values into the query of the page's address, without opening anything: what is reloaded or sent to somebody
 * else shows the same. An empty value leaves no trace.
 */
export function keepQuery(values: Readonly<Record<string, string>>): void {
  const address = new URL(window.location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  window.history.replaceState(window.history.state, '', address);
}
