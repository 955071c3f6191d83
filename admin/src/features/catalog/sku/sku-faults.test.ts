import { ApiProblem } from '../../../api';
import { skuFaultsOf } from './sku-faults';
import type { SkuValues } from './sku-values';

const values = {
  barcode: '690',
  units: [{ barcode: '' }, { barcode: '691' }],
} as unknown as SkuValues;
const refused = (code: string, errors?: { path: string; message: string }[]) =>
  new ApiProblem(422, { type: '', title: '有误', status: 422, code, ...(errors ? { errors } : {}) } as never);

it('marks every code a refusal may mean', () => {
  expect(skuFaultsOf(refused('catalog.barcodeWrong'), values).map(({ name }) => name)).toEqual([
    ['barcode'],
    ['units', 1, 'barcode'],
  ]);
});

it('finds the field behind the name on the wire', () => {
  const errors = [
    { path: 'taxRateBp', message: '太大' },
    { path: 'units[0].factor', message: '太小' },
  ];

  expect(skuFaultsOf(refused('request.invalid', errors), values)).toEqual([
    { name: ['taxPercent'], errors: ['太大'] },
    { name: ['units', 0, 'factor'], errors: ['太小'] },
  ]);
});

it('says nothing of what is about no field', () => {
  expect(skuFaultsOf(refused('catalog.versionChanged'), values)).toEqual([]);
});
