import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api';

const termsKey = ['delivery', 'terms'] as const;

/** What my party charges for delivery, with its versions. */
export const useDeliveryTerms = () => useQuery({ queryKey: termsKey, queryFn: () => api.delivery.terms({}) });

export function usePutDelivery() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: api.delivery.put,
    onSettled: () => void client.invalidateQueries({ queryKey: termsKey }),
  }).mutateAsync;
}

/** Tries rules on a basket of a customer. */
export const usePreviewDelivery = () => useMutation({ mutationFn: api.delivery.preview });
