/** The channels of the trade as people call them. */
export const channelWords = {
  traditional: '流通',
  modern: '商超',
  convenience: '便利',
  catering: '餐饮',
  special: '特通',
  ecommerce: '电商',
} as const;
export type Channel = keyof typeof channelWords;

const isChannel = (name: string): name is Channel => Object.hasOwn(channelWords, name);
const channels = Object.keys(channelWords).filter(isChannel);
export const channelOptions = channels.map((value) => ({ value, label: channelWords[value] }));

/** A channel out of an address; nothing for what is none. */
export const channelOf = (text: string | null) => (text !== null && isChannel(text) ? text : undefined);

/** A channel as people call it; its own name where it has none. */
export const channelText = (name: string) => (isChannel(name) ? channelWords[name] : name);
