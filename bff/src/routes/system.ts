import { type Settings, showSettings } from '@tongpan/core';
import type { HandlersOf } from '../http/handlers';
import { settingWords } from './setting-words';

export const systemHandlers = (settings: Settings): HandlersOf<'system'> => ({
  settings: () =>
    Promise.resolve({
      items: showSettings(settings).map(({ name, ...setting }) => ({ ...setting, ...settingWords[name] })),
    }),
});
