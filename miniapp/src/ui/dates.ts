const shanghaiOffsetMs = 8 * 3_600_000;

const two = (value: number) => String(value).padStart(2, '0');

/** `MM-DD HH:mm` in Asia/Shanghai from an ISO instant; empty when it is none. */
export function momentText(at: string) {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return '';
  // Mini-programs carry no time zone data; Shanghai has stood at +8 without summer time since 1991.
  const day = new Date(instant + shanghaiOffsetMs);
  const date = `${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`;
  return `${date} ${two(day.getUTCHours())}:${two(day.getUTCMinutes())}`;
}

/** `YYYY-MM-DD HH:mm` in Asia/Shanghai, for what may be in another year; empty when it is none. */
export function dayAndTime(at: string) {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return '';
  return `${new Date(instant + shanghaiOffsetMs).getUTCFullYear()}-${momentText(at)}`;
}

/** How long until an instant, in words: `还剩 3 小时`, `已超时 20 分钟`. */
export function untilText(at: string, nowMs: number) {
  const leftMs = Date.parse(at) - nowMs;
  if (Number.isNaN(leftMs)) return '';
  const minutes = Math.max(1, Math.round(Math.abs(leftMs) / 60_000));
  const span =
    minutes < 60
      ? `${minutes} 分钟`
      : minutes < 48 * 60
        ? `${Math.round(minutes / 60)} 小时`
        : `${Math.round(minutes / 1440)} 天`;
  return leftMs >= 0 ? `还剩 ${span}` : `已超时 ${span}`;
}
