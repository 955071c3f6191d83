import { csvOf } from './sheet-file-service';

it('writes money with two decimals, quotes what needs it, and lets nothing run as a formula', () => {
  const csv = csvOf({
    name: '按客户',
    columns: [{ title: '客户' }, { title: '有效金额（元）', decimals: 2 }, { title: '订单' }],
    rows: [
      ['甲,"乙"', 12.5, 3],
      ['=1+1', null, 0],
    ],
  });

  expect(csv).toBe('\uFEFF客户,有效金额（元）,订单\r\n"甲,""乙""",12.50,3\r\n\'=1+1,,0\r\n');
});
