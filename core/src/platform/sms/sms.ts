import type { Outcome } from '../wechat/outcome';

export interface TextMessage {
  /** Eleven digits. */
  readonly phone: string;
  /** The name the provider knows the text by. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The port to whoever sends text messages. */
export interface SmsSender {
  /** Done: taken over by the provider, under its id. What is unknown may have been sent. */
  send(message: TextMessage): Promise<Outcome<{ readonly id: string }>>;
}
