import { formatYuan } from '../platform/money';
import type { Facts, MessageKind } from './model';
import { dayWords, momentWords, timeWords } from './moment-words';

/** A template of WeChat: its id, and the key each fact goes to. */
export interface Template {
  readonly templateId: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** By the kind of message they tell. */
export type Templates = Readonly<Record<string, Template>>;

type FactName = keyof Facts;

/** What each kind that WeChat may carry has to tell. */
const factsOf: Readonly<Partial<Record<MessageKind, readonly FactName[]>>> = {
  orderApproved: ['number', 'amount', 'goods', 'state', 'at', 'party', 'remark'],
  orderRejected: ['number', 'amount', 'goods', 'state', 'at', 'party', 'remark'],
  orderShipped: ['number', 'amount', 'goods', 'state', 'at', 'party', 'remark'],
  refunded: ['amount', 'state', 'at', 'party', 'remark'],
  afterSalesDecided: ['number', 'state', 'at', 'party', 'title', 'remark'],
  saleStarting: ['title', 'at', 'party', 'state', 'remark'],
};

/** Which kinds of a template's keys a fact can be written to. Source: 订阅消息 参数值内容限制说明. */
const keysOf: Readonly<Record<FactName, readonly string[]>> = {
  number: ['character_string', 'thing'],
  amount: ['amount', 'thing'],
  goods: ['thing'],
  state: ['phrase', 'thing'],
  at: ['time', 'date', 'thing'],
  party: ['thing'],
  title: ['thing'],
  remark: ['thing'],
};

const kindOf = (key: string) => key.replace(/\d+$/, '');
const isFact = (kind: MessageKind, name: string): name is FactName =>
  (factsOf[kind] as readonly string[] | undefined)?.includes(name) ?? false;

/** What is wrong with the templates of a settings file, a line each; none when all can be filled. */
export function checkTemplates(templates: Templates): readonly string[] {
  return Object.entries(templates).flatMap(([kind, { fields }]) => {
    if (!(kind in factsOf)) return [`${kind}: one of ${Object.keys(factsOf).join(', ')}`];
    if (Object.keys(fields).length === 0) return [`${kind}.fields: at least one`];
    return Object.entries(fields).flatMap(([name, key]) => {
      if (!isFact(kind as MessageKind, name)) {
        return [`${kind}.fields.${name}: one of ${factsOf[kind as MessageKind]?.join(', ')}`];
      }
      return keysOf[name].includes(kindOf(key))
        ? []
        : [`${kind}.fields.${name}: ${keysOf[name].join(' or ')}`];
    });
  });
}

/**
 * What goes into a template's keys, each as WeChat takes it: longer words are cut, and money, times and states have
 * their format. Null when a key asks for something that cannot be written so.
 */
export function fillTemplate({ fields }: Template, facts: Facts): Readonly<Record<string, string>> | null {
  const filled: Record<string, string> = {};
  for (const [name, key] of Object.entries(fields)) {
    const value = valueFor(kindOf(key), name as FactName, facts);
    if (value === null) return null;
    filled[key] = value;
  }
  return filled;
}

function valueFor(kind: string, name: FactName, facts: Facts): string | null {
  if (name === 'amount') return facts.amount === undefined ? null : amountFor(kind, facts.amount);
  if (name === 'at') return facts.at === undefined ? null : timeFor(kind, facts.at);
  const text = facts[name] ?? '';
  if (kind === 'phrase') return hanOnly(text);
  if (kind === 'character_string') return asciiOnly(text);
  return thing(text);
}

/** Ten digits before the point, and the sign the buyer knows. */
function amountFor(kind: string, amountFen: number): string | null {
  if (kind === 'thing') return thing(formatYuan(amountFen));
  return amountFen >= 0 && amountFen < 1_000_000_000_000 ? `¥${(amountFen / 100).toFixed(2)}` : null;
}

function timeFor(kind: string, at: number): string {
  if (kind === 'date') return dayWords(at);
  return kind === 'time' ? timeWords(at) : momentWords(at);
}

/** 20 characters, on one line; the last says that something is missing. */
function thing(text: string): string | null {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  if (characters.length === 0) return null;
  return characters.length <= 20 ? characters.join('') : `${characters.slice(0, 19).join('')}…`;
}

/** 32 letters, digits and signs: a number is cut by nobody, or it would be another one. */
function asciiOnly(text: string): string | null {
  return /^[\x21-\x7e]{1,32}$/.test(text) ? text : null;
}

function hanOnly(text: string): string | null {
  const characters = text.match(/\p{Script=Han}/gu)?.slice(0, 5) ?? [];
  return characters.length === 0 ? null : characters.join('');
}
