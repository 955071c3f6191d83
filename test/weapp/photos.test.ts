import { closeShops, logIn, openShop } from './open-shop';
import { oldOrder, shopAnswers } from './shop-answers';
import { photoBase64 } from './fake-wx';
import { FakeRefusal } from './fake-api';

afterEach(closeShops);

const usual = shopAnswers();
const page = 'pages/after-sales/ask/index';

describe('photos in the mini-program', () => {
  it('are chosen, made smaller, and sent as they are chosen; what the server refuses says why', async () => {
    let isFull = false;
    const { shop, api } = openShop({
      answers: {
        ...usual,
        attachments: {
          addPart: () => {
            if (isFull) throw new FakeRefusal('attachments.quotaSpent');
            return { received: 1, photo: null };
          },
        },
      },
    });
    await logIn(shop);
    shop.move('navigateTo', `/${page}?orderId=${oldOrder.orderId}`);
    await shop.opens(page);

    await shop.tap('ask-photos-add');

    await shop.says('1/', 'ask-photos');
    await shop.waits('the photo was sent', () => api.calls('attachments.addPart').length === 1);
    expect(api.calls('attachments.addPart')).toMatchObject([
      { input: { purpose: 'afterSales', partNo: 1, partCount: 1, content: photoBase64 } },
    ]);
    const asked = shop.calls.map(({ name }) => name);
    expect(asked.filter((name) => ['chooseMedia', 'compressImage', 'readFile'].includes(name))).toEqual([
      'chooseMedia',
      'compressImage',
      'readFile',
    ]);
    isFull = true;
    await shop.tap('ask-photos-add');
    await shop.says('今天上传的图片已达上限', 'ask-photos');
  });
});
