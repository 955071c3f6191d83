import type { InputOf, Contract } from '@/api';

type Input = InputOf<Contract['partners']['apply']>;

/** What an applicant fills in, as it is typed. */
export interface ApplyForm {
  readonly kind: Input['kind'];
  readonly name: string;
  readonly channel: Input['channel'];
  readonly contactName: string;
  readonly contactPhone: string;
  readonly regionCode: string;
  /** How the region, and the town where one is chosen, is called. */
  readonly placeName: string;
  readonly townCode: string | null;
  readonly addressDetail: string;
  readonly businessLicenceNo: string;
  readonly foodLicenceNo: string;
  readonly foodLicenceExpiresOn: string;
  readonly sellerCode: string;
}

export type ApplyField = keyof Omit<ApplyForm, 'kind' | 'channel' | 'placeName' | 'townCode'> | 'phoneCode';
/** What is wrong with which field. */
export type Faults = Readonly<Partial<Record<ApplyField, string>>>;

export const emptyForm = (sellerCode: string): ApplyForm => ({
  kind: 'store',
  name: '',
  channel: 'traditional',
  contactName: '',
  contactPhone: '',
  regionCode: '',
  placeName: '',
  townCode: null,
  addressDetail: '',
  businessLicenceNo: '',
  foodLicenceNo: '',
  foodLicenceExpiresOn: '',
  sellerCode,
});

/** A day typed as `20271231`, `2027-12-31` or `2027.12.31`; null when it is none. */
export function readDay(typed: string): string | null {
  const found = /^(\d{4})[-./年]?(\d{2})[-./月]?(\d{2})日?$/.exec(typed.trim());
  if (!found) return null;
  const [, year, month, day] = found;
  const read = `${year}-${month}-${day}`;
  const instant = new Date(`${read}T00:00:00Z`);
  // 2027-02-31 would be taken for March.
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(read) ? read : null;
}

/** What the server is sent of a form. */
export const inputOf = (form: ApplyForm) => ({
  kind: form.kind,
  name: form.name.trim(),
  channel: form.channel,
  contactName: form.contactName.trim(),
  contactPhone: form.contactPhone.trim(),
  regionCode: form.regionCode,
  townCode: form.townCode,
  addressDetail: form.addressDetail.trim(),
  businessLicenceNo: form.businessLicenceNo.trim().toUpperCase(),
  foodLicenceNo: form.foodLicenceNo.trim().toUpperCase(),
  foodLicenceExpiresOn: form.foodLicenceExpiresOn.trim() === '' ? null : readDay(form.foodLicenceExpiresOn),
  sellerCode: form.sellerCode.trim().toUpperCase() || undefined,
});
