import { hqOwner, type RowsOf } from './row';

export const systemRows: RowsOf<'system'> = {
  settings: { input: {}, answers: hqOwner('ok') },
};
