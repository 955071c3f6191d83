import { readSettings, type Settings, variableOf } from './settings';

/** A setting as people may see it who look after the house. */
export interface ShownSetting {
  readonly name: keyof Settings;
  /** The environment variable it comes from. */
  readonly variable: string;
  /** As it is; null when it is a secret, or when nothing is set. */
  readonly value: string | null;
  readonly isSet: boolean;
  /** Nobody chose it: the program would do the same without the variable. */
  readonly isUsual: boolean;
}

/** What holds a password or leads to one: whoever sees a screen learns only whether it is there. */
const secrets: ReadonlySet<keyof Settings> = new Set([
  'databaseUrl',
  'redisUrl',
  'metricsToken',
  'wechatConfig',
]);

const wordsOf = (value: Settings[keyof Settings]) =>
  Array.isArray(value)
    ? value.join(',')
    : typeof value === 'boolean'
      ? value
        ? 'on'
        : 'off'
      : String(value);

/** Every setting the program was started with; of secrets whether they are there. */
export function showSettings(settings: Settings): readonly ShownSetting[] {
  const usual = readSettings({});
  return (Object.keys(usual) as (keyof Settings)[]).map((name) => {
    const value = settings[name];
    const isSet = value !== null && value !== '';
    return {
      name,
      variable: variableOf(name),
      value: isSet && !secrets.has(name) ? wordsOf(value) : null,
      isSet,
      isUsual: JSON.stringify(value) === JSON.stringify(usual[name]),
    };
  });
}
