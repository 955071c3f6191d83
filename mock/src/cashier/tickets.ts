import { randomText } from '../crypto/random';
import type { Result } from './pages';

export interface Visit {
  readonly prepayId: string;
  readonly openid: string;
  readonly returnTo: string | null;
  result: Result | null;
}

const limit = 10_000;

/** Visits to the cashier that were let in: a page's form carries one, so nobody pays past the checks. */
export function openVisits() {
  const visits = new Map<string, Visit>();
  return {
    admit(visit: Omit<Visit, 'result'>): string {
      const [oldest] = visits.keys();
      if (visits.size >= limit && oldest !== undefined) visits.delete(oldest);
      const ticket = randomText(32);
      visits.set(ticket, { ...visit, result: null });
      return ticket;
    },
    find: (ticket: string) => visits.get(ticket),
  };
}
