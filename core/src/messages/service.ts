import type { Instant, JobDefinition, Platform, Tx } from '../platform';
import { consentService } from './consent-service';
import { messageConsumer } from './consumers-service';
import { inboxService } from './inbox-service';
import type { Postman } from './postman';
import { reminderService } from './reminder-service';
import { sendService } from './send-service';
import { tellParty } from './tell-service';

/** 消息: what people are told, here and in WeChat. Without a postman it stays here. */
export function messageService(platform: Platform, postman: Postman | null) {
  const { newId, jobs } = platform;
  const parts = { newId, jobs, postman };
  const inbox = inboxService(platform);
  const reminders = reminderService(platform, parts);
  const sends = sendService(platform, postman);
  return {
    ...inbox,
    ...consentService(platform, postman),
    ...reminders,
    ...sends,
    consumer: () => messageConsumer(parts),
    /** Tells the owners of a webhook that it stands still because nothing arrived for days. */
    tellWebhookPaused: (
      tx: Tx,
      event: { readonly eventId: string; readonly at: Instant },
      webhook: { readonly id: string; readonly name: string; readonly partyId: string },
    ): Promise<void> =>
      tellParty(
        tx,
        parts,
        event,
        { partyId: webhook.partyId, roles: [] },
        { kind: 'webhookPaused', webhookId: webhook.id, name: webhook.name },
      ),
    jobs: (): readonly JobDefinition[] => [inbox.purgeJob(), reminders.remindJob(), ...sends.sendJobs()],
  };
}
