import { type Channel, channelOf } from '../../ui/channels';
import type { Grant, GrantKind, Region } from './model';
import { someOf } from './model';
import { codeOf, prefixOf } from './region-codes';

/** A grant as the form has it: areas by the part of their code that all within them begin with. */
export interface GrantValues {
  readonly kind: GrantKind;
  readonly sellerId?: string;
  readonly name?: string;
  /** `*` is every line; empty is none, for named goods alone. */
  readonly productLine: string;
  readonly onlyCategories: string[];
  readonly includedSkuIds: string[];
  readonly excludedSkuIds: string[];
  readonly excludedCategories: string[];
  readonly areas: string[];
  readonly remainderAreas: string[];
  readonly excludedAreas: string[];
  readonly channels: Channel[];
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly exclusive: boolean;
  readonly quantityCap?: number | null;
  readonly reason?: string;
}

/** What a new grant begins with. */
export interface Begun {
  readonly kind: GrantKind;
  readonly regions: readonly Region[];
  readonly sellerId: string | undefined;
  readonly productLine: string | undefined;
  readonly channel: Channel | undefined;
  readonly today: string;
}

/** A new grant, from what was picked on the map and what the screen was narrowed to. */
export const newGrant = ({ kind, regions, sellerId, productLine, channel, today }: Begun): GrantValues => ({
  kind,
  sellerId,
  name: regions.length > 0 ? someOf(regions.map(({ name }) => name)) : undefined,
  productLine: productLine ?? '*',
  onlyCategories: [],
  includedSkuIds: [],
  excludedSkuIds: [],
  excludedCategories: [],
  areas: regions.map(({ code }) => prefixOf(code)),
  remainderAreas: [],
  excludedAreas: [],
  channels: channel ? [channel] : [],
  startsOn: today,
  exclusive: false,
});

const prefixesOf = (regions: readonly Region[]) => regions.map(({ code }) => prefixOf(code));
const codesOf = (prefixes: readonly string[]) => prefixes.map(codeOf);

/** A grant there is, to be changed. */
export const valuesOf = (grant: Grant): GrantValues => ({
  kind: grant.kind,
  sellerId: grant.sellerId,
  name: grant.name,
  productLine: grant.productLine,
  onlyCategories: [...grant.onlyCategories],
  includedSkuIds: [...grant.includedSkuIds],
  excludedSkuIds: [...grant.excludedSkuIds],
  excludedCategories: [...grant.excludedCategories],
  areas: prefixesOf(grant.areas),
  remainderAreas: prefixesOf(grant.remainderAreas),
  excludedAreas: prefixesOf(grant.excludedAreas),
  channels: grant.channels.flatMap((name) => channelOf(name) ?? []),
  startsOn: grant.startsOn,
  endsOn: grant.endsOn ?? undefined,
  exclusive: grant.exclusive,
  quantityCap: grant.quantityCap,
  reason: grant.reason,
});

/** What grants and permits have in common, as the server takes it; null while the form lacks what nothing can do without. */
function commonOf(values: GrantValues) {
  const { sellerId, startsOn } = values;
  if (!sellerId || !startsOn) return null;
  return {
    sellerId,
    startsOn,
    name: values.name?.trim() ?? '',
    productLine: values.productLine,
    onlyCategories: values.onlyCategories,
    includedSkuIds: values.includedSkuIds,
    excludedSkuIds: values.excludedSkuIds,
    excludedCategories: values.excludedCategories,
    areas: codesOf(values.areas),
    excludedAreas: codesOf(values.excludedAreas),
    channels: values.channels,
    reason: values.reason?.trim() ?? '',
  };
}

/** A grant as the server takes it. */
export function grantOf(values: GrantValues) {
  const common = commonOf(values);
  return (
    common && {
      ...common,
      remainderAreas: codesOf(values.remainderAreas),
      endsOn: values.endsOn ?? null,
      exclusive: values.exclusive,
    }
  );
}

/** A permit as the server takes it. */
export function permitOf(values: GrantValues) {
  const common = commonOf(values);
  return common && values.endsOn
    ? { ...common, endsOn: values.endsOn, quantityCap: values.quantityCap ?? null }
    : null;
}

/** What overlaps are asked about while the form is filled in; null while there is too little. */
export function askedOf(values: GrantValues | undefined) {
  if (!values || values.kind === 'temporary') return null;
  const grant = grantOf(values);
  if (!grant || grant.areas.length + grant.remainderAreas.length === 0) return null;
  // A name is no matter of overlaps, and is often typed last.
  return { ...grant, name: grant.name || '未命名' };
}
