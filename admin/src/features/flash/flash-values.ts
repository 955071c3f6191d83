import type { Activity } from './model';

/** The terms of a flash sale as they stand in a form. */
export interface FlashValues {
  readonly title: string;
  readonly skuId?: string;
  readonly priceYuan?: number | null;
  readonly quota?: number | null;
  readonly perBuyer?: number | null;
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly tokenSeconds: number;
  readonly regions: readonly string[];
  readonly buyers: readonly string[];
}

const E4_PER_YUAN = 10_000;

/** The start of a new one. */
export const newFlash: FlashValues = { title: '', tokenSeconds: 300, regions: [], buyers: [] };

export const flashValuesOf = (activity: Activity): FlashValues => ({
  title: activity.title,
  skuId: activity.skuId,
  priceYuan: activity.unitPriceE4 / E4_PER_YUAN,
  quota: activity.quota,
  perBuyer: activity.perBuyer,
  startsAt: activity.startsAt,
  endsAt: activity.endsAt,
  tokenSeconds: activity.tokenSeconds,
  regions: activity.audience.regions ?? [],
  buyers: activity.audience.buyers ?? [],
});

const filled = <Name extends string>(name: Name, list: readonly string[]) =>
  list.length > 0 ? { [name]: [...list] } : {};

/** What a sound form holds, as it is sent. What the form does not ask of an audience stays as it was. */
export const termsOf = (values: FlashValues, before?: Pick<Activity, 'audience'>) => {
  const { regions: _, buyers: __, ...rest } = before?.audience ?? {};
  return {
    title: values.title.trim(),
    skuId: values.skuId ?? '',
    unitPriceE4: Math.round((values.priceYuan ?? 0) * E4_PER_YUAN),
    quota: values.quota ?? 0,
    perBuyer: values.perBuyer ?? 0,
    startsAt: values.startsAt ?? '',
    endsAt: values.endsAt ?? '',
    tokenSeconds: values.tokenSeconds,
    audience: { ...rest, ...filled('regions', values.regions), ...filled('buyers', values.buyers) },
  };
};
