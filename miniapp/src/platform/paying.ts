/** How somebody pays here: by WeChat's own sheet, by its page in another browser, or with a phone before a screen. */
export type PayBy = 'jsapi' | 'h5' | 'native';

/** The same with what the server needs for it. */
export type Using =
  | { readonly by: 'jsapi'; readonly app: 'miniapp' | 'h5'; readonly code: string }
  | { readonly by: 'h5'; readonly type: 'iOS' | 'Android' | 'Wap' }
  | { readonly by: 'native' };

/** What WeChat's sheet takes. */
export interface SheetParameters {
  readonly appId: string;
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: 'RSA';
  readonly paySign: string;
}

/** How the device says it went. It proves nothing: only the server knows. */
export type Said = 'ok' | 'cancel' | 'fail';
