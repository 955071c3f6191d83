import { type Platform, Refused } from '../platform';
import type { User } from './model';
import { isPassword } from './password-service';
import { partnerStore } from './store';

const wrongPasswordLimit = 10;
const lockMs = 15 * 60_000;

/** Whose a password is; ten wrong ones lock the name for fifteen minutes, wherever they were tried. */
export const passwordCheck =
  ({ database, coordination }: Platform) =>
  /** @throws auth.locked, auth.wrong */
  async (loginName: string, password: string): Promise<User> => {
    const counter = `{login:${loginName.toLowerCase()}}`;
    // Counted before it is checked: guesses that come at once are counted one by one.
    const attempts = await coordination.increment(counter, 1, { expiresAfterMs: lockMs });
    if (attempts > wrongPasswordLimit) throw new Refused('auth.locked');
    const user = await database.read((tx) => partnerStore(tx).userByLoginName(loginName));
    if (!(await isPassword(user?.passwordHash, password)) || !user) throw new Refused('auth.wrong');
    await coordination.increment(counter, -1, { expiresAfterMs: lockMs });
    return user;
  };
