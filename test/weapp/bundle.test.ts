import { existsSync } from 'node:fs';
import path from 'node:path';
import { builtFiles, builtFolder, builtText, readApp, readThemes } from './built-bundle';

const app = readApp();
const files = builtFiles();
const scripts = files.filter((name) => name.endsWith('.js'));
const isText = (name: string) => /\.(?:js|json|wxml|wxss|wxs)$/.test(name);

/** How webpack finds the global object: WeChat refuses the string, and webpack catches that. */
const webpackGlobal = /try\s*\{\s*return this\s*\|\|\s*new Function\("return this"\)\(\)\s*\}\s*catch/g;

/**
 * Addresses that are never called: the namespace of SVG, where React explains its errors, and what
 * Taro's router takes for the base of relative addresses.
 */
const namesOnly = new Set(['www.w3.org', 'reactjs.org', 'react.dev', 'taro.com']);

const found = (names: readonly string[], wanted: RegExp) =>
  names.flatMap((name) => [...builtText(name).matchAll(wanted)].map(([text]) => `${name}: ${text}`));

describe('the bundle of the mini-program', () => {
  it('has every page that app.json lists, and lists every page it has', () => {
    const parts = ['js', 'json', 'wxml'];
    const missing = app.pages
      .flatMap((page) => parts.map((part) => `${page}.${part}`))
      .filter((name) => !files.includes(name));
    const built = files
      .filter((name) => /^pages\/.*\.wxml$/.test(name))
      .map((name) => name.slice(0, -'.wxml'.length));

    expect(missing).toEqual([]);
    expect(built.sort()).toEqual([...app.pages].sort());
  });

  it('keeps the tabs in the main package, with their icons', () => {
    const { light, dark } = readThemes();
    const icons = app.tabs
      .flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
      .flatMap((icon) => [light, dark].map((theme) => theme[icon.slice(1)] ?? icon));

    expect(app.tabs.length).toBeGreaterThanOrEqual(2);
    expect(app.mainPages).toEqual(expect.arrayContaining(app.tabs.map(({ pagePath }) => pagePath)));
    expect(icons.filter((icon) => !existsSync(path.join(builtFolder, icon)))).toEqual([]);
  });

  it('makes no code from strings', () => {
    const making = scripts.filter((name) =>
      /\bnew Function\b|(?<![\w$.])(?:eval|Function)\(["'`]/.test(builtText(name).replace(webpackGlobal, '')),
    );

    expect(making).toEqual([]);
  });

  it('leaves the schemas of the contract on the server', () => {
    expect(found(scripts, /\bZod\w+|\bzod\b|safeParse|invalid_type/g)).toEqual([]);
  });

  it('speaks to no host but its own server', () => {
    const own = process.env.TARO_APP_API_BASE ? [new URL(process.env.TARO_APP_API_BASE).host] : [];
    const hosts = files.filter(isText).flatMap((name) =>
      [...builtText(name).matchAll(/\b(?:https?|wss?):\/\/([\w.-]+(?::\d+)?)/g)].map(([, host = '']) => ({
        name,
        host,
      })),
    );

    expect(hosts.filter(({ host }) => !namesOnly.has(host) && !own.includes(host))).toEqual([]);
  });
});
