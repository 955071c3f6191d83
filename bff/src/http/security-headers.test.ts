import { aServer, closeServers } from './testing';
import { inlineScriptHashes, pagePolicy } from './security-headers';

afterEach(closeServers);

it('sets the headers of every answer, refusals included', async () => {
  const { send } = await aServer();

  for (const path of ['/api/v1/things', '/api/v1/nothing', '/healthz', '/nothing']) {
    const { headers } = await send(path);

    expect(headers['content-security-policy']).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
        "connect-src 'self'; frame-ancestors 'none'; object-src 'none'; base-uri 'self'; form-action 'self'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

it('keeps browsers on https only where https is', async () => {
  const { send } = await aServer({ settings: { behindHttps: true } });

  expect((await send('/healthz')).headers['strict-transport-security']).toMatch(/^max-age=\d+/);
});

it('allows the inline scripts of a built page by their hash', () => {
  const html =
    '<script src="/a.js"></script><script>alert(1)</script><script type="module" src="b.js"></script>';

  const hashes = inlineScriptHashes(html);

  expect(hashes).toEqual(['sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=']);
  expect(pagePolicy(hashes)).toContain(`script-src 'self' '${hashes[0]}';`);
});
