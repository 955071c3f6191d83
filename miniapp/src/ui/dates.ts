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

/** What is left of a time as a clock shows it: `04:32`, `01:04:32`, `2天 01:04:32`; nothing left is `00:00`. */
export function countdown(leftMs: number) {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24];
  const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (days > 0) return `${days}天 ${two(hours)}:${clock}`;
  return hours > 0 ? `${two(hours)}:${clock}` : clock;
}

/** `YYYY-MM-DD` in Asia/Shanghai, so many days from an instant. */
export function shanghaiDay(atMs: number, plusDays = 0) {
  const day = new Date(atMs + shanghaiOffsetMs + plusDays * 86_400_000);
  return `${day.getUTCFullYear()}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`;
}
