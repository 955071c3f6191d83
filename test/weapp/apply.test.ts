import { closeShops, openShop } from './open-shop';
import { shopAnswers } from './shop-answers';
import { at } from './shop-facts';

afterEach(closeShops);

const usual = shopAnswers();
const page = 'pages/apply/index';
const licence = '91330106MA2B1C2D3E';

const handedIn = {
  state: 'submitted',
  submissionNo: 1,
  submittedAt: at,
  decidedAt: null,
  reason: '',
} as const;

/** A server that takes applications, which are nobody's until one is handed in. */
const taking = () => ({
  ...usual,
  partners: {
    ...usual.partners,
    apply: ({ applicationId }: { readonly applicationId: string }) => ({ ...handedIn, applicationId }),
    myApplication: ({ applicationId }: { readonly applicationId: string }) => ({
      ...handedIn,
      applicationId,
    }),
  },
});

describe('applying in the mini-program', () => {
  it('says at the field what is missing, and sends nothing', async () => {
    const { shop, api } = openShop({ address: `/${page}`, answers: taking() });
    await shop.opens(page);

    await shop.tap('apply-submit');

    await shop.says('请填写单位名称', 'apply-name-error');
    await shop.says('请选择所在地区', 'apply-region-error');
    expect(api.calls('partners.apply')).toEqual([]);
  });

  it('is filled in, sent once, and waits for who decides, after a restart as well', async () => {
    const storage = new Map<string, unknown>();
    const { shop, api } = openShop({ address: `/${page}`, answers: taking(), storage });
    await shop.opens(page);
    await shop.tap('apply-kind-store');
    await shop.fill('apply-name', '好邻居便利店');
    await shop.tap('apply-region');
    for (const code of ['330000', '330100', '330106']) await shop.tap(`region-${code}`);
    await shop.says('浙江省 杭州市 西湖区', 'apply-region');
    await shop.fill('apply-addressDetail', '文三路 1 号');
    await shop.fill('apply-contactName', '王老板');
    await shop.fill('apply-contactPhone', '13900001000');
    await shop.fill('apply-businessLicenceNo', licence);

    await shop.tap('apply-submit');

    await shop.says('申请已提交，等待审核');
    await shop.says('好邻居便利店');
    expect(api.calls('partners.apply')).toMatchObject([
      { input: { kind: 'store', name: '好邻居便利店', regionCode: '330106', businessLicenceNo: licence } },
    ]);
    shop.close();

    const { shop: again } = openShop({ address: `/${page}`, answers: taking(), storage });
    await again.says('申请已提交，等待审核');
    await again.tap('apply-look');
    await again.says('审核人可能会拨打联系电话核实');
  });
});
