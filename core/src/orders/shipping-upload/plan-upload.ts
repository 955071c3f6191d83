import { expressCompany } from './express-company';
import type { UploadParcel, UploadPlan } from './model';

/** A shipment, as far as WeChat is told of it. */
export interface Sent {
  readonly carrier: string;
  readonly trackingNo: string;
  readonly lines: readonly {
    readonly skuName: string;
    readonly quantity: number;
    readonly baseUnit: string;
  }[];
}

export interface SentOrder {
  readonly phone: string;
  /** Nothing of it is still to go. */
  readonly isAllSent: boolean;
  /** Shipments in the order they went. */
  readonly shipments: readonly Sent[];
  /** WeChat has been told of first parcels already: from then on it wants to hear of parcels. */
  readonly hasBegunSplit: boolean;
}

const itemsLimit = 120;
/** WeChat takes no more in one upload. */
const parcelsLimit = 15;

/**
 * What WeChat is to be told of an order's goods now; null when it is too early. Parcels of express companies may be
 * told one after the other. A van (同城配送) may not, so an order that goes by van is told once, when the last of it
 * has gone. Where the first parts went by express and were told, the last says that all has gone, and the van is not
 * mentioned.
 */
export function planUpload({ phone, isAllSent, shipments, hasBegunSplit }: SentOrder): UploadPlan | null {
  if (shipments.length === 0) return null;
  const parcels = shipments.flatMap((sent) => parcelOf(sent, phone) ?? []);
  const areAllExpress = parcels.length === shipments.length;
  const [only] = parcels;
  if (areAllExpress && isAllSent && !hasBegunSplit && only && parcels.length === 1) {
    return { logistics: 'express', isSplit: false, isAllDelivered: true, parcels: [only] };
  }
  if (parcels.length > 0 && (areAllExpress || hasBegunSplit)) {
    return {
      logistics: 'express',
      isSplit: true,
      isAllDelivered: isAllSent,
      parcels: parcels.slice(0, parcelsLimit),
    };
  }
  if (!isAllSent) return null;
  const items = itemWords(shipments.flatMap(({ lines }) => lines));
  return {
    logistics: 'city',
    isSplit: false,
    isAllDelivered: true,
    parcels: [{ trackingNo: null, company: null, items, receiverPhone: null }],
  };
}

function parcelOf({ carrier, trackingNo, lines }: Sent, phone: string): UploadParcel | null {
  const company = expressCompany(carrier);
  if (company === null || !/^[0-9A-Za-z-]{4,64}$/.test(trackingNo)) return null;
  return { trackingNo, company, items: itemWords(lines), receiverPhone: company === 'SF' ? phone : null };
}

/** 矿泉水550ml 24瓶、可乐330ml 12罐 等5种, in at most 120 characters. Lots of the same goods are one. */
function itemWords(lines: Sent['lines']): string {
  const units = new Map<string, { quantity: number; baseUnit: string }>();
  for (const { skuName, quantity, baseUnit } of lines) {
    units.set(skuName, { quantity: quantity + (units.get(skuName)?.quantity ?? 0), baseUnit });
  }
  const words = [...units].map(([name, { quantity, baseUnit }]) => `${name} ${quantity}${baseUnit}`);
  for (let shown = words.length; shown > 0; shown -= 1) {
    const rest = shown < words.length ? ` 等${words.length}种` : '';
    const said = `${words.slice(0, shown).join('、')}${rest}`;
    if ([...said].length <= itemsLimit) return said;
  }
  return [...(words[0] ?? '订单商品')].slice(0, itemsLimit).join('');
}
