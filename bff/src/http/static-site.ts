import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { types } from 'node:util';
import { send } from '@koa/send';
import { Refused } from '@tongpan/core';
import type { Layer, RequestContext } from './context';
import { answerNoPage, answerNotBuilt } from './pages';
import { inlineScriptHashes, pagePolicy } from './security-headers';

export interface StaticSite {
  /** Ends without a slash; '' is the whole server. */
  readonly mount: string;
  readonly root: string;
  /** What people call this front. */
  readonly title: string;
}

const yearMs = 365 * 86_400_000;

/** Names that a build made out of the content: they never change what they mean. */
const hashedNames = [/\.[0-9a-f]{8,32}\.\w+$/, /\/assets\/[^/]+-[0-9A-Za-z_-]{8}\.\w+$/];
const isHashed = (file: string) => hashedNames.some((pattern) => pattern.test(file.replaceAll('\\', '/')));

const isNavigation = (ctx: RequestContext) => /\btext\/html\b/.test(ctx.get('Accept'));

/** Sends a file below `root`; false when there is none, or when it is none of the asker's business. */
async function sendFile(ctx: RequestContext, root: string, file: string, index: string | false) {
  try {
    const sent = await send(ctx, file, {
      root,
      index,
      setHeaders: (res, sentFile, { size, mtimeMs }) => {
        res.setHeader('ETag', `W/"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`);
        const cache = isHashed(sentFile.replace(/\.(br|gz)$/, ''))
          ? `public, max-age=${yearMs / 1000}, immutable`
          : 'no-cache';
        res.setHeader('Cache-Control', cache);
      },
    });
    if (sent === undefined) return false;
    ctx.status = 200;
    if (ctx.fresh) ctx.status = 304;
    return true;
  } catch (error) {
    const status = types.isNativeError(error) && 'status' in error ? error.status : undefined;
    if (status === 400 || status === 403 || status === 404) return false;
    throw error;
  }
}

/** The policies of built pages, read once for every change of the file. */
function policyReader() {
  const known = new Map<string, { readonly mtimeMs: number; readonly policy: string }>();
  return async (file: string) => {
    const { mtimeMs } = await stat(file);
    const before = known.get(file);
    if (before?.mtimeMs === mtimeMs) return before.policy;
    const policy = pagePolicy(inlineScriptHashes(await readFile(file, 'utf8')));
    known.set(file, { mtimeMs, policy });
    return policy;
  };
}

const missing = (error: unknown) => {
  if (types.isNativeError(error) && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
};

/**
 * Serves a built front: its files, and its index page for every address a person may open. Hashed files
 * may be kept for a year; everything else is asked for again with its ETag.
 */
export function staticSite({ mount, root, title }: StaticSite): Layer {
  const index = path.join(root, 'index.html');
  const policyOf = policyReader();

  const sendIndex = async (ctx: RequestContext) => {
    const policy = await policyOf(index).catch(missing);
    if (policy === undefined) return answerNotBuilt(ctx, title);
    ctx.set('Content-Security-Policy', policy);
    await sendFile(ctx, root, '/index.html', false);
  };

  return async (ctx, next) => {
    const isMine = ctx.path === mount || ctx.path.startsWith(`${mount}/`);
    if (!isMine || (ctx.method !== 'GET' && ctx.method !== 'HEAD')) return next();
    ctx.state.route = `${mount}/*`;
    const file = ctx.path.slice(mount.length);
    if (file === '') return ctx.redirect(`${mount}/`);
    if (file === '/' || file === '/index.html') return sendIndex(ctx);
    if (await sendFile(ctx, root, file, false)) return;
    if (!isNavigation(ctx)) throw new Refused('route.unknown');
    if (path.posix.extname(file)) return answerNoPage(ctx, `${mount}/`);
    return sendIndex(ctx);
  };
}
