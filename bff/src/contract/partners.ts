import { directoryRoutes, addressRoutes } from './partner-directory';
import { onboardingRoutes } from './partner-onboarding';
import { staffRoutes } from './partner-staff';
import { transferRoutes, suspensionRoutes } from './partner-standing';

export * from './partner-views';

export const partnerRoutes = {
  ...directoryRoutes,
  ...addressRoutes,
  ...onboardingRoutes,
  ...staffRoutes,
  ...transferRoutes,
  ...suspensionRoutes,
};
