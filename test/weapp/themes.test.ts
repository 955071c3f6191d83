import { builtFiles, builtText, readThemes } from './built-bundle';

const themes = readThemes();
const settings: { readonly darkmode?: boolean } = JSON.parse(builtText('app.json'));

describe('the mini-program by day and by night', () => {
  it('follows WeChat', () => {
    expect(settings.darkmode).toBe(true);
  });

  it('says what every name in its settings stands for, by day and by night', () => {
    const names = [...builtText('app.json').matchAll(/"@(\w+)"/g)].map(([, name = '']) => name);

    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(themes.light)).toEqual(expect.arrayContaining(names));
    expect(Object.keys(themes.dark)).toEqual(expect.arrayContaining(names));
  });

  it('paints its pages with other colours by night', () => {
    const sheets = builtFiles().filter((name) => /^[^/]*\.wxss$/.test(name));
    const style = sheets.map(builtText).join('\n');
    const [, day = ''] = /page\s*\{([^}]*--ground[^}]*)\}/.exec(style) ?? [];
    const [, night = ''] =
      /@media \(prefers-color-scheme:\s*dark\)\s*\{\s*page\s*\{([^}]*)\}/.exec(style) ?? [];
    const groundOf = (colours: string) => /--ground:\s*(#[\da-f]+)/.exec(colours)?.[1];

    expect(groundOf(day)).toBe(themes.light.ground);
    expect(groundOf(night)).toBe(themes.dark.ground);
  });
});
