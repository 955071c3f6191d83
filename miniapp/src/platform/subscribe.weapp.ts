import Taro from '@tarojs/taro';

/** What somebody answered, by template. */
export type SubscribeAnswers = readonly {
  readonly templateId: string;
  readonly answer: 'accept' | 'reject' | 'ban' | 'filter';
}[];

/** True where messages come to WeChat, by a tap that asks for each. */
export const canSubscribe: boolean = true;

/** WeChat asks for at most three kinds at once. */
const askedTogether = 3;
const answers: readonly string[] = ['accept', 'reject', 'ban', 'filter'];

/**
 * Lets WeChat ask for messages of these templates; empty when it would not. Called in the tap itself: WeChat shows
 * nothing later.
 */
export async function askToSubscribe(templateIds: readonly string[]): Promise<SubscribeAnswers> {
  const tmplIds = templateIds.slice(0, askedTogether);
  if (tmplIds.length === 0) return [];
  // The type wants what another platform takes, too.
  const said = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] }).catch(() => null);
  if (said === null) return [];
  const words = said as Readonly<Record<string, unknown>>;
  return tmplIds.flatMap((templateId) => {
    const answer = words[templateId];
    return typeof answer === 'string' && answers.includes(answer)
      ? [{ templateId, answer: answer as SubscribeAnswers[number]['answer'] }]
      : [];
  });
}

/** Who is at the device, as WeChat tells the server; good once. */
export async function subscriberCode(): Promise<string> {
  const { code } = await Taro.login();
  return code;
}
