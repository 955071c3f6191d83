import type { Database } from '../platform';
import { grantService, type Surroundings } from './grant-service';
import { judgeService } from './judge-service';
import { termsService } from './terms-service';

/** The desks of territory: who may sell what where, what that is judged with, and what it comes to. */
export const territoryService = (platform: { readonly database: Database }, around: Surroundings) => ({
  ...grantService(platform, around),
  ...termsService(platform),
  ...judgeService(platform, around),
});
