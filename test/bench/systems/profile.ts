import path from 'node:path';

/** Flags that have a Node process write a CPU profile called `name` when it ends; none without a folder. */
export const profileFlags = (folder: string | undefined, name: string): readonly string[] =>
  folder === undefined
    ? []
    : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(folder)}`, `--cpu-prof-name=${name}.cpuprofile`];
