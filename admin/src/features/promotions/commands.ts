import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api';
import type { Promotion } from './model';
import { promotionsKey } from './queries';

/** A command on a promotion. Its command id makes a repeated call harmless, its version tells a second editor. */
function usePromotionCommand<Input>(send: (input: Input) => Promise<Promotion>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    // Also after a refusal: somebody else may have changed the promotion meanwhile. Kinds stand.
    onSettled: () =>
      client.invalidateQueries({
        queryKey: promotionsKey,
        predicate: ({ queryKey }) => queryKey[1] !== 'kinds' && queryKey[1] !== 'preview',
      }),
  }).mutateAsync;
}

export const usePutPromotion = () => usePromotionCommand(api.promotions.put);
export const usePublishPromotion = () => usePromotionCommand(api.promotions.publish);
export const useStopPromotion = () => usePromotionCommand(api.promotions.stop);

/** Holds a draft against past orders; writes nothing. */
export const useSimulate = () => useMutation({ mutationFn: api.promotions.simulate });
