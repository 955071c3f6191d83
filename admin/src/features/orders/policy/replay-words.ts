import { ownerNames } from '../model';
import { ruleName } from '../rule-words';
import { consequenceWords, type ChangedOrder, type Outcome, type RoleName, verdictWords } from './model';

/** What came of an order: passed, refused, or held at which desks for how long. */
export function sayOutcome({ verdict, holds }: Outcome) {
  if (verdict !== 'held') return verdictWords[verdict].text;
  const desks = holds.map(({ owner, withinHours }) => `${ownerNames[owner]} ${withinHours} 小时内`);
  return `挂起：${[...new Set(desks)].join('、')}`;
}

/** Who may let a held order pass by themselves; nothing of one that is not held. */
export function sayPeople({ verdict, acceptedBy }: Outcome, roleName: RoleName) {
  if (verdict !== 'held') return '';
  if (acceptedBy.length === 0) return '无人可单独放行';
  return acceptedBy.map(({ desk, role }) => `${ownerNames[desk]}${roleName(role)}`).join('、');
}

/** Why an order would have gone another way: the findings whose rules changed. */
export function sayReasons({
  reasons,
  moreReasons,
}: Pick<ChangedOrder, 'reasons' | 'moreReasons'>): readonly string[] {
  const said = reasons.map(({ rule, message, isRecomputed, from, to }) => {
    const change = from === to ? '' : `（${consequenceWords[from].text} → ${consequenceWords[to].text}）`;
    return `${message ?? ruleName(rule)}${change}${isRecomputed ? '，按现在登记的许可证推算' : ''}`;
  });
  return moreReasons > 0 ? [...said, `还有 ${moreReasons} 处`] : said;
}
