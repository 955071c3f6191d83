export type { HookOutcome } from './after-delivery';
export type { Courier, HookLetter } from './courier';
export { deliveryKeptDays } from './deliver-service';
export { hookTypes } from './hooks-of';
export { keyStandingOf } from './key-standing';
export { isKeyToken, type KeyCaller, liveKeysAtMost } from './keys-service';
export {
  type ApiKey,
  type ApiKeyStanding,
  type HookDelivery,
  type HookType,
  type SeenApiKey,
  testHook,
  type Webhook,
} from './model';
export { type ApiScope, apiScopes, scopesFor } from './scopes';
export { openApiService } from './service';
export { openApiTables } from './tables';
export { type SeenWebhook, webhooksAtMost } from './webhooks-service';
