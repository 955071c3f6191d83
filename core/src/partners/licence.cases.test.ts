import { licenceState, mayOrder } from './licence-state';
import type { PartyStatus } from './model';

describe('a food licence on 15 March 2026', () => {
  it.each([
    ['is not on file', null, 'none'],
    ['ends in 2030', '2030-03-15', 'valid'],
    ['ends in 31 days', '2026-04-15', 'valid'],
    ['ends in 30 days: notice begins', '2026-04-14', 'expiring'],
    ['ends tomorrow', '2026-03-16', 'expiring'],
    ['ends today: good until midnight', '2026-03-15', 'expiring'],
    ['ended yesterday', '2026-03-14', 'expired'],
    ['ended years ago', '2020-01-01', 'expired'],
  ])('that %s (%s) is %s', (_, expiresOn, state) => {
    expect(licenceState(expiresOn, '2026-03-15')).toBe(state);
  });

  it.each([
    ['on 29 February', '2028-02-29', '2028-02-29', 'expiring'],
    ['the day after 29 February', '2028-02-29', '2028-03-01', 'expired'],
    ['30 days before, across a new year', '2027-01-10', '2026-12-11', 'expiring'],
    ['31 days before, across a new year', '2027-01-10', '2026-12-10', 'valid'],
  ])('looked at %s', (_, expiresOn, on, state) => {
    expect(licenceState(expiresOn, on)).toBe(state);
  });
});

describe('may a store order on 15 March 2026', () => {
  it.each<[string, PartyStatus, string | null, string, string | null]>([
    ['in good standing with a long licence', 'active', '2028-01-01', 'yes', null],
    ['whose licence ends in a week', 'active', '2026-03-22', 'warn', 'licenceExpiring'],
    ['on the last day of its licence', 'active', '2026-03-15', 'warn', 'licenceExpiring'],
    ['whose licence ended yesterday', 'active', '2026-03-14', 'no', 'licenceExpired'],
    ['that never showed a licence', 'active', null, 'warn', 'licenceMissing'],
    ['whose orders HQ stopped', 'ordersStopped', '2028-01-01', 'no', 'ordersStopped'],
    ['that is shut out', 'suspended', '2028-01-01', 'no', 'suspended'],
    [
      'that is shut out and without licence: the stop is told first',
      'suspended',
      '2020-01-01',
      'no',
      'suspended',
    ],
  ])('%s', (_, status, foodLicenceExpiresOn, answer, reason) => {
    expect(mayOrder({ status, foodLicenceExpiresOn }, '2026-03-15')).toEqual({ answer, reason });
  });
});
