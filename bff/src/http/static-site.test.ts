import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type RunningServer, aServer, closeServers } from './testing';

let folder = '';
let server: RunningServer;

const page = '<!doctype html><script>var rem = 1;</script><div id="app"></div>';
const bigScript = `window.words = '${'word '.repeat(1_000)}';`;
const html = { Accept: 'text/html,application/xhtml+xml' };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'static-site-'));
  const h5 = path.join(folder, 'h5');
  await mkdir(path.join(h5, 'js'), { recursive: true });
  await mkdir(path.join(folder, 'admin/assets'), { recursive: true });
  await Promise.all([
    writeFile(path.join(folder, 'secret.txt'), 'classified'),
    writeFile(path.join(folder, 'h5-other.txt'), 'classified'),
    writeFile(path.join(h5, '.env'), 'classified'),
    writeFile(path.join(h5, 'index.html'), page),
    writeFile(path.join(h5, 'robots.txt'), 'User-agent: *'),
    writeFile(path.join(h5, 'js/app.0a1b2c3d.js'), bigScript),
    writeFile(path.join(h5, 'js/some-long-name.js'), 'let small;'),
    writeFile(path.join(folder, 'admin/index.html'), '<!doctype html>admin'),
    writeFile(path.join(folder, 'admin/assets/index-Dk3_a-9Z.css'), 'body{}'),
  ]);
});

beforeEach(async () => {
  server = await aServer({
    sites: [
      { mount: '/admin', root: path.join(folder, 'admin'), title: '管理后台' },
      { mount: '/gone', root: path.join(folder, 'gone'), title: '收银台' },
      { mount: '', root: path.join(folder, 'h5'), title: '订货端' },
    ],
  });
});
afterEach(closeServers);
afterAll(() => rm(folder, { recursive: true }));

const get = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  server.send(address, { token: null, headers, method });

it('serves the index page for every address a person may open, to be asked for again each time', async () => {
  for (const address of ['/', '/index.html', '/orders/123', '/pages/home/index?x=1.js']) {
    const { status, text, headers } = await get(address, html);

    expect([address, status, text]).toEqual([address, 200, page]);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-type']).toContain('text/html');
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+';/);
  }
  expect((await get('/admin/orders', html)).text).toBe('<!doctype html>admin');
});

it('sends who forgets the slash of a front on', async () => {
  const { status, headers } = await get('/admin', html);

  expect([status, headers.location]).toEqual([302, '/admin/']);
});

it('lets hashed files be kept for a year and asks again for the rest', async () => {
  const cacheOf = async (address: string) => (await get(address)).headers['cache-control'];

  expect(await cacheOf('/js/app.0a1b2c3d.js')).toBe('public, max-age=31536000, immutable');
  expect(await cacheOf('/admin/assets/index-Dk3_a-9Z.css')).toBe('public, max-age=31536000, immutable');
  expect(await cacheOf('/js/some-long-name.js')).toBe('no-cache');
  expect(await cacheOf('/robots.txt')).toBe('no-cache');
});

it('answers 304 when nothing has changed', async () => {
  const first = await get('/robots.txt');

  const byTag = await get('/robots.txt', { 'If-None-Match': String(first.headers.etag) });
  const byTime = await get('/robots.txt', { 'If-Modified-Since': String(first.headers['last-modified']) });
  const index = await get('/', { ...html, 'If-None-Match': String((await get('/', html)).headers.etag) });

  expect([byTag.status, byTag.text]).toEqual([304, '']);
  expect([byTime.status, index.status]).toEqual([304, 304]);
});

it('answers HEAD with the headers alone', async () => {
  const { status, headers, text } = await get('/js/app.0a1b2c3d.js', {}, 'HEAD');

  expect([status, text]).toEqual([200, '']);
  expect(Number(headers['content-length'])).toBe(bigScript.length);
});

it('compresses what is worth it', async () => {
  const brotli = await get('/js/app.0a1b2c3d.js', { 'Accept-Encoding': 'gzip, br' });
  const gzip = await get('/js/app.0a1b2c3d.js', { 'Accept-Encoding': 'gzip' });
  const small = await get('/js/some-long-name.js', { 'Accept-Encoding': 'gzip, br' });

  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(brotli.bytes).toString()).toBe(bigScript);
  expect(brotli.headers.vary).toContain('Accept-Encoding');
  expect(gunzipSync(gzip.bytes).toString()).toBe(bigScript);
  expect(small.headers['content-encoding']).toBeUndefined();
});

it('has no page for a file that is not there', async () => {
  const browser = await get('/missing.html', html);
  const script = await get('/js/missing.js', { Accept: '*/*' });
  const program = await get('/orders/123', { Accept: 'application/json' });

  expect(browser.status).toBe(404);
  expect(browser.text).toContain('页面不存在');
  expect([script.status, script.json.code]).toEqual([404, 'route.unknown']);
  expect([program.status, program.json.code]).toEqual([404, 'route.unknown']);
});

it('says so when a front was never built', async () => {
  const { status, text } = await get('/gone/', html);

  expect(status).toBe(404);
  expect(text).toContain('收银台尚未构建');
});

it.each([
  '/../secret.txt',
  '/js/../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/js/..%2f..%2fh5-other.txt',
  '/../h5-other.txt',
  '//etc/passwd',
  '/%2fetc/passwd',
  '/.env',
  '/admin/../../secret.txt',
  '/robots.txt%00.js',
  '/%',
])('gives nothing away for %s', async (address) => {
  const plain = await get(address);
  const browser = await get(address, html);

  expect([plain.status, plain.json.code]).toEqual([404, 'route.unknown']);
  expect(plain.text + browser.text).not.toMatch(/classified|root:x/);
  expect([200, 404]).toContain(browser.status);
});

it('takes nothing but questions', async () => {
  expect((await get('/robots.txt', {}, 'DELETE')).status).toBe(404);
});
