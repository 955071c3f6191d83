const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * What is wrong with an address as it is written; null: nothing. Over plain http only a program on this very machine
 * is told, where that is allowed at all. Where a name leads is looked at again with every message.
 */
export function checkWebhookUrl(text: string, allowsLoopback: boolean): 'urlWrong' | 'urlNotHttps' | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'urlWrong';
  // A secret in an address stands in everybody’s logs.
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'urlWrong';
  if (url.protocol === 'https:') return null;
  return allowsLoopback && loopbackHosts.has(url.hostname) ? null : 'urlNotHttps';
}
