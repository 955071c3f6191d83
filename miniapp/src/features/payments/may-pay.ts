import type { Answer } from '@/api';

type Me = Answer<'auth', 'me'>;

const payingRoles: readonly Me['roles'][number][] = ['owner', 'purchaser', 'finance'];

/** Whether somebody pays for their party. The server decides all the same. */
export const mayPay = ({ buys, roles }: Pick<Me, 'buys' | 'roles'>) =>
  buys && roles.some((role) => payingRoles.includes(role));
