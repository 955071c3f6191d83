import { useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../../api';
import { useCommand } from '../../../ui/use-command';

export type Category = Answer<'catalog', 'categories'>['items'][number];
export type Brand = Answer<'catalog', 'brands'>['items'][number];

const shelvesKey = ['catalog', 'shelves'] as const;

export const useCategories = () =>
  useQuery({ queryKey: [...shelvesKey, 'categories'], queryFn: () => api.catalog.categories({}) });
export const useBrands = () =>
  useQuery({ queryKey: [...shelvesKey, 'brands'], queryFn: () => api.catalog.brands({}) });

export const usePutCategory = () => useCommand(['catalog'], api.catalog.putCategory);
export const usePutBrand = () => useCommand(['catalog'], api.catalog.putBrand);
