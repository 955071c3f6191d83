import { createHash } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'koa-helmet';
import type { Layer } from './context';

const yearSeconds = 365 * 86_400;

/**
 * The page policy: everything from this server, nothing inline but styles.
 * @param scriptHashes of the inline scripts a built page carries, `sha256-…`
 */
export function pagePolicy(scriptHashes: readonly string[] = []): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...scriptHashes.map((hash) => `'${hash}'`)].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    // The shop's icon font comes inside its stylesheet.
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

/** The hashes of the inline scripts of a page, for its policy. */
export function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(
    ([, script = '']) => `sha256-${createHash('sha256').update(script).digest('base64')}`,
  );
}

/**
 * The security headers of every answer, which are the same for all: worked out once. Nothing upgrades to
 * https by itself, for a laptop serves plain http; behind https, browsers are told to stay there.
 */
export function securityHeaderList(
  behindHttps: boolean,
): readonly (readonly [name: string, value: string])[] {
  const set = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: behindHttps ? { maxAge: yearSeconds, includeSubDomains: true } : false,
    // WeChat's page for paying opens only from the registered domain, which it knows by the origin in the Referer.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginOpenerPolicy: behindHttps,
    originAgentCluster: behindHttps,
  });
  const request = new IncomingMessage(new Socket());
  const res = new ServerResponse(request);
  // Helmet writes its headers before it answers, so an answer nobody will see tells all of them.
  void set({ req: request, res, request: { secure: behindHttps } } as never, () => Promise.resolve());
  const told = Object.entries(res.getHeaders()).map(([name, value]) => [name, String(value)] as const);
  return [['content-security-policy', pagePolicy()], ...told];
}

/** Sets the security headers of every answer. */
export function securityHeaders(behindHttps: boolean): Layer {
  const headers = securityHeaderList(behindHttps);
  return ({ res }, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    return next();
  };
}
