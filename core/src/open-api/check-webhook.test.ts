import { checkWebhookUrl } from './check-webhook';

it.each([
  ['https://erp.example.com/hooks', false, null],
  ['https://erp.example.com:8443/hooks?site=1', false, null],
  ['http://erp.example.com/hooks', true, 'urlNotHttps'],
  ['http://127.0.0.1:9000/hooks', true, null],
  ['http://127.0.0.1:9000/hooks', false, 'urlNotHttps'],
  ['https://me:secret@erp.example.com/', false, 'urlWrong'],
  ['ftp://erp.example.com/', false, 'urlWrong'],
  ['erp.example.com', false, 'urlWrong'],
])('finds with %s (on this machine allowed: %s) %s', (url, allowsLoopback, fault) => {
  expect(checkWebhookUrl(url, allowsLoopback)).toBe(fault);
});
