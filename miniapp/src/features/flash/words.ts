import type { Grab } from './queries';

/** What a grab came to, where it did not win. A lost one says whether another try makes sense. */
export function outcomeWords({ outcome, mayComeBack }: Pick<Grab, 'outcome' | 'mayComeBack'>): string {
  switch (outcome) {
    case 'token':
      return '';
    case 'lost':
      return mayComeBack ? '没抢到，有人放弃会放回，可以再试' : '没抢到，已抢光';
    case 'capped':
      return '已达到每人限购数量';
    case 'early':
      return '还没有开始';
    case 'over':
      return '活动已结束';
    case 'notWarm':
      return '活动正在准备，请稍后再试';
    case 'tooFast':
      return '点得太快了，请稍等几秒再试';
    case 'notForYou':
      return '您不在活动范围内';
    case 'challenge':
      return '请先回答验证问题';
  }
}

/** About how much is left; nothing while nobody knows. */
export const leftWords = (leftTenths: number | null) =>
  leftTenths === null ? '' : leftTenths === 0 ? '已抢光' : `约剩 ${leftTenths * 10}%`;
