export type { ConsentAnswer, ConsentInput } from './consent-service';
export { checkTemplates, type Template, type Templates } from './fill-template';
export { type InboxQuery, messageKeptDays } from './inbox-service';
export type { Message, MessageConsent, MessageKind, MessageSend, SaleReminder, SendState } from './model';
export type { Postman } from './postman';
export type { RemindInput } from './reminder-service';
export type { SendQuery, SendSeen } from './send-service';
export { messageService } from './service';
export { messageTables } from './tables';
