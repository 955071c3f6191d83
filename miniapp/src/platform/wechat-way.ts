/** Where a page inside WeChat asks who is there, and by which name of its own. */
export interface WechatWay {
  readonly authorizeUrl: string;
  readonly h5Appid: string;
}

/** What WeChat said of who is there, and for which asking where a page went away to ask. */
export interface WechatWord {
  readonly code: string;
  readonly state?: string;
}
