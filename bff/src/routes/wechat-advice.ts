/** What somebody can do about a message WeChat did not take. Source: 订阅消息 返回码. */
const ofSend: Readonly<Record<string, string>> = {
  '40003': '微信用户标识与小程序不符，请客户重新进入小程序后订阅',
  '40037': '模板编号不正确，请核对配置文件中的模板',
  '41030': '消息跳转页面不存在，请发布最新版小程序',
  '45009': '当天发送次数已用完，请次日重试',
  '47003': '模板字段与内容不符，请核对配置文件中的字段',
  silent: '微信一直没有响应，请稍后重试',
};

/** What somebody can do about goods WeChat would not hear of. Source: 发货信息管理 返回码. */
const ofUpload: Readonly<Record<string, string>> = {
  '10060001': '微信查不到这笔支付，请核对商户号是否已绑定小程序',
  '10060002': '微信显示该订单已完成发货',
  '10060003': '重新发货的次数已用完，请在微信商户助手中处理',
  '10060004': '支付单状态不允许发货，请在微信后台核对',
  '10060031': '付款人与微信记录不符，请在微信后台补录发货',
  '268485216': '上传时间有误，请重试',
  '268485228': '发货内容有误，请在微信后台补录发货',
  '45009': '当天调用次数已用完，请次日重试',
  silent: '微信一直没有响应，请稍后重试',
};

const otherwise = '请在微信公众平台按错误码核对后重试';

export const adviceOfSend = (code: string): string => ofSend[code] ?? otherwise;
export const adviceOfUpload = (code: string): string => ofUpload[code] ?? otherwise;
