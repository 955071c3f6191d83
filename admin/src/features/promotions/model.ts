import type { Answer } from '../../api';

export type Promotion = Answer<'promotions', 'list'>['items'][number];
export type PromotionState = Promotion['state'];
/** A promotion as it is written: without what the server adds. */
export type PromotionDraft = Omit<
  Promotion,
  'version' | 'state' | 'label' | 'used' | 'costFen' | 'warnedShare'
>;
export type Kind = Answer<'promotions', 'kinds'>['items'][number];
export type RuleField = Kind['fields'][number];
export type RowField = RuleField['rows'][number];
export type Rule = Promotion['rule'];
export type Conflict = Answer<'promotions', 'conflicts'>['items'][number];
export type Preview = Answer<'promotions', 'preview'>;
export type Simulation = Answer<'promotions', 'simulate'>;
export type Warnings = Answer<'promotions', 'get'>['warnings'];
export type PromotionCost = Answer<'promotions', 'costs'>['items'][number];
export type Versions = Answer<'promotions', 'get'>['versions'];

export const promotionStates: readonly PromotionState[] = ['draft', 'live', 'stopped', 'ended'];

/** A state out of an address; nothing for what is no state. */
export const promotionStateOf = (text: string | null) => promotionStates.find((state) => state === text);
