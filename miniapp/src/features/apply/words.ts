import type { ApplyForm } from './form';
import type { Standing } from './queries';

export const kindChips: readonly { readonly value: ApplyForm['kind']; readonly label: string }[] = [
  { value: 'store', label: '门店' },
  { value: 'chain', label: '连锁' },
  { value: 'distributor', label: '经销商' },
];

export const channelChips: readonly { readonly value: ApplyForm['channel']; readonly label: string }[] = [
  { value: 'traditional', label: '传统小店' },
  { value: 'convenience', label: '便利店' },
  { value: 'modern', label: '商超' },
  { value: 'catering', label: '餐饮' },
  { value: 'special', label: '特通' },
  { value: 'ecommerce', label: '电商' },
];

/** How an application stands, and what comes next. */
export const standingWords: Readonly<
  Record<Standing['state'], { readonly title: string; readonly advice: string }>
> = {
  submitted: { title: '申请已提交，等待审核', advice: '审核人可能会拨打联系电话核实，请保持畅通。' },
  endorsed: { title: '供货商已同意，等待总部审核', advice: '总部同意后即可开户。' },
  approved: {
    title: '申请已通过',
    advice: '登录名和首次密码由审核人告知；联系手机已验证的，也可以用短信验证码登录。',
  },
  rejected: { title: '申请未通过', advice: '请按原因修改资料后重新提交。' },
};
