import { partOfFen } from '../../platform/money';
import { benefitKind, type Effect, type Gift, type Item, type Near, nothing, type Off } from '../kind';

interface BuyGet {
  readonly buyQuantity: number;
  readonly getQuantity: number;
  readonly unit: string;
  /** `added` 外赠 beside what is paid; `within` 内赠 out of what is ordered, a group being `buyQuantity`. */
  readonly mode: 'added' | 'within';
  /** `step`: each whole group gives once; `proRata`: a part of a group gives its part; `exact`: only whole groups. */
  readonly counting: 'step' | 'proRata' | 'exact';
}

/** 本品搭赠: buy X of an item, get Y of the same. */
export const buyGet = benefitKind<BuyGet>({
  name: 'buyGet',
  title: '本品搭赠',
  lane: 'quantity',
  counts: 'gifts',
  fields: [
    { name: 'buyQuantity', title: '买', type: 'quantity', min: 1 },
    { name: 'getQuantity', title: '赠', type: 'quantity', min: 1 },
    { name: 'unit', title: '单位', type: 'unit' },
    {
      name: 'mode',
      title: '赠送方式',
      type: 'choice',
      choices: [
        { value: 'added', title: '外赠（另送）' },
        { value: 'within', title: '内赠（含在订量内）' },
      ],
    },
    {
      name: 'counting',
      title: '计算方式',
      type: 'choice',
      choices: [
        { value: 'step', title: '每满一组' },
        { value: 'proRata', title: '按比例' },
        { value: 'exact', title: '整组才赠' },
      ],
    },
  ],
  example: { buyQuantity: 10, getQuantity: 1, unit: '箱', mode: 'added', counting: 'step' },
  // What is given out of the order comes free in whole packs: the last bottle of the group frees several.
  hasCliffs: ({ mode, counting }) => mode === 'within' && counting !== 'proRata',
  check: ({ mode, buyQuantity, getQuantity }) =>
    mode === 'within' && getQuantity >= buyQuantity ? ['promotions.givesAll'] : [],
  describe: ({ buyQuantity, getQuantity, unit, mode }) =>
    mode === 'added'
      ? `买${buyQuantity}${unit || '件'}赠${getQuantity}${unit || '件'}`
      : `每${buyQuantity}${unit || '件'}内含赠${getQuantity}${unit || '件'}`,
  apply(rule, { items, limit }) {
    let left = limit;
    const each = items.flatMap((item) => {
      const factor = item.factorOf(rule.unit);
      if (factor === null) return [];
      const given = givenFor(rule, item, factor, left);
      left -= given.quantity;
      return [{ item, factor, given }];
    });
    const given = each.filter(({ given: { quantity } }) => quantity > 0);
    const near = each.length === 1 && left > 0 ? nearFor(rule, each[0] as Each) : null;
    if (given.length === 0) return { ...nothing, near };
    const effect: Effect = {
      times: limitUsed(given),
      offs: rule.mode === 'within' ? given.map(offOf) : [],
      gifts: rule.mode === 'added' ? given.map(giftOf) : [],
      uses: given.map(({ item, given: { used } }) => ({ key: item.key, quantity: used })),
      freightOffFen: 0,
    };
    return { effect, near };
  },
});

interface Given {
  /** Base units that are free. */
  readonly quantity: number;
  /** Base units that count for them. */
  readonly used: number;
}

interface Each {
  readonly item: Item;
  readonly factor: number;
  readonly given: Given;
}

const none: Given = { quantity: 0, used: 0 };

function givenFor(
  { buyQuantity, getQuantity, counting }: BuyGet,
  { quantity, orderedQuantity }: Item,
  factor: number,
  limit: number,
): Given {
  const group = buyQuantity * factor;
  const get = getQuantity * factor;
  if (counting === 'exact' && orderedQuantity % group !== 0) return none;
  if (counting === 'proRata') {
    const free = Math.min(limit, Math.floor((quantity * get) / group));
    return free > 0 ? { quantity: free, used: Math.min(quantity, Math.ceil((free * group) / get)) } : none;
  }
  const groups = Math.min(Math.floor(quantity / group), Math.floor(limit / get));
  return groups > 0 ? { quantity: groups * get, used: groups * group } : none;
}

const limitUsed = (given: readonly Each[]) =>
  given.reduce((total, { given: { quantity } }) => total + quantity, 0);

const giftOf = ({ item: { skuId }, given: { quantity } }: Each): Gift => ({ skuId, quantity });

/** The last units of the item are the free ones. */
const offOf = ({ item: { key, amountFen, quantity: all }, given: { quantity } }: Each): Off => ({
  key,
  quantity,
  offFen: partOfFen(amountFen, all, all - quantity, all),
});

function nearFor(rule: BuyGet, { item: { skuId, quantity }, factor }: Each): Near {
  const group = rule.buyQuantity * factor;
  const missing = group - (quantity % group);
  const isWhole = missing % factor === 0;
  return {
    missing: isWhole ? { quantity: missing / factor, unit: rule.unit } : { quantity: missing, unit: '' },
    skuId,
    gain: { kind: 'gift', skuId, quantity: rule.getQuantity * factor },
  };
}
