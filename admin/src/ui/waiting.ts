const MINUTE = 60_000;

/** A stretch of time in its two largest units: `2 天 3 小时`. */
export function stretchText(milliseconds: number) {
  const minutes = Math.floor(Math.max(0, milliseconds) / MINUTE);
  if (minutes < 1) return '不到 1 分钟';
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return rest > 0 ? `${hours} 小时 ${rest} 分` : `${hours} 小时`;
  return `${rest} 分钟`;
}

/** How long something has waited since an ISO instant. */
export const waitingText = (since: string, nowMs: number) => stretchText(nowMs - Date.parse(since));

/** A deadline as seen now. */
export function dueIn(dueAt: string, nowMs: number) {
  const leftMs = Date.parse(dueAt) - nowMs;
  return leftMs < 0
    ? { overdue: true, soon: false, text: `超时 ${stretchText(-leftMs)}` }
    : { overdue: false, soon: leftMs < 120 * MINUTE, text: `剩 ${stretchText(leftMs)}` };
}
