/** What waits at a desk, in the words of the trade. */
const titles: Readonly<Record<string, string>> = {
  'hold.payment': '待付款挂起',
  'hold.credit': '信用挂起待审',
  'hold.review': '人工复核',
  'hold.risk': '风险挂起待审',
  'hold.region': '跨区挂起待审',
  'afterSales.requested': '售后待审核',
  'afterSales.approved': '售后待收货',
  alerts: '临期预警待处理',
  overdueAccounts: '逾期客户',
  refunds: '退款异常',
  mismatched: '付款金额不符',
  differences: '对账差异',
  returns: '原路退回待审批',
  failedUploads: '发货信息上传失败',
  failedSends: '微信通知发送失败',
  temporaryLimits: '临时额度待审批',
  writeOffs: '坏账核销待审批',
  applications: '入驻申请待审',
  rebindings: '微信换绑待审批',
  displays: '陈列待核验',
  deadJobs: '停止的后台任务',
  deadEvents: '未送达的事件',
};

/** The title of something that waits; its kind where nobody has named it. */
export const waitingTitle = (kind: string): string => titles[kind] ?? kind;
