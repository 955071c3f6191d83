export interface Sms {
  readonly id: string;
  readonly at: number;
  readonly phone: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Webhook {
  readonly at: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SavedSide {
  readonly sms: Sms[];
  readonly webhooks: Webhook[];
}

const limit = 5_000;
const keepLatest = (list: unknown[]) => {
  if (list.length > 2 * limit) list.splice(0, list.length - limit);
};

/** Messages sent to phones, and what a chain's ERP was told. The latest are kept. */
export function openSideBook(saved: SavedSide = { sms: [], webhooks: [] }) {
  const sms = [...saved.sms];
  const webhooks = [...saved.webhooks];
  return {
    addSms(message: Sms): void {
      sms.push(message);
      keepLatest(sms);
    },
    sms: (phone?: string): readonly Sms[] =>
      phone === undefined ? sms : sms.filter((message) => message.phone === phone),
    addWebhook(webhook: Webhook): void {
      webhooks.push(webhook);
      keepLatest(webhooks);
    },
    webhooks: (): readonly Webhook[] => webhooks,
    saved: (): SavedSide => ({ sms, webhooks }),
  };
}

export type SideBook = ReturnType<typeof openSideBook>;
