import type { WxAnswers, WxOptions } from './wx-answers';
import { wxRequest, type Server } from './wx-request';

/** A phone of today, as WeChat describes it. */
const phone = {
  brand: 'iPhone',
  model: 'iPhone 15',
  pixelRatio: 3,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 753,
  statusBarHeight: 47,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 17.0',
  platform: 'ios',
  SDKVersion: '3.5.0',
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
};

const rectangle = {
  left: 0,
  top: 0,
  right: 100,
  bottom: 40,
  width: 100,
  height: 40,
  scrollTop: 0,
  scrollLeft: 0,
};

const silent = () => undefined;

/** What stands in every file of this device. */
export const photoBase64 = 'cGhvdG8=';

/** A screen as high as the page: whatever is watched is in sight. */
const allInSight = {
  relativeToViewport: () => allInSight,
  observe: (_selector: string, tell: (seen: object) => void) =>
    tell({ intersectionRatio: 1, intersectionRect: rectangle, boundingClientRect: rectangle }),
  disconnect: silent,
};
const listeners = ['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange'];
const answered = [
  'showToast',
  'hideToast',
  'showLoading',
  'hideLoading',
  'setNavigationBarTitle',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'setTabBarBadge',
  'removeTabBarBadge',
  'pageScrollTo',
  'setClipboardData',
];

export interface FakeWxPorts {
  readonly answers: WxAnswers;
  readonly server: Server;
  /** What the device keeps while the program is closed. */
  readonly storage: Map<string, unknown>;
  readonly firstPage: string;
}

/** As much of the `wx` object as the shop may use; what is not here is not a function, as in an old WeChat. */
export function createFakeWx({ answers, server, storage, firstPage }: FakeWxPorts) {
  const launch = () => ({ path: firstPage, query: {}, scene: 1001 });
  const describe = () => ({ ...phone });
  let logInCount = 0;
  return {
    ...Object.fromEntries(
      listeners.flatMap((name) => [`on${name}`, `off${name}`]).map((name) => [name, silent]),
    ),
    ...Object.fromEntries(answered.map((name) => [name, answers.answering(name)])),
    /** A code that stands for whoever holds the phone; another each time. */
    login: (options: WxOptions = {}) => {
      logInCount += 1;
      answers.answering('login', { code: `CODE-${logInCount}` })(options);
    },
    requestSubscribeMessage: subscribing(answers),
    requestPayment: paying(answers),
    chooseMedia: answers.answering('chooseMedia', { tempFiles: [{ tempFilePath: 'wxfile://photo.jpg' }] }),
    compressImage: answers.answering('compressImage', { tempFilePath: 'wxfile://small.jpg' }),
    getFileSystemManager: () => ({ readFile: answers.answering('readFile', { data: photoBase64 }) }),
    showModal: answers.answering('showModal', { confirm: true, cancel: false }),
    getSystemInfo: answers.answering('getSystemInfo', phone),
    getNetworkType: answers.answering('getNetworkType', { networkType: 'wifi' }),
    getSystemInfoSync: describe,
    getWindowInfo: describe,
    getDeviceInfo: describe,
    getAppBaseInfo: describe,
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getMenuButtonBoundingClientRect: () => rectangle,
    canIUse: () => true,
    createIntersectionObserver: () => allInSight,
    onNetworkStatusChange: silent,
    offNetworkStatusChange: silent,
    createSelectorQuery: () => selectorQuery(answers),
    ...storageOf(storage, answers),
    request: wxRequest(server, answers),
  };
}

/** Whoever is asked agrees to every template, as long as there are at most three. */
const subscribing =
  ({ note, succeed, fail }: WxAnswers) =>
  (options: WxOptions & { readonly tmplIds: readonly string[] }) => {
    note('requestSubscribeMessage', options);
    if (options.tmplIds.length > 3) return fail('requestSubscribeMessage', options, 'too many templates');
    const agreed = Object.fromEntries(options.tmplIds.map((templateId) => [templateId, 'accept']));
    return succeed('requestSubscribeMessage', options, agreed);
  };

/** WeChat's sheet: a payer pays, or closes it where the prepay id says so. */
const paying =
  ({ note, succeed, fail }: WxAnswers) =>
  (options: WxOptions & { readonly package: string }) => {
    note('requestPayment', options);
    if (options.package.endsWith('CLOSED')) return fail('requestPayment', options, 'cancel');
    return succeed('requestPayment', options);
  };

/** Storage keeps copies: what the program does to a value afterwards is not kept. */
function storageOf(storage: Map<string, unknown>, { succeed, fail }: WxAnswers) {
  const read = (key: string): unknown => (storage.has(key) ? structuredClone(storage.get(key)) : '');
  const keep = (key: string, value: unknown) => void storage.set(key, structuredClone(value));
  const forget = (key: string) => void storage.delete(key);
  return {
    getStorageSync: read,
    setStorageSync: keep,
    removeStorageSync: forget,
    getStorage: (options: WxOptions & { key: string }) =>
      storage.has(options.key)
        ? succeed('getStorage', options, { data: read(options.key) })
        : fail('getStorage', options, 'data not found'),
    setStorage: (options: WxOptions & { key: string; data: unknown }) => {
      keep(options.key, options.data);
      succeed('setStorage', options);
    },
    removeStorage: (options: WxOptions & { key: string }) => {
      forget(options.key);
      succeed('removeStorage', options);
    },
  };
}

/** There is no layout here: everything asked about has the same place. */
function selectorQuery({ succeed }: WxAnswers) {
  const told: ((found: object) => void)[] = [];
  const ask = (tell?: (found: object) => void) => {
    told.push(tell ?? silent);
    return query;
  };
  const reference = {
    boundingClientRect: ask,
    scrollOffset: ask,
    node: ask,
    fields: (_: object, tell?: (found: object) => void) => ask(tell),
  };
  const query = {
    in: () => query,
    select: () => reference,
    selectAll: () => reference,
    selectViewport: () => reference,
    exec: (tell: (found: readonly object[]) => void = silent) =>
      succeed('selectorQuery', {
        success: () => {
          for (const one of told) one(rectangle);
          tell(told.map(() => rectangle));
        },
      }),
  };
  return query;
}
