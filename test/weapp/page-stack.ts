import path from 'node:path';
import { readApp } from './built-bundle';
import type { OpenPage } from './screen';
import type { Timers } from './timers';
import type { WxAnswers, WxOptions } from './wx-answers';

/** WeChat opens no more pages on top of each other than these. */
const pagesMax = 10;

export interface PageStackPorts {
  readonly openPage: (route: string, query: Readonly<Record<string, string>>) => OpenPage;
  readonly timers: Timers;
  readonly answers: WxAnswers;
  readonly onError: (error: unknown) => void;
}

interface MoveOptions extends WxOptions {
  readonly url: string;
  readonly delta?: number;
}

/** The pages that are open, and the `wx` functions that move between them by WeChat's rules. */
export function createPageStack({ openPage, timers, answers, onError }: PageStackPorts) {
  const { pages, tabs } = readApp();
  const tabRoutes = new Set(tabs.map(({ pagePath }) => pagePath));
  const keptTabs = new Map<string, OpenPage>();
  let stack: OpenPage[] = [];

  function addressOf(url: string) {
    const [place = '', search = ''] = url.split('?');
    const route = path.posix.resolve('/', path.posix.dirname(stack.at(-1)?.route ?? ''), place).slice(1);
    if (!pages.includes(route)) throw new Error(`page "${route}" is not found`);
    const query: Record<string, string> = Object.fromEntries(
      search
        .split('&')
        .filter(Boolean)
        .map((pair) => [pair.split('=')[0], pair.split('=').slice(1).join('=')]),
    );
    return { route, query, isTab: tabRoutes.has(route) };
  }

  function open(route: string, query: Readonly<Record<string, string>>) {
    const page = openPage(route, query);
    stack.push(page);
    if (tabRoutes.has(route)) keptTabs.set(route, page);
    page.tell('onLoad', query);
    page.tell('onShow');
    timers.soon(() => page.tell('onReady'));
  }

  const moves: Record<string, (options: MoveOptions) => void> = {
    navigateTo({ url }) {
      const { route, query, isTab } = addressOf(url);
      if (isTab) throw new Error('can not navigateTo a tabbar page');
      if (stack.length >= pagesMax) throw new Error('webview count limit exceed');
      stack.at(-1)?.tell('onHide');
      open(route, query);
    },
    redirectTo({ url }) {
      const { route, query, isTab } = addressOf(url);
      if (isTab) throw new Error('can not redirectTo a tabbar page');
      stack.pop()?.tell('onUnload');
      open(route, query);
    },
    reLaunch({ url }) {
      const { route, query } = addressOf(url);
      const left = new Set([...stack, ...keptTabs.values()]);
      stack = [];
      keptTabs.clear();
      for (const page of left) page.tell('onUnload');
      open(route, query);
    },
    switchTab({ url }) {
      const { route, isTab } = addressOf(url);
      if (!isTab) throw new Error('can not switch to no-tabBar page');
      stack.at(-1)?.tell('onHide');
      for (const page of stack.splice(0)) if (!tabRoutes.has(page.route)) page.tell('onUnload');
      const kept = keptTabs.get(route);
      if (!kept) return open(route, {});
      stack = [kept];
      kept.tell('onShow');
    },
    navigateBack({ delta = 1 }) {
      for (let left = Math.min(delta, stack.length - 1); left > 0; left -= 1) stack.pop()?.tell('onUnload');
      stack.at(-1)?.tell('onShow');
    },
  };

  const moving = (name: string, move: (options: MoveOptions) => void) => (options: MoveOptions) => {
    answers.note(name, options);
    timers.soon(() => {
      try {
        move(options);
        answers.succeed(name, options);
      } catch (error) {
        onError(`${name} ${options.url}: ${String(error)}`);
        answers.fail(name, options, String(error));
      }
    });
  };

  return {
    /** The page in front. @throws Error when none is open */
    front() {
      const page = stack.at(-1);
      if (!page) throw new Error('no page is open');
      return page;
    },
    receivers: () => stack.map(({ receiver }) => receiver),
    /** Opens the first page of a launch. @throws Error when there is no such page */
    launch(url: string) {
      const { route, query } = addressOf(url);
      open(route, query);
    },
    wx: Object.fromEntries(Object.entries(moves).map(([name, move]) => [name, moving(name, move)])),
  };
}

export type PageStack = ReturnType<typeof createPageStack>;
