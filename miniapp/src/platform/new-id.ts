import { ulid } from 'ulid';

/**
 * A new time-ordered id. Mini-programs have no `crypto`, so its random part comes from `Math.random`:
 * ids must not collide, they guard no secret.
 */
export const newId = () => ulid(Date.now(), Math.random);
