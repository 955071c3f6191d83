import type { Answer } from '@/api';

type Me = Answer<'auth', 'me'>;

/** Whether somebody keeps the books of their party. The server decides all the same. */
export const keepsBooks = ({ roles }: Pick<Me, 'roles'>) =>
  roles.includes('owner') || roles.includes('finance');
