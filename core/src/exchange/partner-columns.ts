import { optional, required } from './column';
import { aCode, aDay, aPhone, aRegionCode, aText, oneOf } from './read-cell';

/** 客户: one party a row, with its first address and who supplies it. */
export const partnerColumns = {
  code: required(['客户编码', '编码'], aCode, 'S1001'),
  name: optional(['客户名称', '名称'], aText(80), '文三路便利店'),
  kind: optional(
    ['类型', '客户类型'],
    oneOf({ 经销商: 'distributor', 门店: 'store', 连锁: 'chain' }),
    '门店',
  ),
  supplierCode: optional(['供货方编码', '上级编码', '所属经销商'], aCode, 'D01'),
  channel: optional(
    ['渠道'],
    oneOf({
      流通: 'traditional',
      商超: 'modern',
      便利: 'convenience',
      餐饮: 'catering',
      特通: 'special',
      电商: 'ecommerce',
    }),
    '便利',
  ),
  regionCode: optional(['行政区划代码', '区县代码'], aRegionCode, '330106'),
  addressDetail: optional(['详细地址', '地址'], aText(200), '文三路 478 号'),
  receiver: optional(['联系人', '收货人'], aText(40), '李娟'),
  phone: optional(['电话', '手机'], aPhone, '0571-8888 6666'),
  licenceNumber: optional(['营业执照号', '统一社会信用代码'], aCode, '91330106MA2XXXXX0X'),
  foodLicenceNumber: optional(['食品经营许可证号'], aCode, 'JY13301060000000'),
  foodLicenceExpiresOn: optional(['许可证有效期至'], aDay, '2028-06-30'),
} as const;
