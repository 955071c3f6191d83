import { eventually } from '../engines/eventually';
import { readApp } from './built-bundle';
import { elementWithId, wordsOf, type ScreenElement } from './elements';
import { fireEvent } from './events';
import { createFakeWx } from './fake-wx';
import { createLogicLayer, textOfError } from './logic-layer';
import { createPageStack, type PageStack } from './page-stack';
import { callOn } from './receivers';
import { createScreens } from './screen';
import { createTimers } from './timers';
import { createWxAnswers, type WxCall } from './wx-answers';
import type { Server } from './wx-request';

export interface MiniProgramSettings {
  readonly server: Server;
  /** What the device kept from an earlier run. */
  readonly storage?: Map<string, unknown>;
  /** Where the program is opened; by default its first page. */
  readonly address?: string;
}

export type MiniProgram = ReturnType<typeof openMiniProgram>;

/** Opens the built mini-program as WeChat would, and stands for the hand and eyes of its user. */
export function openMiniProgram({ server, storage = new Map(), address }: MiniProgramSettings) {
  const errors: string[] = [];
  const calls: WxCall[] = [];
  const onError = (error: unknown) => {
    const text = textOfError(error);
    if (!errors.includes(text)) errors.push(text);
  };
  const timers = createTimers(onError);
  const answers = createWxAnswers(timers, (call) => calls.push(call));
  const firstPage = readApp().mainPages[0]!;

  const wx: Record<string, unknown> = createFakeWx({ answers, server, storage, firstPage });
  const logic = createLogicLayer({ wx, timers, onError, currentPages: () => stack.receivers() });
  const openPage = createScreens({ logic, timers, onError });
  const stack: PageStack = createPageStack({ openPage, timers, answers, onError });
  Object.assign(wx, stack.wx);

  const app = logic.loadApp();
  const launch = { path: firstPage, query: {}, scene: 1001, referrerInfo: {} };
  callOn(app, app.onLaunch, [launch], onError);
  callOn(app, app.onShow, [launch], onError);
  stack.launch(address ?? `/${firstPage}`);

  const find = (id: string) => elementWithId(stack.front().draw(), id);
  const words = () => wordsOf(stack.front().draw());
  const wait = (what: string, holds: () => boolean) =>
    eventually(what, holds).catch((error: unknown) => {
      throw new Error([String(error), `on ${stack.front().route}: ${words()}`, ...errors].join('\n'));
    });
  const fire = (element: ScreenElement, type: string, detail: object, bubbles: boolean) =>
    fireEvent(element, { type, detail, bubbles }, onError);

  /** The element once it is there and WeChat would let it be used. */
  async function ready(id: string) {
    const usable = () => {
      const element = find(id);
      return element && !element.attributes.disabled ? element : undefined;
    };
    await wait(`#${id} can be used`, () => usable() !== undefined);
    return usable()!;
  }

  return {
    /** What went wrong: thrown errors, `console.error`, moves WeChat refuses, templates that are not there. */
    errors,
    /** Every `wx` function that was called, in order. */
    calls,
    words,
    route: () => stack.front().route,
    /** The words inside an element; undefined when it is not there. */
    wordsOf: (id: string) => {
      const element = find(id);
      return element && wordsOf([element]);
    },
    /** Waits until the page in front is this one. */
    opens: (route: string) => wait(`${route} opens`, () => stack.front().route === route),
    /** Waits until these words stand on the page, in the element with `id` if one is named. */
    says: (text: string, id?: string) =>
      wait(`"${text}"${id ? ` in #${id}` : ''}`, () => {
        const element = id === undefined ? undefined : find(id);
        return (id === undefined ? words() : wordsOf(element ? [element] : [])).includes(text);
      }),
    waits: wait,
    /** Taps an element by its id, once it is there and not disabled. @throws Error when nothing listens */
    async tap(id: string) {
      const element = await ready(id);
      fire(element, 'touchstart', {}, true);
      fire(element, 'touchend', {}, true);
      if (fire(element, 'tap', { x: 10, y: 10 }, true) === 0)
        throw new Error(`nothing listens to a tap on #${id}`);
    },
    /** Presses one of WeChat's own buttons by its id, and lets WeChat answer with `detail`. */
    async answers(id: string, type: 'getphonenumber', detail: object) {
      const element = await ready(id);
      if (fire(element, type, detail, false) === 0) throw new Error(`nothing listens to ${type} of #${id}`);
    },
    /** Fills in an input by its id and leaves it. */
    async fill(id: string, value: string) {
      const element = await ready(id);
      fire(element, 'focus', { value: '' }, false);
      fire(element, 'input', { value, cursor: value.length }, false);
      await wait(`#${id} shows "${value}"`, () => find(id)?.attributes.value === value);
      fire(element, 'blur', { value }, false);
    },
    /** Moves with one of WeChat's functions, as its own tab bar and links do. */
    move: (name: 'switchTab' | 'reLaunch' | 'navigateTo', url: string) =>
      callOn(wx, wx[name], [{ url }], onError),
    /** Ends the program and everything it still had in mind. */
    close: () => timers.stopAll(),
  };
}
