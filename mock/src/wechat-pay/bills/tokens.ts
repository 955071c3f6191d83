import { randomHex } from '../../crypto/random';
import { PayRefused } from '../refusal';

const validMs = 5 * 60_000;
const limit = 1_000;

interface Ticket {
  readonly mchid: string;
  readonly file: Buffer;
  readonly isGzip: boolean;
  readonly validUntil: number;
}

/** Download tokens: five minutes, one merchant. Kept in memory, like the real ones they are not worth more. */
export function openBillTokens() {
  const tickets = new Map<string, Ticket>();
  return {
    issue(mchid: string, file: Buffer, isGzip: boolean, at: number): string {
      const [first] = tickets.keys();
      if (tickets.size >= limit && first !== undefined) tickets.delete(first);
      const token = randomHex(64);
      tickets.set(token, { mchid, file, isGzip, validUntil: at + validMs });
      return token;
    },
    /** @throws PayRefused NO_AUTH for another's token, INVALID_REQUEST for one that ran out or never was */
    redeem(token: string, mchid: string, at: number): Ticket {
      const ticket = tickets.get(token);
      if (ticket && ticket.mchid !== mchid) throw new PayRefused('NO_AUTH', '商户号与申请账单时不一致');
      if (!ticket || at > ticket.validUntil)
        throw new PayRefused('INVALID_REQUEST', 'token已失效，请重新申请账单');
      return ticket;
    },
  };
}

export type BillTokens = ReturnType<typeof openBillTokens>;
