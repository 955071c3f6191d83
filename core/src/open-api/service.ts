import type { Consumer, JobDefinition, Platform } from '../platform';
import { hookConsumer } from './consumer-service';
import type { Courier } from './courier';
import { deliverDesk, type TellPaused } from './deliver-service';
import { keysDesk } from './keys-service';
import { webhooksDesk } from './webhooks-service';

/** 开放接口: the keys of a party's own programs, and what those are told. Without a courier nothing is told. */
export function openApiService(
  platform: Platform,
  courier: Courier | null,
  around: { readonly tellPaused: TellPaused },
) {
  return {
    ...keysDesk(platform),
    ...webhooksDesk(platform, courier),
    consumers: (): readonly Consumer[] => (courier ? [hookConsumer(platform)] : []),
    jobs: (): readonly JobDefinition[] =>
      courier ? deliverDesk(platform, courier, around.tellPaused).deliveryJobs() : [],
  };
}
