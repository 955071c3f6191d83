import { isCode } from '@/ui/code-words';
import { type ApplyForm, type Faults, readDay } from './form';

/** Whether the contact phone has still to be shown by a code. */
export interface CodeWish {
  readonly isAsked: boolean;
  readonly code: string;
}

const required: readonly (readonly [keyof ApplyForm & keyof Faults, string])[] = [
  ['name', '请填写单位名称'],
  ['contactName', '请填写联系人'],
  ['contactPhone', '请填写联系电话'],
  ['regionCode', '请选择所在地区'],
  ['addressDetail', '请填写详细地址'],
  ['businessLicenceNo', '请填写统一社会信用代码'],
];

/** What can be seen without asking the server, which looks at all of it again. */
export function checkForm(form: ApplyForm, { isAsked, code }: CodeWish): Faults {
  const faults: Partial<Record<keyof Faults, string>> = {};
  for (const [field, words] of required) if (form[field].trim() === '') faults[field] = words;
  const licence = form.businessLicenceNo.trim();
  if (licence !== '' && licence.length !== 18) faults.businessLicenceNo = '统一社会信用代码为 18 位';
  const [no, until] = [form.foodLicenceNo.trim(), form.foodLicenceExpiresOn.trim()];
  if (until !== '' && readDay(until) === null) faults.foodLicenceExpiresOn = '请按年月日填写，如 20271231';
  if (no !== '' && until === '') faults.foodLicenceExpiresOn = '请填写有效期';
  if (no === '' && until !== '') faults.foodLicenceNo = '请填写许可证编号';
  if (isAsked && !isCode(code)) faults.phoneCode = '请填写短信验证码';
  return faults;
}
