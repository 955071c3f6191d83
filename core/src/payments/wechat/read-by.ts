import type { z } from 'zod';
import type { Answer } from '../../platform/wechat/fetch-answer';
import { parseJson } from '../../platform/wechat/parse-json';

/** What an answer says in a shape of ours; undefined when it does not fit. */
export function readBy<Schema extends z.ZodType>(
  schema: Schema,
  { body }: Answer,
): z.infer<Schema> | undefined {
  const parsed = schema.safeParse(parseJson(body));
  return parsed.success ? parsed.data : undefined;
}
