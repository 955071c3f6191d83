import type { Answer } from '@tongpan/bff';
import type { FakeAnswers } from './fake-api';
import type { MiniProgram } from './mini-program';
import { closeShops, logIn, openShop } from './open-shop';
import { aMessage, oldOrder, shopAnswers } from './shop-answers';
import { at } from './shop-facts';

afterEach(closeShops);

const usual = shopAnswers();
/** The templates WeChat was made to ask for, each time. */
const askedOf = ({ calls }: MiniProgram) =>
  calls.filter(({ name }) => name === 'requestSubscribeMessage').map(({ options }) => options.tmplIds);
const after = (seconds: number) => new Date(Date.parse(at) + seconds * 1_000).toISOString();
const templates = () => ({
  items: [
    { kind: 'orderApproved' as const, templateId: 'T-APPROVED', consents: 0 },
    { kind: 'orderShipped' as const, templateId: 'T-SHIPPED', consents: 0 },
    { kind: 'refunded' as const, templateId: 'T-REFUNDED', consents: 0 },
    { kind: 'saleStarting' as const, templateId: 'T-SALE', consents: 0 },
  ],
});

async function openWith(messages: FakeAnswers['messages'], more: FakeAnswers = {}) {
  const opened = openShop({ answers: { ...more, messages: { ...usual.messages, ...messages } } });
  await logIn(opened.shop);
  return opened;
}

const soon: Answer<'flash', 'hall'>['items'][number] = {
  activityId: 'F-SOON',
  sellerId: 'HQ',
  sellerName: '清谷饮品总部',
  title: '十点秒水',
  skuId: 'WATER',
  skuName: '清谷矿泉水',
  spec: '500ml×12',
  baseUnit: '瓶',
  unitPriceE4: 10_000,
  quota: 1_000,
  perBuyer: 24,
  startsAt: after(7_200),
  endsAt: after(10_800),
  tokenSeconds: 300,
  phase: 'planned',
  leftTenths: null,
  mayComeBack: false,
};

describe('messages in the mini-program', () => {
  it('shows how many were not read, and a tap on one reads it and goes where it is about', async () => {
    const { shop, api } = await openWith({});
    shop.move('switchTab', '/pages/mine/index');
    await shop.says('1', 'to-messages');

    await shop.tap('to-messages');
    await shop.opens('pages/account/messages/index');
    await shop.says(aMessage.title, `message-${aMessage.messageId}`);
    await shop.tap(`message-${aMessage.messageId}`);

    await shop.opens('pages/order/index');
    expect(api.calls('messages.read').map(({ input }) => input)).toEqual([{ messageId: 'M-1' }]);
  });

  it('asks on an order for what may still come of it, in the tap, and tells what was answered', async () => {
    const { shop, api } = await openWith({ templates, consent: () => ({ done: true }) });
    shop.move('navigateTo', `/pages/order/index?orderId=${oldOrder.orderId}`);
    await shop.tap('subscribe');
    await shop.waits('the server was told', () => api.calls('messages.consent').length === 1);

    expect(askedOf(shop)).toEqual([['T-APPROVED', 'T-SHIPPED', 'T-REFUNDED']]);
    expect(api.calls('messages.consent')[0]?.input).toMatchObject({
      code: expect.stringMatching(/^CODE-/) as string,
      answers: [
        { templateId: 'T-APPROVED', answer: 'accept' },
        { templateId: 'T-SHIPPED', answer: 'accept' },
        { templateId: 'T-REFUNDED', answer: 'accept' },
      ],
    });
  });

  it('offers nothing where the brand has no templates', async () => {
    const { shop } = await openWith({});
    shop.move('navigateTo', `/pages/order/index?orderId=${oldOrder.orderId}`);
    await shop.opens('pages/order/index');
    await shop.waits('the order is there', () => shop.words().includes(oldOrder.number));

    expect(shop.wordsOf('subscribe-row')).toBeUndefined();
  });

  it('reminds of a sale that is to start, and asks WeChat for it in the same tap', async () => {
    const asked: boolean[] = [];
    const { shop, api } = await openWith(
      {
        templates,
        consent: () => ({ done: true }),
        remind: ({ isOn }) => {
          asked.push(isOn);
          return { done: true };
        },
        reminders: () => ({
          items: asked.at(-1)
            ? [{ subject: 'flash' as const, subjectId: soon.activityId, remindAt: after(6_600) }]
            : [],
        }),
      },
      { flash: { ...usual.flash, hall: () => ({ serverTime: at, items: [soon] }) } },
    );
    shop.move('navigateTo', '/pages/deals/flash/index');
    await shop.says('提醒我', `remind-${soon.activityId}`);
    await shop.tap(`remind-${soon.activityId}`);
    await shop.says('已设提醒', `remind-${soon.activityId}`);

    expect(askedOf(shop)).toEqual([['T-SALE']]);
    await shop.waits('the server was told', () => api.calls('messages.consent').length === 1);
    await shop.tap(`remind-${soon.activityId}`);
    await shop.says('提醒我', `remind-${soon.activityId}`);
    expect(asked).toEqual([true, false]);
  });
});
