import Taro from '@tarojs/taro';

/** Pages of a mini-program have no address that anybody sees. */
export const placeNow = (): string => '';

/** What the page was opened with. */
export const readAddress = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(Taro.getCurrentInstance().router?.params ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

/** Nothing: there is no address to write to. */
export const writeAddress = (_place: string, _words: Readonly<Record<string, string | undefined>>): void =>
  undefined;
