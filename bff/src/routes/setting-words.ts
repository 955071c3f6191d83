import type { Settings } from '@tongpan/core';

interface SettingWords {
  readonly title: string;
  /** What it changes, for somebody who thinks of changing it. */
  readonly hint: string;
}

/** What each setting is called and does. */
export const settingWords: { readonly [Name in keyof Settings]: SettingWords } = {
  port: { title: '端口', hint: '网页与接口所在的端口' },
  host: { title: '监听地址', hint: '127.0.0.1 只接受本机；0.0.0.0 接受其他机器' },
  dataDir: { title: '数据目录', hint: '内置数据库、照片与导入文件的位置' },
  databaseUrl: { title: '数据库', hint: '未设置时使用数据目录里的内置数据库' },
  redisUrl: { title: 'Redis', hint: '未设置时只能运行一个进程' },
  roles: { title: '进程职责', hint: 'web 接受请求，worker 运行任务与送达事件' },
  databasePool: { title: '数据库连接数', hint: '每个进程最多同时使用的连接' },
  logLevel: { title: '日志级别', hint: '运行日志记到多细' },
  sessionDays: { title: '登录有效天数', hint: '多少天不用需要重新登录' },
  workLeaseSeconds: { title: '任务接管秒数', hint: '进程失去响应多久后由其他进程接手' },
  demo: { title: '演示数据', hint: '数据库为空时是否装入演示公司' },
  trustProxy: { title: '可信代理', hint: '谁转述的来源地址可信；未设置时谁也不信' },
  publicUrl: { title: '对外网址', hint: '浏览器访问本系统的地址；https 时强制加密' },
  metricsToken: { title: '监控口令', hint: '他处读取监控指标所需的口令；未设置时只限本机' },
  loginLimitPerAddress: { title: '登录次数上限', hint: '同一来源每分钟最多登录次数' },
  requestLimitPerAddress: { title: '请求次数上限', hint: '同一来源每分钟最多请求次数' },
  flashLimitPerAddress: { title: '抢购次数上限', hint: '同一来源每分钟最多抢购次数；0 为不限' },
  wechatConfig: { title: '微信配置文件', hint: '微信登录、支付与通知的账号与密钥；未设置时不启用' },
};
