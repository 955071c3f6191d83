import { httpSms } from './http-sms';

const aMessage = { phone: '13800138000', template: 'log-in', parameters: { code: '123456' } };

function provider(status: number, body: string) {
  const asked: { address: string; init: RequestInit }[] = [];
  const sms = httpSms({
    url: 'http://127.0.0.1:9001/sms/send',
    key: 'sms-key',
    fetch: (address, init) => {
      asked.push({ address, init });
      return status === 0
        ? Promise.reject(new TypeError('13800138000 sms-key'))
        : Promise.resolve(new Response(body, { status }));
    },
  });
  return { sms, asked };
}

it('hands a message over and gets its id', async () => {
  const { sms, asked } = provider(200, '{"id":"m1"}');

  expect(await sms.send(aMessage)).toEqual({ kind: 'done', value: { id: 'm1' } });
  expect(asked[0]?.address).toBe('http://127.0.0.1:9001/sms/send');
  expect(new Headers(asked[0]?.init.headers).get('authorization')).toBe('Bearer sms-key');
  expect(JSON.parse(String(asked[0]?.init.body))).toEqual(aMessage);
});

it('is told why a message is not taken', async () => {
  const { sms } = provider(400, '{"code":"PARAM_ERROR","message":"phone"}');

  expect(await sms.send(aMessage)).toEqual({ kind: 'refused', code: 'PARAM_ERROR', message: 'phone' });
});

it.each([
  [0, ''],
  [200, '<html>'],
  [500, '{"code":"BROKEN"}'],
  [403, '<html>'],
])('does not know whether it was sent after %s %s, and names neither phone nor key', async (status, body) => {
  const { sms } = provider(status, body);

  const outcome = await sms.send(aMessage);

  expect(outcome.kind).toBe('unknown');
  expect(JSON.stringify(outcome)).not.toMatch(/13800138000|sms-key/);
});
