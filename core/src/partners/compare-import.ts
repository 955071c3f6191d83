import { everyLine, type Party, type Supply } from './model';
import { plainParty } from './plain';

/** What an importer may say of a partner; what it leaves out stays as it is. */
export interface ImportRow {
  readonly code: string;
  readonly kind: Exclude<Party['kind'], 'hq'>;
  readonly name: string;
  readonly channel: Party['channel'];
  readonly regionCode: string;
  /** Who supplies it, by code, with which line; left out: all lines. */
  readonly sellerCode: string;
  readonly productLine?: string | undefined;
  readonly contactName?: string | undefined;
  readonly contactPhone?: string | undefined;
  readonly businessLicenceNo?: string | undefined;
  readonly foodLicenceNo?: string | undefined;
  readonly foodLicenceExpiresOn?: string | null | undefined;
  readonly orderMinimumFen?: number | undefined;
  readonly minimumLifeBp?: number | null | undefined;
  readonly address?:
    | {
        readonly receiver: string;
        readonly phone: string;
        readonly regionCode: string;
        readonly detail: string;
      }
    | undefined;
}

export type ImportOutcome = 'added' | 'changed' | 'same' | 'refused';
export type ImportRefusal = 'codeTwice' | 'kindDiffers' | 'sellerUnknown' | 'sellerDiffers' | 'sellsToItself';

export interface ImportVerdict {
  readonly outcome: ImportOutcome;
  readonly refusal: ImportRefusal | null;
  /** The party as it shall be; null when it is refused. */
  readonly party: Party | null;
  /** The supply to add; null when it is there already. */
  readonly supply: Supply | null;
}

const refuse = (refusal: ImportRefusal): ImportVerdict => ({
  outcome: 'refused',
  refusal,
  party: null,
  supply: null,
});

/** What an import row makes of the party with its code, given what is there. Changes of seller need a transfer. */
export function compareImport(
  row: ImportRow,
  known: Party | undefined,
  seller: Party | undefined,
  supplies: readonly Supply[],
  added: { readonly id: string; readonly at: number },
): ImportVerdict {
  if (known && known.kind !== row.kind) return refuse('kindDiffers');
  if (!seller || (seller.kind !== 'hq' && seller.kind !== 'distributor')) return refuse('sellerUnknown');
  if (seller.code === row.code) return refuse('sellsToItself');
  const productLine = row.productLine ?? everyLine;
  const id = known?.id ?? added.id;
  const supplied = supplies.find((supply) => supply.buyerId === id && supply.productLine === productLine);
  if (supplied && supplied.sellerId !== seller.id) return refuse('sellerDiffers');
  const fresh: Party = {
    ...plainParty,
    id,
    code: row.code,
    kind: row.kind,
    name: row.name,
    level: seller.level + 1,
    parentId: row.kind === 'distributor' ? seller.id : null,
    channel: row.channel,
    regionCode: row.regionCode,
    status: 'active',
    orderMinimumFen: 0,
    minimumLifeBp: null,
    createdAt: added.at,
  };
  const party = { ...(known ?? fresh), ...saidOf(row) };
  const supply: Supply | null = supplied
    ? null
    : { buyerId: id, productLine, sellerId: seller.id, status: 'active', since: added.at };
  if (!known) return { outcome: 'added', refusal: null, party, supply };
  const isSame = supply === null && JSON.stringify(party) === JSON.stringify(known);
  return { outcome: isSame ? 'same' : 'changed', refusal: null, party, supply };
}

/** The fields a row speaks of. */
function saidOf(row: ImportRow): Partial<Party> {
  const {
    code: _code,
    sellerCode: _seller,
    productLine: _line,
    address: _address,
    kind: _kind,
    ...said
  } = row;
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
