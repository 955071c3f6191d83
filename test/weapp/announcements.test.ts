import { closeShops, logIn, openShop } from './open-shop';
import { announced, shopAnswers, springBreak } from './shop-answers';

afterEach(closeShops);

const usual = shopAnswers();
const opening = { announcementId: 'AN-2', title: '新仓启用', isPinned: false };

/** A shop in which two things are announced, the first in the version given. */
const openWith = (version: number, storage?: Map<string, unknown>) =>
  openShop({
    ...(storage ? { storage } : {}),
    answers: {
      announcements: {
        ...usual.announcements,
        shown: () => ({
          items: [
            { ...announced(springBreak), version },
            { ...announced(springBreak), ...opening },
          ],
        }),
      },
    },
  });

describe('announcements in the mini-program', () => {
  it('stand above the goods one after the other, until they are closed; a new version stands there again', async () => {
    const storage = new Map<string, unknown>();
    const { shop } = openWith(2, storage);
    await logIn(shop);
    await shop.says('春节发货安排', 'announced');

    await shop.tap('announced-close');
    await shop.says('新仓启用', 'announced');
    await shop.tap('announced-close');
    await shop.waits('the strip is gone', () => shop.wordsOf('announced') === undefined);

    shop.close();
    const again = openWith(2, storage).shop;
    await again.opens('pages/home/index');
    await again.waits('the goods are there', () => again.words().includes('清谷矿泉水'));
    expect(again.wordsOf('announced')).toBeUndefined();

    again.close();
    const changed = openWith(3, storage).shop;
    await changed.opens('pages/home/index');
    await changed.says('春节发货安排', 'announced');
  });

  it('are marked until they are read, and lead to what they are about', async () => {
    const { shop } = openWith(2);
    await logIn(shop);
    shop.move('switchTab', '/pages/mine/index');
    await shop.says('2', 'to-announcements');
    await shop.tap('to-announcements');
    await shop.opens('pages/account/announcements/index');
    await shop.says('未读', 'announcement-AN-1');

    await shop.tap('announcement-AN-1');
    await shop.opens('pages/account/announcement/index');
    await shop.says('除夕至初六停发。\n初七恢复。', 'announcement-body');
    await shop.tap('announcement-link');
    await shop.opens('pages/goods/index');

    shop.move('navigateTo', '/pages/account/announcements/index');
    await shop.says('春节发货安排', 'announcement-AN-1');
    expect(shop.wordsOf('announcement-AN-1')).not.toContain('未读');
    expect(shop.wordsOf('announcement-AN-2')).toContain('未读');
  });

  it('that have ended say so', async () => {
    const { shop } = openShop();
    await logIn(shop);
    shop.move('navigateTo', '/pages/account/announcement/index?announcementId=GONE');

    await shop.says('该公告不存在或已结束', 'problem');
  });
});
