import type { Answer } from '@/api';

type Roles = Pick<Answer<'auth', 'me'>, 'roles'>;

/** Whether somebody may handle goods; the server asks again. */
export const mayHandleGoods = ({ roles }: Roles) => roles.includes('owner') || roles.includes('warehouse');

/** Whether somebody may change what the books say; the server asks again. */
export const mayPostDifferences = ({ roles }: Roles) => roles.includes('owner') || roles.includes('manager');
