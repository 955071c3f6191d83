import fc from 'fast-check';
import { planMoneyBack } from './give-money-back';

describe('money that goes back', () => {
  it.each([
    ['nothing', [], 0, []],
    ['to an open bill', [['a', 500]], 300, [['a', 300]]],
    [
      'to several open bills in their order',
      [
        ['a', 200],
        ['b', 500],
      ],
      300,
      [
        ['a', 200],
        ['b', 100],
      ],
    ],
    [
      'beyond what is open',
      [['a', 200]],
      300,
      [
        ['a', 200],
        [null, 100],
      ],
    ],
    ['where all is paid', [['a', 0]], 300, [[null, 300]]],
    ['where nothing was billed', [], 300, [[null, 300]]],
  ] as const)('goes %s', (_situation, bills, amountFen, expected) => {
    const parts = planMoneyBack(
      { bills: bills.map(([id, openFen]) => ({ id, openFen })), payments: [], rebateFen: 0 },
      amountFen,
    );

    expect(parts.map(({ billId, amountFen: partFen }) => [billId, partFen])).toEqual(expected);
  });

  it('goes back in reverse of how it came: what is owed, the latest payment, the one before, the rebate, the account', () => {
    const payments = [
      { id: 'late', returnableFen: 200 },
      { id: 'early', returnableFen: 300 },
    ];
    const parts = planMoneyBack({ bills: [{ id: 'a', openFen: 100 }], payments, rebateFen: 50 }, 700);

    expect(
      parts.map(({ instrument, billId, paymentId, amountFen }) => [
        instrument,
        billId ?? paymentId,
        amountFen,
      ]),
    ).toEqual([
      ['creditNote', 'a', 100],
      ['payment', 'late', 200],
      ['payment', 'early', 300],
      ['rebate', null, 50],
      ['creditNote', null, 50],
    ]);
  });

  it('adds up, and never pays a bill more than it is open for', () => {
    const anyBills = fc.array(fc.nat(1_000), { maxLength: 5 });
    fc.assert(
      fc.property(anyBills, fc.nat(5_000), (open, amountFen) => {
        const bills = open.map((openFen, at) => ({ id: String(at), openFen }));

        const parts = planMoneyBack({ bills, payments: [], rebateFen: 0 }, amountFen);

        expect(parts.reduce((total, part) => total + part.amountFen, 0)).toBe(amountFen);
        for (const { billId, amountFen: partFen } of parts) {
          expect(partFen).toBeGreaterThan(0);
          if (billId !== null) expect(partFen).toBeLessThanOrEqual(open[Number(billId)] ?? 0);
        }
      }),
    );
  });
});
