import { checkRule, type RuleFault } from './check-rule';
import { kindOf } from './kinds/all-kinds';
import { giftShortages, type Promotion } from './model';

const dayMinutes = 24 * 60;
const wholeBp = 10_000;
const highestPriority = 99;

/** All that is wrong with a promotion as it is written, each with its field. Empty: it may go live. */
export function checkPromotion(promotion: Promotion): readonly RuleFault[] {
  const faults = [
    ...checkName(promotion),
    ...checkTimes(promotion),
    ...checkScope(promotion),
    ...checkStanding(promotion),
    ...checkMoney(promotion),
  ];
  const ofRule = checkRule(promotion.kind, promotion.rule).map(({ code, field }) => ({
    code,
    field: field === null ? 'rule' : `rule.${field}`,
  }));
  return [...faults, ...ofRule];
}

const fault = (isFault: boolean, code: string, field: string): readonly RuleFault[] =>
  isFault ? [{ code, field }] : [];

const checkName = ({ name }: Promotion) =>
  fault(name.trim().length === 0 || name.length > 64, 'promotions.nameMissing', 'name');

function checkTimes({ startsAt, endsAt, hours, weekdays }: Promotion): readonly RuleFault[] {
  const isInstant = (at: number) => Number.isSafeInteger(at);
  return [
    ...fault(!isInstant(startsAt), 'promotions.wrongType', 'startsAt'),
    ...fault(!isInstant(endsAt) || endsAt <= startsAt, 'promotions.endsBeforeStart', 'endsAt'),
    ...fault(hours !== null && !isSpan(hours), 'promotions.hours', 'hours'),
    ...fault(
      !weekdays.every((day) => isCount(day, 1) && day <= 7) || hasTwice(weekdays),
      'promotions.weekdays',
      'weekdays',
    ),
  ];
}

const isSpan = ({ fromMinute, untilMinute }: NonNullable<Promotion['hours']>) =>
  isCount(fromMinute, 0) &&
  Number.isSafeInteger(untilMinute) &&
  fromMinute < untilMinute &&
  untilMinute <= dayMinutes;

function checkScope({ scope, kind }: Promotion): readonly RuleFault[] {
  const { skuIds, categories, brands, productLines, excludedSkuIds } = scope;
  const lists = [skuIds, categories, brands, productLines];
  const named = kindOf(kind);
  const asksNone = named !== undefined && named.namesItsGoods === true;
  return [
    ...fault(
      [...lists, excludedSkuIds].some((list) => list.some((id) => id.trim() === '') || hasTwice(list)),
      'promotions.scopeList',
      'scope',
    ),
    ...fault(
      skuIds.some((id) => excludedSkuIds.includes(id)),
      'promotions.namedAndExcluded',
      'scope.excludedSkuIds',
    ),
    ...fault(asksNone && lists.some((list) => list.length > 0), 'promotions.scopeNotAsked', 'scope'),
  ];
}

const stackings: readonly string[] = ['stack', 'exclusiveLane', 'exclusiveLine', 'exclusiveOrder'];
const shortages: readonly string[] = giftShortages;
/** Goods that may stand in for gifts. */
const mostSubstitutes = 10;

function checkStanding({ stacking, mutexGroups, priority, audience, ...promotion }: Promotion) {
  const { giftShortage, giftSubstitutes, giftPayE4 } = promotion;
  const { buyerIds, excludedBuyerIds } = audience;
  return [
    ...fault(!stackings.includes(stacking), 'promotions.unknownChoice', 'stacking'),
    ...fault(!shortages.includes(giftShortage), 'promotions.unknownChoice', 'giftShortage'),
    ...fault(
      (giftShortage === 'substitute') !== giftSubstitutes.length > 0 ||
        giftSubstitutes.length > mostSubstitutes ||
        hasTwice(giftSubstitutes),
      'promotions.giftSubstitutes',
      'giftSubstitutes',
    ),
    ...fault(
      giftPayE4 !== null && (giftShortage !== 'pay' || !isCount(giftPayE4, 1)),
      'promotions.giftPay',
      'giftPayE4',
    ),
    ...fault(
      mutexGroups.some((group) => group.trim() === '') || hasTwice(mutexGroups),
      'promotions.mutexGroups',
      'mutexGroups',
    ),
    ...fault(!isCount(priority, 0) || priority > highestPriority, 'promotions.priority', 'priority'),
    ...fault(
      buyerIds.some((id) => excludedBuyerIds.includes(id)),
      'promotions.namedAndExcluded',
      'audience.excludedBuyerIds',
    ),
  ];
}

function checkMoney({ caps, budgetFen, payers }: Promotion): readonly RuleFault[] {
  const shares = payers.map(({ shareBp }) => shareBp);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return [
    ...Object.entries(caps).flatMap(([name, cap]: readonly [string, number | null]) =>
      fault(cap !== null && !isCount(cap, 1), 'promotions.cap', `caps.${name}`),
    ),
    ...fault(budgetFen !== null && !isCount(budgetFen, 1), 'promotions.budget', 'budgetFen'),
    ...fault(
      total !== wholeBp || !shares.every((share) => isCount(share, 1)),
      'promotions.payersNotWhole',
      'payers',
    ),
    ...fault(hasTwice(payers.map(({ partyId }) => partyId)), 'promotions.payerTwice', 'payers'),
  ];
}

const isCount = (value: number, least: number) => Number.isSafeInteger(value) && value >= least;
const hasTwice = (list: readonly unknown[]) => new Set(list).size < list.length;
