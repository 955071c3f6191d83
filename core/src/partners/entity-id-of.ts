import type { Party } from './model';

/** The legal entity a party is: parties under one business licence are one, a party without is its own. */
export const entityIdOf = ({ businessLicenceNo, id }: Pick<Party, 'businessLicenceNo' | 'id'>): string =>
  businessLicenceNo || id;
