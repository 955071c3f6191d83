import type { Platform } from '../../platform';
import { displayClaimService } from './claim-service';
import { rebateDeskService } from './desk-service';

/** Rebates: balances and their desk, and the claims of display deals. */
export const rebateService = (platform: Platform) => ({
  ...rebateDeskService(platform),
  ...displayClaimService(platform),
});
