/** What happened to a customer, as the trail says it. */
const changeNames: Readonly<Record<string, string>> = {
  takenOn: '开户',
  party: '修改客户资料',
  licence: '更新食品经营许可',
  licencePhotos: '增减证照照片',
  chain: '调整连锁归属',
  transfer: '客户转移',
  suspended: '停用',
  suspensionTurned: '停用到期或生效',
  reinstated: '恢复',
  addressAdded: '新增收货地址',
  addressChanged: '修改收货地址',
  addressRemoved: '删除收货地址',
  staffAdded: '新增员工',
  passwordReset: '重置员工密码',
  phoneVerified: '登录手机已验证',
  passwordSetByCode: '凭验证码重设密码',
  wechatBound: '绑定微信',
  wechatUnbound: '解除微信绑定',
  wechatRebindingAsked: '申请换绑微信',
  wechatRebound: '同意换绑微信',
  wechatRebindingRefused: '拒绝换绑微信',
};

/** What people call a kind of change; its own name where it has none. */
export const changeName = (kind: string) => changeNames[kind] ?? kind;
