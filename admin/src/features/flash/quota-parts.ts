import type { Activity } from './model';

const WHOLE_BP = 10_000;

/**
 * What has become of a quota: sold, held by tokens that run, free, gone back to stock. Held and free are unknown while
 * no gate stands, and then count for nothing.
 */
export function quotaParts({
  quota,
  sold,
  held,
  free,
  released,
}: Pick<Activity, 'quota' | 'sold' | 'held' | 'free' | 'released'>) {
  const part = (name: string, count: number) => ({
    name,
    count,
    shareBp: quota === 0 ? 0 : Math.floor((count * WHOLE_BP) / quota),
  });
  return [part('已售', sold), part('占用', held ?? 0), part('可抢', free ?? 0), part('退回', released)];
}
