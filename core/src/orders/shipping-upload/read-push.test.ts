import { readSettlement } from './read-push';

const push = {
  ToUserName: 'gh_1',
  MsgType: 'event',
  Event: 'trade_manage_order_settlement',
  transaction_id: '4200000001',
};
const read = (more: object) => readSettlement(JSON.stringify({ ...push, ...more }));

it('reads when goods were received and the money was let go', () => {
  expect(read({ confirm_receive_time: 1_763_776_800, settlement_time: '1763863200' })).toEqual({
    transactionId: '4200000001',
    receivedAt: 1_763_776_800_000,
    paidOutAt: 1_763_863_200_000,
  });
});

it('takes a time that is missing, zero or no time for one that has not come', () => {
  const notYet = { transactionId: '4200000001', receivedAt: null, paidOutAt: null };

  expect(read({})).toEqual(notYet);
  expect(read({ confirm_receive_time: 0, settlement_time: '' })).toEqual(notYet);
  expect(read({ confirm_receive_time: -1, settlement_time: '1.5' })).toEqual(notYet);
});

it.each([
  ['about something else', JSON.stringify({ ...push, Event: 'subscribe_msg_popup_event' })],
  ['of no payment', JSON.stringify({ ...push, transaction_id: undefined })],
  ['that is no JSON', '<xml></xml>'],
  ['that is null', 'null'],
])('leaves a push %s alone', (_, body) => {
  expect(readSettlement(body)).toBeNull();
});
