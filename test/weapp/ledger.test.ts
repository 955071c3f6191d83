import { closeShops, logIn, openShop } from './open-shop';
import { shopAnswers } from './shop-answers';
import { account } from './shop-facts';
import { octoberOfHq, owed } from './shop-ledger';

afterEach(closeShops);

const usual = shopAnswers();

describe('money in the mini-program', () => {
  it('is booked once, after it has been looked at once more', async () => {
    const { shop, api } = openShop({
      answers: {
        ...usual,
        credit: { ...usual.credit, receive: ({ amountFen }) => ({ ...account, unappliedFen: amountFen }) },
      },
    });
    await logIn(shop);
    shop.move('navigateTo', '/pages/ledger/index');
    await shop.says('¥24.00', `owing-${owed.buyerId}`);
    await shop.tap(`owing-${owed.buyerId}`);
    await shop.opens('pages/ledger/customer/index');

    await shop.tap('receive-open');
    await shop.fill('receive-yuan', '10.5');
    await shop.tap('confirm-ok');
    await shop.says('¥10.50', 'receive-sum');
    expect(api.calls('credit.receive')).toEqual([]);
    await shop.tap('confirm-ok');

    await shop.waits('it was booked', () => shop.wordsOf('receive-sum') === undefined);
    expect(api.calls('credit.receive')).toMatchObject([
      { input: { amountFen: 1_050, buyerId: account.buyerId } },
    ]);
  });

  it('is agreed on: what a supplier sent is read line by line and confirmed', async () => {
    const { shop, api } = openShop({
      answers: {
        ...usual,
        credit: { ...usual.credit, answerStatement: () => ({ ...octoberOfHq, state: 'confirmed' }) },
      },
    });
    await logIn(shop);
    shop.move('navigateTo', '/pages/ledger/statements/index');
    await shop.tap(`statement-${octoberOfHq.statementId}`);
    await shop.says('SO-20261022-0001', 'paper-lines');

    await shop.tap('statement-agree');
    await shop.tap('confirm-ok');

    await shop.waits('it was answered', () => api.calls('credit.answerStatement').length === 1);
    expect(api.calls('credit.answerStatement')).toMatchObject([
      { input: { statementId: octoberOfHq.statementId, agree: true, note: '' } },
    ]);
  });
});

it('lists where a distributor may sell, division by division and grant by grant', async () => {
  const { shop } = openShop();
  await logIn(shop);
  shop.move('navigateTo', '/pages/ledger/region/index');

  await shop.says('浙江省杭州市', 'grant-G-1');
  await shop.tap('division-330000');

  await shop.says('杭州市', 'division-330100');
});
