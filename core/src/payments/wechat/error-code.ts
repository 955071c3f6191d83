/** Codes whose older spellings still come: NOTENOUGH, ORDERNOTEXIST, ORDER_PAID, SYSTEMERROR. */
const known = [
  'ACCOUNT_ERROR',
  'APPID_MCHID_NOT_MATCH',
  'BANK_ERROR',
  'FREQUENCY_LIMITED',
  'INVALID_REQUEST',
  'MCH_NOT_EXISTS',
  'NO_AUTH',
  'NO_STATEMENT_EXIST',
  'NOT_ENOUGH',
  'OPENID_MISMATCH',
  'ORDER_CLOSED',
  'ORDER_NOT_EXIST',
  'ORDERPAID',
  'OUT_TRADE_NO_USED',
  'PARAM_ERROR',
  'RESOURCE_NOT_EXISTS',
  'RULE_LIMIT',
  'SERVICE_UNAVAILABLE',
  'SIGN_ERROR',
  'STATEMENT_CREATING',
  'SYSTEM_ERROR',
  'TRADE_ERROR',
  'USER_ACCOUNT_ABNORMAL',
] as const;

const bare = (code: string) => code.replaceAll('_', '').toUpperCase();
const spellings = new Map<string, string>(known.map((code) => [bare(code), code]));

/** The spelling of the present documents; a code we do not know stays as it is. */
export const canonicalCode = (code: string): string => spellings.get(bare(code)) ?? code;
