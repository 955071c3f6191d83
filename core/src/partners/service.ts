import type { Platform } from '../platform';
import type { Around } from './around';
import { addressDesk } from './address-service';
import { browseDesk } from './browse-service';
import { chainDesk } from './chain-service';
import { licenceDesk } from './licence-service';
import { onboardingDesk } from './onboarding-service';
import { openSessionCache } from './session-cache-service';
import { signInDesk } from './sign-in-service';
import { staffDesk } from './staff-service';
import { suspensionDesk } from './suspension-service';
import { transferDesk } from './transfer-service';

/** All desks of partners. */
export function partnerService(platform: Platform, sessionDays: number, around: Around) {
  const sessions = openSessionCache(platform.coordination);
  return {
    ...signInDesk(platform, sessionDays, sessions),
    ...browseDesk(platform),
    ...addressDesk(platform),
    ...staffDesk(platform, sessions),
    ...onboardingDesk(platform, around),
    ...chainDesk(platform),
    ...licenceDesk(platform),
    ...transferDesk(platform, around),
    ...suspensionDesk(platform, sessions),
  };
}
