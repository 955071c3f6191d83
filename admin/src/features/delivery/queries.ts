import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../api';
import { useCommand } from '../../ui/use-command';

const termsKey = ['delivery', 'terms'] as const;

/** What my party charges for delivery, with its versions. */
export const useDeliveryTerms = () => useQuery({ queryKey: termsKey, queryFn: () => api.delivery.terms({}) });

export const usePutDelivery = () => useCommand(termsKey, api.delivery.put);

/** Tries rules on a basket of a customer. */
export const usePreviewDelivery = () => useMutation({ mutationFn: api.delivery.preview });
