import { z } from 'zod';
import { endpoints } from './endpoints';
import { route } from './route';

const SettingView = z.object({
  variable: z.string().describe('the environment variable it comes from'),
  title: z.string(),
  hint: z.string(),
  value: z.string().nullable().describe('null: not set, or a secret'),
  isSet: z.boolean(),
  isUsual: z.boolean().describe('the program would do the same without the variable'),
});

export const systemRoutes = {
  settings: route(endpoints.system.settings, {
    summary: 'What this process was started with; of secrets only whether they are there.',
    access: 'hqOwner',
    input: z.object({}),
    output: z.object({ items: z.array(SettingView) }),
    errors: [],
  }),
};
