import type { OwnerPhone } from './queries';

export const proofNames = { code: '短信验证', supplier: '供货商核实' } as const;

/** What stands, and what to do about it. */
export const standingWords: Readonly<Record<OwnerPhone['standing'], string>> = {
  mayVouch: '登记的联系电话还不能用来登录。电话核实是负责人本人后，可以在此确认。',
  isIt: '登记的联系电话就是负责人的登录手机。',
  hasOther: '负责人已自行验证另一个手机号，只能由本人更换。',
  noMobile: '登记的联系电话不是手机号，收不到短信，不能作为登录手机。',
  noOwner: '该客户没有在用的负责人账号。',
  manyOwners: '该客户有多位负责人，无法判断号码是谁的，请负责人登录后自行验证。',
};
