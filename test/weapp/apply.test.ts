import { problemKindOf } from '@tongpan/bff/src/http/problem-table';
import { creditCodeOf } from '@tongpan/core/src/partners/testing';
import { FakeRefusal } from './fake-api';
import { closeShops, openShop } from './open-shop';
import { shopAnswers } from './shop-answers';
import { at } from './shop-facts';

afterEach(closeShops);

const usual = shopAnswers();
const page = 'pages/apply/index';
const phone = '13730003000';
const districts: Readonly<Record<string, { code: string; name: string; hasChildren: boolean }>> = {
  '*': { code: '330000', name: '浙江省', hasChildren: true },
  '330000': { code: '330100', name: '杭州市', hasChildren: true },
  '330100': { code: '330106', name: '西湖区', hasChildren: true },
};

/** A server that takes applications in, and says `state` of them. */
function openDoor(storage: Map<string, unknown>, address?: string) {
  const said = { state: 'submitted' as 'submitted' | 'rejected', submissionNo: 0, isCodeWrong: true };
  const view = (applicationId: string) => ({
    applicationId,
    state: said.state,
    submissionNo: said.submissionNo,
    submittedAt: at,
    decidedAt: null,
    reason: said.state === 'rejected' ? '请补充门牌号' : '',
  });
  const opened = openShop({
    storage,
    address,
    answers: {
      ...usual,
      auth: { ...usual.auth, ways: () => ({ wechat: null, code: true }), sendCode: () => ({ done: true }) },
      territory: {
        divisions: ({ parent }) => ({ items: [districts[parent]].flatMap((one) => (one ? [one] : [])) }),
      },
      partners: {
        ...usual.partners,
        apply: ({ applicationId }) => {
          if (said.isCodeWrong) throw new FakeRefusal('auth.codeWrong');
          said.submissionNo += 1;
          said.state = 'submitted';
          return view(applicationId);
        },
        myApplication: ({ applicationId }) => view(applicationId),
      },
    },
  });
  return { ...opened, said };
}

describe('who wants to become a customer, in the mini-program', () => {
  it('fills in the form, mends what is wrong, and reads how it stands, also after a restart', async () => {
    const storage = new Map<string, unknown>();
    const { shop, api, said } = openDoor(storage);
    await shop.opens('pages/login/index');
    await shop.tap('to-apply');
    await shop.opens(page);
    await shop.tap('apply-submit');
    await shop.says('请填写单位名称', 'apply-name-error');

    await shop.fill('apply-name', '桥头便利店');
    await shop.tap('apply-region');
    for (const code of ['330000', '330100', '330106']) await shop.tap(`region-${code}`);
    await shop.tap('region-no-town');
    await shop.fill('apply-addressDetail', '文三路 9 号');
    await shop.fill('apply-contactName', '李老板');
    await shop.fill('apply-contactPhone', phone);
    await shop.tap('apply-send');
    await shop.fill('apply-phoneCode', '123456');
    await shop.fill('apply-businessLicenceNo', creditCodeOf('91330106MA4AA0001'));
    await shop.tap('apply-submit');
    await shop.says(problemKindOf('auth.codeWrong')!.title, 'apply-phoneCode-error');

    said.isCodeWrong = false;
    await shop.tap('apply-submit');
    await shop.says('申请已提交，等待审核');
    const sent = api.calls('partners.apply').map(({ input }) => input);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({ kind: 'store', regionCode: '330106', phoneCode: '123456' });
    expect(sent.map(({ applicationId }) => applicationId)).toEqual(Array(2).fill(sent[0]?.applicationId));
    shop.close();

    const { shop: again, api: later, said: now } = openDoor(storage, `/${page}`);
    Object.assign(now, { state: 'rejected', submissionNo: 1, isCodeWrong: false });
    await again.says('请补充门牌号', 'apply-reason');
    await again.tap('apply-mend');
    await again.fill('apply-addressDetail', '文三路 9 号 3 幢');
    await again.tap('apply-submit');

    await again.says('第 2 次');
    // The phone was proved before, and is asked for no second code.
    expect(later.calls('partners.apply').map(({ input }) => input)).toMatchObject([
      { applicationId: sent[0]?.applicationId, secret: sent[0]?.secret, addressDetail: '文三路 9 号 3 幢' },
    ]);
    expect(later.calls('partners.apply')[0]?.input).not.toHaveProperty('phoneCode');
  });
});
