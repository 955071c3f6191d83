import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api, type Answer } from '../../api';

export type Me = Answer<'auth', 'me'>;
export type Role = Me['roles'][number];

export const meQuery = queryOptions({
  queryKey: ['auth', 'me'],
  queryFn: () => api.auth.me({}),
  staleTime: 5 * 60_000,
});

export const MeContext = createContext<Me | null>(null);

/** Who is logged in; only below the shell, which waits for it. */
export function useMe() {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside the shell');
  return me;
}

/** Whether the user has a role; an owner has every one. The server decides all the same. */
export const hasRole = (me: Pick<Me, 'roles'>, role: Role) =>
  me.roles.includes('owner') || me.roles.includes(role);

export const roleNames: Record<Role, string> = {
  owner: '负责人',
  manager: '渠道管理',
  purchaser: '采购',
  reviewer: '审单',
  warehouse: '仓库',
  finance: '财务',
};
