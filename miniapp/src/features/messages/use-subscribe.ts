import { askToSubscribe, canSubscribe } from '@/platform/subscribe';
import { useConsent, useTemplates, type MessageKind } from './queries';

/**
 * Asks, in a tap, whether these messages may come to WeChat, and keeps the answer. Nothing is offered on H5, or where
 * the brand has no templates.
 */
export function useSubscribe(kinds: readonly MessageKind[]) {
  const templates = useTemplates();
  const consent = useConsent();
  const wanted = (templates.data?.items ?? []).filter(({ kind }) => kinds.includes(kind));
  return {
    isOffered: canSubscribe && wanted.length > 0,
    /** How many messages of the least agreed kind are still to come. */
    agreed: Math.min(...wanted.map(({ consents }) => consents)),
    isPending: consent.isPending,
    error: consent.error,
    ask: async () => {
      const answers = await askToSubscribe(wanted.map(({ templateId }) => templateId));
      if (answers.length > 0) consent.mutate(answers);
    },
  };
}
