import { parseArgs } from 'node:util';

export const usage = `npm run bench -- orders [--quick | --full] [--promotions N] [--only WORDS] [--rss] [--cpu-prof FOLDER]
npm run bench -- growth [--quick]
npm run bench -- overload
npm run bench -- quote [--quick | --full]
npm run bench -- flash [--quick]
npm run bench -- web [--quick]

  --quick      one short round of what the bars are about
  --full       every system under every load, and the memory over 200,000 orders
  --promotions so many live promotions at each seller; the rivals have none
  --only       rows whose name holds one of these words, such as "ours-64,minimal-64-even"
  --rss        the memory over 200,000 orders
  --cpu-prof   have our web process and the rivals write a CPU profile into this folder`;

export interface Options {
  readonly length: 'quick' | 'usual' | 'full';
  readonly only: string | undefined;
  readonly rss: boolean;
  readonly promotions: number;
  readonly profileFolder: string | undefined;
}

/** @throws Error with the usage */
export function readOptions(parameters: readonly string[]): {
  readonly bench: string;
  readonly options: Options;
} {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      only: { type: 'string' },
      rss: { type: 'boolean', default: false },
      promotions: { type: 'string', default: '0' },
      'cpu-prof': { type: 'string' },
    },
  });
  return {
    bench: positionals[0] ?? '',
    options: {
      length: values.quick ? 'quick' : values.full ? 'full' : 'usual',
      only: values.only,
      rss: values.rss || values.full,
      promotions: Number(values.promotions),
      profileFolder: values['cpu-prof'],
    },
  };
}
