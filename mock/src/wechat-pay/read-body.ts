import type { z } from 'zod';
import { PayRefused, wrongParameter } from './refusal';

type Path = readonly PropertyKey[];
const fieldOf = (path: Path) => `/${path.map(String).join('/')}`;

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}

/** Refuses what WeChat's JSON never holds: `null`, and characters that take four bytes in UTF-8. */
function checkText(value: unknown, path: Path): void {
  if (value === null) throw wrongParameter(fieldOf(path), null, '不允许为null');
  if (typeof value === 'string' && /[\u{10000}-\u{10FFFF}]|\p{Cs}/u.test(value)) {
    throw wrongParameter(fieldOf(path), value, '仅支持1至3字节的UTF-8字符');
  }
  if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) checkText(inner, [...path, key]);
  }
}

/**
 * The body's JSON object.
 * @throws PayRefused PARAM_ERROR
 */
export function parseBody(rawBody: Buffer): object {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch {
    throw new PayRefused('PARAM_ERROR', '请求体不是合法的JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PayRefused('PARAM_ERROR', '请求体应为JSON对象');
  }
  checkText(value, []);
  return value;
}

/**
 * `value` read by `shape`; the first thing wrong is named by its field.
 * @throws PayRefused PARAM_ERROR
 */
export function readBy<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  location: 'body' | 'uri' = 'body',
): z.infer<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (!issue) throw new PayRefused('PARAM_ERROR', '参数错误');
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  throw wrongParameter(fieldOf(path), valueAt(value, path), issue.message, location);
}
