import type { Core } from '@tongpan/core';
import type { Handlers } from '../http/handlers';

export const territoryHandlers = (_core: Core): Handlers['territory'] => ({});
