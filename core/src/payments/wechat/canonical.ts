/** Where WeChat Pay lives. Every address that is signed, and every one it names, stands on this origin. */
export const canonicalOrigin = 'https://api.mch.weixin.qq.com';
