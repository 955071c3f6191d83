import type { z } from 'zod';
import { type FieldError, RefusedRequest } from './problems';

const units: Readonly<Record<string, string>> = { string: '个字符', array: '项', set: '项', file: '字节' };
const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '对象',
  record: '对象',
  date: '日期',
};
const formats: Readonly<Record<string, string>> = {
  datetime: '应为 ISO 8601 时间',
  date: '应为日期',
  email: '应为邮箱地址',
  url: '应为网址',
};
/** Past this many the reader learns nothing new. */
const maximumErrors = 50;

type Issue = z.core.$ZodRawIssue;

function tooSmall({ minimum, origin, inclusive, exact }: Issue & { code: 'too_small' }): string {
  const unit = units[origin];
  if (unit && minimum === 1) return origin === 'string' ? '不能为空' : '至少要有 1 项';
  if (unit) return exact ? `必须是 ${minimum} ${unit}` : `至少 ${minimum} ${unit}`;
  return inclusive === false ? `必须大于 ${minimum}` : `不能小于 ${minimum}`;
}

function tooBig({ maximum, origin, inclusive, exact }: Issue & { code: 'too_big' }): string {
  const unit = units[origin];
  if (unit) return exact ? `必须是 ${maximum} ${unit}` : `最多 ${maximum} ${unit}`;
  return inclusive === false ? `必须小于 ${maximum}` : `不能大于 ${maximum}`;
}

/** A validation issue as a Chinese sentence. */
function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return '必填';
      return `应为${kinds[issue.expected] ?? '其他类型'}`;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return formats[issue.format] ?? '格式不正确';
    case 'invalid_value':
      if (issue.input === undefined) return '必填';
      return `只能是：${issue.values.map(String).join('、')}`;
    case 'not_multiple_of':
      return `必须是 ${issue.divisor} 的倍数`;
    case 'unrecognized_keys':
      return `不认识的字段：${issue.keys.join('、')}`;
    default:
      return '不符合要求';
  }
}

/** The path of a field as people write it: `lines[0].quantity`. */
function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`;
    return before ? `${before}.${String(part)}` : String(part);
  }, '');
}

/** Every issue of a failed parse, as far as a reader can use them. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues
    .slice(0, maximumErrors)
    .map(({ path, message }) => ({ path: fieldPath(path), message }));
}

/**
 * The input as the schema reads it: defaults filled in, unknown fields left out.
 * @throws request.invalid with a Chinese sentence per field
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { error: sentenceOf });
  if (!parsed.success) throw new RefusedRequest('request.invalid', { errors: fieldErrors(parsed.error) });
  return parsed.data;
}
