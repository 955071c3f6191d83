export interface Authorization {
  readonly mchid: string;
  readonly nonce: string;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly serial: string;
  readonly signature: string;
}

const scheme = 'WECHATPAY2-SHA256-RSA2048 ';
const names = ['mchid', 'nonce_str', 'timestamp', 'serial_no', 'signature'] as const;
type Name = (typeof names)[number];
const isName = (name: string): name is Name => names.some((known) => known === name);

/** Reads the header: scheme, one space, five quoted values in any order. Null when it is written otherwise. */
export function readAuthorization(header: string): Authorization | null {
  if (!header.startsWith(scheme)) return null;
  const found: Partial<Record<Name, string>> = {};
  for (const part of header.slice(scheme.length).split(',')) {
    const [, name = '', value = ''] = /^([a-z_]+)="([^"]*)"$/.exec(part) ?? [];
    if (!isName(name) || found[name] !== undefined || value === '') return null;
    found[name] = value;
  }
  const { mchid, nonce_str: nonce, timestamp = '', serial_no: serial, signature } = found;
  if (!mchid || !nonce || nonce.length > 32 || !serial || !signature) return null;
  if (!/^\d{10}$/.test(timestamp)) return null;
  return { mchid, nonce, timestamp: Number(timestamp), serial, signature };
}
