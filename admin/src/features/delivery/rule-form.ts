import { yuanText } from '../../ui/format';
import { type DeliveryRule, kindWords } from './model';

/** A rule as it is typed: in yuan and kilograms, for any number of divisions. */
export interface RuleForm {
  readonly buyerId?: string | undefined;
  readonly regionCodes?: string[] | undefined;
  readonly channel?: DeliveryRule['channel'] | undefined;
  readonly kind: DeliveryRule['charge']['kind'];
  readonly steps?: { readonly fromYuan: number; readonly chargeYuan: number }[] | undefined;
  readonly first?: number | undefined;
  readonly firstYuan?: number | undefined;
  readonly further?: number | undefined;
  readonly furtherYuan?: number | undefined;
  readonly freeFromYuan?: number | null | undefined;
}

export const newRule: RuleForm = { kind: 'amount', steps: [{ fromYuan: 0, chargeYuan: 20 }] };

const fenOf = (yuan = 0) => Math.round(yuan * 100);
const gramsInKilogram = 1_000;

/** The rules that a row stands for: one for each division it names. */
export function rulesOf(form: RuleForm): readonly DeliveryRule[] {
  const { buyerId = null, channel = null, regionCodes = [], freeFromYuan = null } = form;
  const charge = chargeOf(form);
  const freeFromFen = freeFromYuan === null ? null : fenOf(freeFromYuan);
  const places = regionCodes.length === 0 ? [null] : regionCodes;
  return places.map((regionCode) => ({ buyerId, regionCode, channel, charge, freeFromFen }));
}

function chargeOf({
  kind,
  steps = [],
  first = 1,
  firstYuan,
  further = 1,
  furtherYuan,
}: RuleForm): DeliveryRule['charge'] {
  if (kind === 'amount') {
    return {
      kind,
      steps: steps.map(({ fromYuan, chargeYuan }) => ({
        fromFen: fenOf(fromYuan),
        chargeFen: fenOf(chargeYuan),
      })),
    };
  }
  const scale = kind === 'weight' ? gramsInKilogram : 1;
  return {
    kind,
    first: Math.round(first * scale),
    firstFen: fenOf(firstYuan),
    further: Math.round(further * scale),
    furtherFen: fenOf(furtherYuan),
  };
}

/** A rule as it may be typed again. */
export function formOf({ buyerId, regionCode, channel, charge, freeFromFen }: DeliveryRule): RuleForm {
  const scope = {
    buyerId: buyerId ?? undefined,
    regionCodes: regionCode === null ? [] : [regionCode],
    channel,
    freeFromYuan: freeFromFen === null ? null : freeFromFen / 100,
  };
  if (charge.kind === 'amount') {
    const steps = charge.steps.map(({ fromFen, chargeFen }) => ({
      fromYuan: fromFen / 100,
      chargeYuan: chargeFen / 100,
    }));
    return { ...scope, kind: charge.kind, steps };
  }
  const scale = charge.kind === 'weight' ? gramsInKilogram : 1;
  return {
    ...scope,
    kind: charge.kind,
    first: charge.first / scale,
    firstYuan: charge.firstFen / 100,
    further: charge.further / scale,
    furtherYuan: charge.furtherFen / 100,
  };
}

/** A rule's charge in a sentence. */
export function sayCharge({ charge, freeFromFen }: Pick<DeliveryRule, 'charge' | 'freeFromFen'>): string {
  const free = freeFromFen === null ? '' : `；满 ${yuanText(freeFromFen)} 包邮`;
  if (charge.kind === 'amount') {
    const steps = [...charge.steps].sort((one, other) => one.fromFen - other.fromFen);
    return `${steps.map(({ fromFen, chargeFen }) => `满 ${yuanText(fromFen)} 收 ${yuanText(chargeFen)}`).join('，')}${free}`;
  }
  const [scale, unit] = charge.kind === 'weight' ? [gramsInKilogram, '公斤'] : [1, '箱'];
  return `${kindWords[charge.kind]}：首 ${charge.first / scale} ${unit} ${yuanText(charge.firstFen)}，续每 ${charge.further / scale} ${unit} ${yuanText(charge.furtherFen)}${free}`;
}
