import {
  describeParties,
  type DescribedParty,
  type ImportAnswer,
  type ImportRow,
  partiesOfCodes,
  partyPage,
  upsertParties,
} from '../partners';
import { isRegionCode } from '../territory';
import type { RowOf } from './column';
import { openDesk } from './desk-service';
import type { CellFault, Cells } from './model';
import { partnerColumns } from './partner-columns';

type PartnerRow = RowOf<typeof partnerColumns>;

const kindWords = { distributor: '经销商', store: '门店', chain: '连锁', hq: '总部' } as const;
const channelWords = {
  traditional: '流通',
  modern: '商超',
  convenience: '便利',
  catering: '餐饮',
  special: '特通',
  ecommerce: '电商',
} as const;

const cellsOf = ({ party, sellerCode, address }: DescribedParty): Cells => ({
  code: party.code,
  name: party.name,
  kind: kindWords[party.kind],
  supplierCode: sellerCode,
  channel: channelWords[party.channel],
  regionCode: party.regionCode,
  addressDetail: address?.detail ?? '',
  receiver: address?.receiver ?? '',
  phone: address?.phone ?? '',
  licenceNumber: party.businessLicenceNo,
  foodLicenceNumber: party.foodLicenceNo,
  foodLicenceExpiresOn: party.foodLicenceExpiresOn ?? '',
});

type Heading = keyof typeof partnerColumns;
const neededWhenNew: readonly Heading[] = ['name', 'kind', 'supplierCode', 'channel', 'regionCode'];

const words: Readonly<Record<NonNullable<ImportAnswer['refusal']>, readonly [Heading, string]>> = {
  codeTwice: ['code', '客户重复'],
  kindDiffers: ['kind', '类型不能修改'],
  sellerUnknown: ['supplierCode', '没有这个供货方：请先导入上级'],
  sellerDiffers: ['supplierCode', '更换供货方请走转移流程'],
  sellsToItself: ['supplierCode', '供货方不能是自己'],
};

const faultOf = (field: Heading, fault: string): CellFault => ({
  heading: partnerColumns[field].heading,
  fault,
});

function faultsBefore(row: PartnerRow, isNew: boolean): readonly CellFault[] {
  const missing = isNew
    ? neededWhenNew.flatMap((field) => (row[field] === null ? [faultOf(field, '新客户必填')] : []))
    : [];
  const unknown =
    row.regionCode !== null && !isRegionCode(row.regionCode)
      ? [faultOf('regionCode', '没有这个行政区划')]
      : [];
  return [...missing, ...unknown];
}

/** What a row says, over what is there. */
function rowOf(row: PartnerRow, before: DescribedParty | undefined): ImportRow {
  const party = before?.party;
  const regionCode = row.regionCode ?? party?.regionCode ?? '';
  const { addressDetail: detail, receiver, phone } = row;
  const kind = row.kind ?? party?.kind;
  return {
    code: row.code,
    kind: kind === undefined || kind === 'hq' ? 'store' : kind,
    name: row.name ?? party?.name ?? '',
    channel: row.channel ?? party?.channel ?? 'traditional',
    regionCode,
    sellerCode: row.supplierCode ?? before?.sellerCode ?? '',
    contactName: receiver ?? undefined,
    contactPhone: phone ?? undefined,
    businessLicenceNo: row.licenceNumber ?? undefined,
    foodLicenceNo: row.foodLicenceNumber ?? undefined,
    foodLicenceExpiresOn: row.foodLicenceExpiresOn ?? undefined,
    address:
      detail !== null && receiver !== null && phone !== null
        ? { receiver, phone, regionCode, detail }
        : undefined,
  };
}

/** 客户 in and out. An address is given to a party that has none; others are kept by the party itself. */
export const partnerDesk = openDesk({
  kind: 'partners',
  columns: partnerColumns,
  keyOf: ({ code }) => code,
  load: async (tx, _handover, rows) => {
    const known = await partiesOfCodes(
      tx,
      rows.map(({ code }) => code),
    );
    const described = await describeParties(tx, known);
    return new Map(described.map((one) => [one.party.code, cellsOf(one)]));
  },
  write: async (tx, { at, newId }, rows) => {
    const known = await partiesOfCodes(
      tx,
      rows.map(({ code }) => code),
    );
    const before = new Map((await describeParties(tx, known)).map((one) => [one.party.code, one]));
    const faults = new Map<string, readonly CellFault[]>();
    for (const row of rows) {
      const found = faultsBefore(row, !before.has(row.code));
      const isHeadquarters = before.get(row.code)?.party.kind === 'hq';
      const all = isHeadquarters ? [...found, faultOf('code', '总部资料不能导入')] : found;
      if (all.length > 0) faults.set(row.code, all);
    }
    const sound = rows.filter(({ code }) => !faults.has(code)).map((row) => rowOf(row, before.get(row.code)));
    for (const { code, refusal } of await upsertParties(tx, newId, sound, at)) {
      if (refusal !== null) faults.set(code, [faultOf(...words[refusal])]);
    }
    return faults;
  },
  page: async (tx, _handover, after, limit) => {
    const parties = await partyPage(tx, after, limit);
    const last = parties.length === limit ? parties.at(-1) : undefined;
    return { rows: (await describeParties(tx, parties)).map(cellsOf), after: last?.code ?? null };
  },
});
