import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The mini-program as `npm run build:weapp` leaves it. */
export const builtFolder = path.join(__dirname, '../../miniapp/dist/weapp');

interface AppSettings {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar?: { readonly list: readonly TabSettings[] };
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly themeLocation?: string;
}

interface TabSettings {
  readonly pagePath: string;
  readonly iconPath: string;
  readonly selectedIconPath: string;
}

/** A colour, an icon or a word of WeChat's by its name, as it is by day and by night. */
export interface Themes {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

interface PageSettings {
  readonly usingComponents?: Readonly<Record<string, string>>;
}

/** The text of a built file; `name` is its path in the bundle. */
export const builtText = (name: string) => readFileSync(path.join(builtFolder, name), 'utf8');

/** What `app.json` says: its pages (main and sub-packages alike) and its tabs. @throws Error when nothing is built */
export function readApp() {
  if (!existsSync(path.join(builtFolder, 'app.json')))
    throw new Error('the mini-program is not built: `npm test -- weapp` builds it and runs this suite');
  const settings: AppSettings = JSON.parse(builtText('app.json'));
  const subPages = (settings.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => path.posix.join(root, page)),
  );
  return {
    mainPages: settings.pages,
    pages: [...settings.pages, ...subPages],
    tabs: settings.tabBar?.list ?? [],
    components: settings.usingComponents ?? {},
  };
}

/** What `app.json` calls by a name with an `@`, from the file that it names; none when it names no file. */
export function readThemes(): Themes {
  const { themeLocation }: AppSettings = JSON.parse(builtText('app.json'));
  return themeLocation ? JSON.parse(builtText(themeLocation)) : { light: {}, dark: {} };
}

/** The components a page or component may use, by tag. */
export function readComponents(name: string): Readonly<Record<string, string>> {
  const settings: PageSettings = JSON.parse(builtText(`${name}.json`));
  return settings.usingComponents ?? {};
}

/** Every file of the bundle by its path in it. */
export const builtFiles = () =>
  readdirSync(builtFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(builtFolder, path.join(entry.parentPath, entry.name)));
