import type { Outcome } from '../platform';
import type { Templates } from './fill-template';

/** What sending messages to people's WeChat needs from outside. */
export interface Postman {
  readonly templates: Templates;
  /** Who is at the device, by the code the mini-program was given; good once. */
  openidOf(code: string): Promise<Outcome<string>>;
  /** Uses up one consent; refused with 43101 where there is none. */
  send(message: {
    readonly openid: string;
    readonly templateId: string;
    readonly page: string;
    readonly values: Readonly<Record<string, string>>;
  }): Promise<Outcome<null>>;
}
