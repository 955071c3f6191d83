import { createHash } from 'node:crypto';
import { send } from '@koa/send';
import { Refused } from '@tongpan/core';
import type { Layer, RequestContext } from './context';
import type { OpenApiDocument } from './openapi';

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口文档 · 通盘</title>
<link rel="icon" href="favicon-32x32.png">
<link rel="stylesheet" href="swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="swagger-ui-bundle.js"></script>
<script src="start.js"></script>
</body>
</html>
`;

// The page's policy allows no inline script, so this is a file of its own.
const start = `window.ui = SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  requestInterceptor: (request) => {
    request.headers['X-Tongpan-Channel'] = 'api';
    return request;
  },
});
`;

const swaggerFiles = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);
const written: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  '': { type: 'text/html; charset=utf-8', body: page },
  'start.js': { type: 'text/javascript; charset=utf-8', body: start },
};

function answerText(ctx: RequestContext, type: string, body: string): void {
  ctx.set('Cache-Control', 'no-cache');
  ctx.etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  ctx.type = type;
  ctx.body = body;
  if (ctx.fresh) ctx.status = 304;
}

/**
 * Serves `/api/openapi.json` and the page that shows it, `/api/docs/`.
 * @param swaggerRoot the folder of swagger-ui-dist
 */
export function apiDocs(document: OpenApiDocument, swaggerRoot: string): Layer {
  const json = JSON.stringify(document);
  return async (ctx, next) => {
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    if (ctx.path === '/api/openapi.json') {
      ctx.state.route = ctx.path;
      return answerText(ctx, 'application/json; charset=utf-8', json);
    }
    if (!/^\/api\/docs(\/|$)/.test(ctx.path)) return next();
    ctx.state.route = '/api/docs/*';
    if (ctx.path === '/api/docs') return ctx.redirect('/api/docs/');
    const file = ctx.path.slice('/api/docs/'.length);
    const text = written[file];
    if (text) return answerText(ctx, text.type, text.body);
    if (!swaggerFiles.has(file)) throw new Refused('route.unknown');
    ctx.set('Cache-Control', 'public, max-age=3600');
    await send(ctx, file, { root: swaggerRoot });
  };
}
