import type { ApplyField, Faults } from './form';

/** As much of a refusal as is told at fields. */
export interface ToldRefusal {
  readonly code: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly errors?: readonly { readonly path: string; readonly message: string }[] | undefined;
}

/** The rules of `partners.applicationFaulty`, where one mends them and how. */
const rules: Readonly<Record<string, readonly [ApplyField, string]>> = {
  'phone.malformed': ['contactPhone', '请填写手机号，或带区号的座机'],
  'town.elsewhere': ['regionCode', '街道乡镇不属于所选区县，请重新选择'],
  'businessLicence.malformed': ['businessLicenceNo', '统一社会信用代码有误，请对照营业执照核对'],
  'foodLicence.malformed': ['foodLicenceNo', '许可证编号有误，应为 JY 开头加 14 位数字'],
  'foodLicence.missing': ['foodLicenceExpiresOn', '请填写许可证的有效期'],
  'foodLicence.expired': ['foodLicenceExpiresOn', '许可证已过期，请先换证'],
};

const codes: Readonly<Record<string, ApplyField>> = {
  'auth.codeWrong': 'phoneCode',
  'partners.phoneCodeMissing': 'phoneCode',
  'partners.sellerUnknown': 'sellerCode',
  'partners.regionUnknown': 'regionCode',
};

const fields: readonly ApplyField[] = [
  'name',
  'contactName',
  'contactPhone',
  'regionCode',
  'addressDetail',
  'businessLicenceNo',
  'foodLicenceNo',
  'foodLicenceExpiresOn',
  'sellerCode',
  'phoneCode',
];

/** A refusal at the fields it speaks of; none when it speaks of no field. */
export function faultsOf({ code, title, detail = '', errors = [] }: ToldRefusal): Faults {
  if (code === 'partners.applicationFaulty') {
    const told = detail.split(',').flatMap((rule) => (rules[rule] ? [rules[rule]] : []));
    return Object.fromEntries(told);
  }
  const field = codes[code];
  if (field) return { [field]: title };
  return Object.fromEntries(
    errors.flatMap(({ path, message }) => {
      const named = fields.find((one) => one === path);
      return named ? [[named, message]] : [];
    }),
  );
}
