import { type Core, isKeyToken } from '@tongpan/core';
import type { Authenticate } from '../http/sessions';

/** Who a token belongs to: a person’s session, or a program’s key. */
export const whoCalls =
  ({ partners, openApi }: Core): Authenticate =>
  (token, { requestId: _, ...visit }) =>
    isKeyToken(token) ? openApi.authenticate(token, visit) : partners.authenticate(token, visit);
