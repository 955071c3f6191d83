/** Where a page inside WeChat asks who is there, and by which name of its own. */
export interface WechatWay {
  readonly authorizeUrl: string;
  readonly h5Appid: string;
}
