import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the parameters OWASP gives as a minimum: 19 MiB, 2 passes, 1 lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, parameters);

let decoyHash: Promise<string> | undefined;

/** True when the password is right. An unknown user costs the same time, so names cannot be probed. */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  if (passwordHash !== undefined) return verify(passwordHash, password);
  decoyHash ??= hashPassword('nobody has this password');
  await verify(await decoyHash, password);
  return false;
}
