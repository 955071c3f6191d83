import type { JobDefinition, Platform } from '../platform';
import { consentService } from './consent-service';
import { messageConsumer } from './consumers-service';
import { inboxService } from './inbox-service';
import type { Postman } from './postman';
import { reminderService } from './reminder-service';
import { sendService } from './send-service';

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
    jobs: (): readonly JobDefinition[] => [inbox.purgeJob(), reminders.remindJob(), ...sends.sendJobs()],
  };
}
