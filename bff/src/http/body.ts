import { types } from 'node:util';
import getRawBody from 'raw-body';
import type { RequestContext } from './context';
import { RefusedRequest } from './problems';

/** Deeper than any document of ours; a deeper one is an attack on whoever walks it. */
const maximumDepth = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true });

async function rawBodyOf(ctx: RequestContext, maximumBytes: number): Promise<Buffer> {
  try {
    return await getRawBody(ctx.req, { length: ctx.req.headers['content-length'], limit: maximumBytes });
  } catch (error) {
    // What is left of the body is not read, so the connection cannot carry another request.
    ctx.set('Connection', 'close');
    if (types.isNativeError(error) && 'type' in error && error.type === 'entity.too.large') {
      throw new RefusedRequest('request.tooLarge', { detail: `最多 ${maximumBytes} 字节` });
    }
    throw new RefusedRequest('request.malformed', { detail: '请求内容不完整' });
  }
}

function checkHeaders(ctx: RequestContext): void {
  const encoding = ctx.get('Content-Encoding');
  if (encoding && encoding !== 'identity') {
    throw new RefusedRequest('request.notJson', { detail: '不支持压缩过的请求内容' });
  }
  const [type = '', ...parameters] = ctx.get('Content-Type').toLowerCase().split(';');
  if (type.trim() !== 'application/json') throw new RefusedRequest('request.notJson');
  const charset = parameters.map((parameter) => parameter.trim()).find((it) => it.startsWith('charset='));
  if (charset && !/^charset="?utf-?8"?$/.test(charset)) {
    throw new RefusedRequest('request.notJson', { detail: '只支持 UTF-8 编码' });
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new RefusedRequest('request.malformed', { detail: '不是有效的 JSON' });
  }
}

/** Refuses what is nested too deep and keys that would reach an object's prototype. */
function checkShape(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > maximumDepth) throw new RefusedRequest('request.malformed', { detail: '嵌套层数过多' });
  if (Object.hasOwn(value, '__proto__')) {
    throw new RefusedRequest('request.malformed', { detail: '含有不允许的字段名' });
  }
  for (const inner of Object.values(value)) checkShape(inner, depth + 1);
}

/**
 * Reads the request's JSON object; no body at all is an empty object. The bytes stay in `state.rawBody`.
 * @throws request.tooLarge, request.notJson, request.malformed
 */
export async function readJsonBody(ctx: RequestContext, maximumBytes: number): Promise<object> {
  const bytes = await rawBodyOf(ctx, maximumBytes);
  ctx.state.rawBody = bytes;
  if (bytes.length === 0) return {};
  checkHeaders(ctx);
  const body = parse(bytes);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new RefusedRequest('request.malformed', { detail: '请求内容必须是一个 JSON 对象' });
  }
  checkShape(body, 1);
  return body;
}
