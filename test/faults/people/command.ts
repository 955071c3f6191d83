import type { Client } from '@tongpan/bff';
import type { Command, CommandKind, OrderAnswer } from './ledger';
import type { Person } from './person';

/** What a command may be refused with because somebody else was faster. */
const expected = new Set([
  'orders.stateForbids',
  'orders.overShipped',
  'orders.notYourHold',
  'orders.creditStopped',
]);

/** Gives a command on an order under an id of its own, writes down how it ended, and answers the order. */
export async function commandAt(
  person: Person,
  kind: CommandKind,
  orderId: string,
  call: (client: Client, commandId: string) => Promise<OrderAnswer>,
  shipmentId = '',
): Promise<{ readonly answer: OrderAnswer; readonly commandId: string } | null> {
  const { ledger, visitors, luck, login, newId } = person;
  const commandId = newId();
  const command: Command = {
    kind,
    commandId,
    orderId,
    shipmentId: kind === 'ship' ? commandId : shipmentId,
    heard: 'open',
    isUnsure: false,
  };
  ledger.commands.set(commandId, command);
  const { outcome, unanswered } = await visitors.say(login, luck, {
    what: `${kind} ${orderId} (${commandId})`,
    givesUp: true,
    call: (client) => call(client, commandId),
    promise: ({ number }) => number,
  });
  if (outcome.kind === 'open') return null;
  if (outcome.kind === 'answered') {
    command.heard = 'answered';
    return { answer: outcome.answer, commandId };
  }
  command.heard = 'refused';
  command.isUnsure = unanswered > 0;
  if (!expected.has(outcome.code)) ledger.wrongs.push(`${kind} ${orderId} was refused: ${outcome.code}`);
  return null;
}
