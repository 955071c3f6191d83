/** HTTP status of each documented code; old spellings are never answered. */
const statusOf = {
  PARAM_ERROR: 400,
  INVALID_REQUEST: 400,
  APPID_MCHID_NOT_MATCH: 400,
  ORDER_CLOSED: 400,
  ORDERPAID: 400,
  NO_STATEMENT_EXIST: 400,
  STATEMENT_CREATING: 400,
  SIGN_ERROR: 401,
  NO_AUTH: 403,
  OUT_TRADE_NO_USED: 403,
  NOT_ENOUGH: 403,
  ORDER_NOT_EXIST: 404,
  RESOURCE_NOT_EXISTS: 404,
  FREQUENCY_LIMITED: 429,
  SYSTEM_ERROR: 500,
  OPENID_MISMATCH: 500,
} as const;

export type PayCode = keyof typeof statusOf;

/** Where a parameter stood and what was wrong with it. */
export interface ParameterDetail {
  readonly field: string;
  readonly value: unknown;
  readonly issue: string;
  readonly location: 'body' | 'uri';
}

/** A request the pay API does not serve; becomes `{code, message, detail?}` with the code's status. */
export class PayRefused extends Error {
  readonly status: number;

  constructor(
    readonly code: PayCode,
    message: string,
    readonly detail?: ParameterDetail,
  ) {
    super(message);
    this.name = 'PayRefused';
    this.status = statusOf[code];
  }

  /** The body of the answer. */
  body() {
    return { code: this.code, message: this.message, ...(this.detail && { detail: this.detail }) };
  }
}

/** A parameter that is wrong by itself or beside the others. */
export const wrongParameter = (
  field: string,
  value: unknown,
  issue: string,
  location: ParameterDetail['location'] = 'body',
) => new PayRefused('PARAM_ERROR', '参数错误', { field, value: value ?? null, issue, location });
