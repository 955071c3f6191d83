import { readSettings } from './settings';
import { showSettings } from './show-settings';

const shownOf = (env: Readonly<Record<string, string>>) =>
  new Map(showSettings(readSettings(env)).map((setting) => [setting.variable, setting]));

it('shows what was chosen, and that it was', () => {
  const shown = shownOf({ SESSION_DAYS: '7', ROLES: 'web', DEMO: 'off' });

  expect(shown.get('SESSION_DAYS')).toMatchObject({ value: '7', isUsual: false, isSet: true });
  expect(shown.get('ROLES')).toMatchObject({ value: 'web', isUsual: false });
  expect(shown.get('DEMO')).toMatchObject({ value: 'off', isUsual: false });
  expect(shown.get('PORT')).toMatchObject({ value: '8080', isUsual: true });
});

it('tells of a secret only whether it is there', () => {
  const secrets = {
    DATABASE_URL: 'mysql://root:hidden-word@db/tongpan',
    REDIS_URL: 'redis://:hidden-word@cache:6379',
    METRICS_TOKEN: 'hidden-word-hidden-word',
    WECHAT_CONFIG: '/etc/hidden-word.json',
  };

  const shown = [...shownOf(secrets).values()];

  expect(JSON.stringify(shown)).not.toContain('hidden-word');
  expect(shown.filter(({ isSet, value }) => isSet && value === null).map(({ variable }) => variable)).toEqual(
    ['DATABASE_URL', 'REDIS_URL', 'METRICS_TOKEN', 'WECHAT_CONFIG'],
  );
});

it('says of what nobody set that it is not', () => {
  expect(shownOf({}).get('DATABASE_URL')).toMatchObject({ isSet: false, value: null, isUsual: true });
});
