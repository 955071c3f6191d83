import type { Contract, InputOf } from '@tongpan/bff/src/contract';
import type { Things } from './things';

/** What is asked with another party's id in one place of an input. */
export interface Asked {
  readonly of: keyof Things;
  /** What a stranger hears: the same as for an id there is not. */
  readonly code: string;
  /** The rest of an input that would be well without the other's id, laid over that of the access row. */
  readonly with?: Readonly<Record<string, unknown>>;
  /** The caller makes such ids, so one that is taken is refused, and one that is not is not. */
  readonly isTaken?: boolean;
}

export const asks = (
  of: keyof Things,
  code: string,
  rest: Readonly<Record<string, unknown>> = {},
): Asked => ({
  of,
  code,
  with: rest,
});
/** An id that the caller makes, and that another has made already. */
export const taken = (
  of: keyof Things,
  code: string,
  rest: Readonly<Record<string, unknown>> = {},
): Asked => ({
  ...asks(of, code, rest),
  isTaken: true,
});

/** Why an id cannot be another's. */
export const goods = 'goods are the whole channel’s';
/** Why a route takes no id of a party. */
export const own = 'it asks about the caller alone';
export const everyones = 'what it tells is the same for everybody';
export const hqAlone = 'HQ alone may call it, and sees every party';

type Reason = string;
type NameOfId<Input> = Exclude<Extract<keyof Input, `${string}Id` | `${string}Ids`>, 'commandId'>;
type Inner<Input> = {
  [Key in keyof Input & string]: NonNullable<Input[Key]> extends readonly (infer Item)[]
    ? Item extends object
      ? `${Key}.${NameOfId<Item>}`
      : never
    : never;
}[keyof Input & string];
/** Where an input carries ids: its own fields, and those of its lists. */
type PlaceOf<Input> = NameOfId<Input> | Inner<Input>;

type HqRule = 'headquarters' | 'hqOwner' | 'hqManager' | 'hqFinance';
/** A route with ids says of each what a stranger hears or why it is nobody's; one without says why it has none. */
type RowOf<R> = R extends { readonly access: HqRule }
  ? typeof hqAlone
  : [PlaceOf<InputOf<R>>] extends [never]
    ? Reason
    : { readonly [Place in PlaceOf<InputOf<R>>]-?: Asked | Reason };

/** One row for each route of a room. */
export type AnothersRowsOf<Domain extends keyof Contract> = {
  readonly [Name in keyof Contract[Domain]]: RowOf<Contract[Domain][Name]>;
};
