import { type AnothersRowsOf, hqAlone } from './row';

export const systemAnothers: AnothersRowsOf<'system'> = { settings: hqAlone };
