import { type AnothersRowsOf, hqAlone } from './row';

export const workAnothers: AnothersRowsOf<'work'> = {
  overview: hqAlone,
  jobs: hqAlone,
  events: hqAlone,
  retryJob: hqAlone,
  retryEvent: hqAlone,
};
