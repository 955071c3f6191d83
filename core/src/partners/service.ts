import type { Platform } from '../platform';
import type { Around } from './around';
import { addressDesk } from './address-service';
import { browseDesk } from './browse-service';
import { chainDesk } from './chain-service';
import { licencePhotoDesk } from './licence-photos-service';
import { licenceDesk } from './licence-service';
import { onboardingDesk } from './onboarding-service';
import { logInCodeDesk } from './log-in-code-service';
import { ownPhoneDesk } from './own-phone-service';
import { phoneCodes } from './phone-code-service';
import { openSessionCache } from './session-cache-service';
import type { SignInDoors } from './sign-in-doors';
import { signInDesk } from './sign-in-service';
import { staffDesk } from './staff-service';
import { suspensionDesk } from './suspension-service';
import { transferDesk } from './transfer-service';
import { vouchDesk } from './vouch-service';
import { wechatBindingDesk } from './wechat-binding-service';
import { wechatRebindingDesk } from './wechat-rebinding-service';

/** All desks of partners. */
export function partnerService(
  platform: Platform,
  sessionDays: number,
  around: Around,
  doors: SignInDoors | null = null,
) {
  const sessions = openSessionCache(platform.coordination);
  const codes = phoneCodes(platform, doors?.sms ?? null);
  return {
    ...signInDesk(platform, sessionDays, sessions),
    ...wechatBindingDesk(platform, sessionDays, doors?.wechat ?? null, around),
    ...wechatRebindingDesk(platform, sessions, around),
    ...logInCodeDesk(platform, sessionDays, codes),
    ...ownPhoneDesk(platform, codes, sessions),
    ...vouchDesk(platform),
    ...browseDesk(platform),
    ...addressDesk(platform),
    ...staffDesk(platform, sessions),
    ...onboardingDesk(platform, around, codes),
    ...chainDesk(platform),
    ...licenceDesk(platform),
    ...licencePhotoDesk(platform),
    ...transferDesk(platform, around),
    ...suspensionDesk(platform, sessions),
  };
}
