import { afterSend } from './after-send';

const at = 1_000_000;
const hour = 3_600_000;
const send = { tries: 1, endsAt: at + 24 * hour };
const refused = (code: string) => ({ kind: 'refused', code, message: '' }) as const;

it.each([
  ['is sent', { kind: 'done', value: null } as const, { state: 'sent', code: '' }],
  [
    'finds no consent, and there is none left',
    refused('43101'),
    { state: 'unwanted', code: '43101', emptiesStock: true },
  ],
  ['goes to nobody WeChat knows', refused('40003'), { state: 'failed', code: '40003' }],
  ['has a template WeChat does not know', refused('40037'), { state: 'failed', code: '40037' }],
  ['has a value WeChat does not take', refused('47003'), { state: 'failed', code: '47003' }],
  ['leads to no page', refused('41030'), { state: 'failed', code: '41030' }],
  ['meets a bad token', refused('40001'), { state: 'waiting', code: '40001', againAt: at + 5_000 }],
  ['meets too many others', refused('45011'), { state: 'waiting', code: '45011', againAt: at + 5_000 }],
  ['finds the quota used', refused('45009'), { state: 'waiting', code: '45009', againAt: at + hour }],
  [
    'finds WeChat busy',
    { kind: 'unknown', why: 'busy', mayRepeat: true } as const,
    { state: 'waiting', code: 'silent', againAt: at + 5_000 },
  ],
  [
    'may have arrived: it is not sent twice',
    { kind: 'unknown', why: 'TimeoutError' } as const,
    { state: 'unknown', code: 'silent' },
  ],
])('decides about a message that %s', (_, outcome, wanted) => {
  expect(afterSend(outcome, send, at)).toEqual(wanted);
});

it('waits longer from try to try, and gives up when it is no news any more', () => {
  const busy = { kind: 'unknown', why: 'busy', mayRepeat: true } as const;
  const waits = [1, 2, 3, 4, 5, 6, 20].map((tries) => {
    const next = afterSend(busy, { ...send, tries }, at);
    return next.state === 'waiting' ? next.againAt - at : null;
  });

  expect(waits).toEqual([5_000, 30_000, 120_000, 600_000, 1_800_000, hour, hour]);
  expect(afterSend(busy, { tries: 30, endsAt: at + hour }, at)).toEqual({ state: 'failed', code: 'silent' });
});
