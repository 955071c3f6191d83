const mobile = /^1[3-9]\d{9}$/;
const landline = /^0\d{2,3}-?[2-9]\d{6,7}(-\d{1,5})?$/;
const service = /^[48]00-?\d{3}-?\d{4}$/;

/** True for a mainland mobile, a landline with its area code, or a 400/800 number. */
export function isPhone(phone: string): boolean {
  return mobile.test(phone) || landline.test(phone) || service.test(phone);
}

/** True for a mainland mobile, the only phone that gets text messages. */
export const isMobile = (phone: string) => mobile.test(phone);
