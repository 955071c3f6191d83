import { mapCompany } from './map-company';
import { matchCancellations, planLanes } from './plan-lanes';
import { aFolder, anInvoice } from './testing';

const at = (time: string) => Date.parse(`${time}:00+08:00`);

describe('a cancellation', () => {
  const sale = (
    invoice: string,
    goods: Readonly<Record<string, number>> = { a: 1, b: 2 },
    customer = '17850',
  ) => anInvoice({ invoice, goods, customer });
  const cancels = (
    invoice: string,
    goods: Readonly<Record<string, number>> = { a: 1, b: 2 },
    customer = '17850',
  ) => anInvoice({ invoice, goods, customer, isCancellation: true });
  const matched = (...invoices: ReturnType<typeof anInvoice>[]) =>
    [...matchCancellations(invoices)].map(([cancellation, { invoice }]) => [cancellation, invoice]);

  it.each([
    ['takes back the sale of the same goods', [sale('S1'), cancels('C1')], [['C1', 'S1']]],
    ['takes back the latest of them', [sale('S1'), sale('S2'), cancels('C1')], [['C1', 'S2']]],
    [
      'takes each back once',
      [sale('S1'), sale('S2'), cancels('C1'), cancels('C2'), cancels('C3')],
      [
        ['C1', 'S2'],
        ['C2', 'S1'],
      ],
    ],
    [
      'does not mind in which order the goods stand',
      [sale('S1', { b: 2, a: 1 }), cancels('C1')],
      [['C1', 'S1']],
    ],
    ['does not take back a later sale', [cancels('C1'), sale('S1')], []],
    ['does not take back another quantity', [sale('S1', { a: 1, b: 3 }), cancels('C1')], []],
    ['does not take back a part', [sale('S1'), cancels('C1', { a: 1 })], []],
    ['does not take back another customer’s', [sale('S1', { a: 1, b: 2 }, '13047'), cancels('C1')], []],
  ])('%s', (_rule, invoices, expected) => {
    expect(matched(...invoices)).toEqual(expected);
  });
});

describe('the lanes', () => {
  const customers = Array.from({ length: 40 }, (_, number) => String(12_000 + number));
  const invoices = ['2026-01-05T09:00', '2026-01-05T23:59', '2026-01-06T00:00', '2026-01-09T10:00'].flatMap(
    (time) => customers.map((customer) => anInvoice({ customer, at: at(time) })),
  );
  const cancellation = anInvoice({
    customer: customers[0]!,
    at: at('2026-01-09T11:00'),
    isCancellation: true,
  });
  const company = mapCompany(aFolder([...invoices, cancellation]));
  const lanes = planLanes(company, [...invoices, cancellation]);

  it('are one for each distributor, and hold every invoice once', () => {
    const played = lanes.flatMap(({ days }) => days.flatMap((day) => day.invoices));

    expect(lanes.map(({ distributorId }) => distributorId)).toEqual(company.distributors.map(({ id }) => id));
    expect(new Set(played).size).toBe(played.length);
    expect(played).toHaveLength(invoices.length + 1);
  });

  it('hold the invoices of their own stores', () => {
    const distributorOf = new Map(
      company.stores.map(({ customer, distributorId }) => [customer, distributorId]),
    );
    for (const { distributorId, days } of lanes) {
      for (const { customer } of days.flatMap((day) => day.invoices))
        expect(distributorOf.get(customer)).toBe(distributorId);
    }
  });

  it('are cut into days that begin at midnight in Shanghai, in time order', () => {
    for (const { days } of lanes) {
      expect(days.map(({ startsAt }) => startsAt)).toEqual(
        ['2026-01-05T00:00', '2026-01-06T00:00', '2026-01-09T00:00'].map(at),
      );
      for (const { startsAt, invoices: ofDay } of days) {
        for (const invoice of ofDay) {
          expect(invoice.at - startsAt).toBeGreaterThanOrEqual(0);
          expect(invoice.at - startsAt).toBeLessThan(86_400_000);
        }
        expect(ofDay.map((invoice) => invoice.at)).toEqual(ofDay.map((invoice) => invoice.at).sort());
      }
    }
  });

  it('count their sales, not what takes them back', () => {
    expect(lanes.reduce((total, { saleCount }) => total + saleCount, 0)).toBe(invoices.length);
  });

  it('are empty without invoices', () => {
    for (const lane of planLanes(company, [])) expect(lane).toMatchObject({ days: [], saleCount: 0 });
  });
});
