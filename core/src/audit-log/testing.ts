import type { Recorded } from './recorder-service';

/** What somebody did, as a request tells it. */
export const aRecorded = (recorded: Partial<Recorded> = {}): Recorded => ({
  at: 1_800_000_000_000,
  userId: 'U-1',
  userName: '王芳',
  partyId: 'HQ',
  roles: ['owner'],
  route: 'credit.setTerms',
  subjectId: 'S1',
  input: { buyerId: 'S1', days: 30 },
  outcome: 'done',
  address: '127.0.0.1',
  device: 'a browser',
  requestId: 'request-1',
  ...recorded,
});
