import type { BrowserContext } from 'playwright-core';

/** What can go wrong in a page without anybody noticing on the screen. */
export type FaultKind = 'exception' | 'console' | 'refused request' | 'foreign host' | 'content policy';

export interface Fault {
  readonly kind: FaultKind;
  readonly text: string;
}

const shownLength = 200;
/** How Chromium words a breach of the page's content policy, and an answer that is not a success. */
const policyWords = /content security policy/i;
const refusedWords = /^failed to load resource/i;

function kindOf(text: string): FaultKind {
  if (policyWords.test(text)) return 'content policy';
  return refusedWords.test(text) ? 'refused request' : 'console';
}

/** Collects what goes wrong in any page of a context; leave out kinds that a test brings about itself. */
export function watchFaults(context: BrowserContext, base: string) {
  const faults: Fault[] = [];
  /** One of a kind is enough to be told. */
  const add = (kind: FaultKind, text: string) => {
    const fault = { kind, text: text.slice(0, shownLength) };
    if (!faults.some((known) => known.kind === kind && known.text === fault.text)) faults.push(fault);
  };
  const ourHost = new URL(base).host;

  context.on('weberror', (error) => add('exception', String(error.error().stack)));
  context.on('console', (message) => {
    if (message.type() === 'error') add(kindOf(message.text()), message.text());
  });
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(?:https?|wss?):$/.test(protocol) && host !== ourHost) add('foreign host', request.url());
  });
  return (provoked: readonly FaultKind[] = []): readonly Fault[] =>
    faults.filter(({ kind }) => !provoked.includes(kind));
}
