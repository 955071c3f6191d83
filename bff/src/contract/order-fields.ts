import { z } from 'zod';
import { Id } from './fields';

export const CommandId = Id.describe('made by the caller; repeating it gets the first answer');
export const expectedRevision = z
  .int()
  .min(1)
  .optional()
  .describe('the version the caller has seen; another one refuses the command');
