import type { Core } from '@tongpan/core';
import type { Handlers } from '../http/handlers';

export const exchangeHandlers = (_core: Core): Handlers['exchange'] => ({});
