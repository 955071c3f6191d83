import { useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';

export type Setting = Answer<'system', 'settings'>['items'][number];

/** What the process that answers was started with; it stays so until it is started anew. */
export const useSettings = () =>
  useQuery({ queryKey: ['system', 'settings'], queryFn: () => api.system.settings({}) });
