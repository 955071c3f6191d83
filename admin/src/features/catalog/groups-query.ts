import { useQuery } from '@tanstack/react-query';
import { api } from '../../api';

/** My customer groups with their members. */
export const useCustomerGroups = () =>
  useQuery({ queryKey: ['catalog', 'groups'], queryFn: () => api.catalog.customerGroups({}) });
