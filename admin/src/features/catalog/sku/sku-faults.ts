import { ApiProblem } from '../../../api';
import { problemTitle } from '../../../ui/problem-view';
import { stepsOf } from '../../../ui/wire-path';
import type { SkuValues } from './sku-values';

type Path = readonly (string | number)[];

/** Something wrong, and the field it is wrong in. */
export interface FieldFault {
  readonly name: Path;
  readonly errors: readonly string[];
}

/** What the form calls otherwise than the wire. */
const typedNames: Readonly<Record<string, string>> = {
  taxRateBp: 'taxPercent',
  shelfLifeDays: 'lifeCount',
  shelfLifeMonths: 'lifeCount',
};

const eachUnit = (values: SkuValues, field: string) =>
  values.units.map((_, at): Path => ['units', at, field]);
const borne = (values: SkuValues): readonly Path[] => [
  ...(values.barcode ? [['barcode']] : []),
  ...values.units.flatMap(({ barcode }, at) => (barcode ? [['units', at, 'barcode']] : [])),
];

/** Where the form shows what the rules of goods refuse. */
const fieldsOf: Readonly<Record<string, (values: SkuValues) => readonly Path[]>> = {
  'catalog.categoryUnknown': () => [['category']],
  'catalog.brandUnknown': () => [['brand']],
  'catalog.baseUnitFixed': () => [['baseUnit']],
  'catalog.unitTwice': (values) => [['baseUnit'], ...eachUnit(values, 'unit')],
  'catalog.factorWrong': (values) => eachUnit(values, 'factor'),
  'catalog.barcodeWrong': borne,
  'catalog.barcodeTwice': borne,
  'catalog.barcodeTaken': borne,
  'catalog.quantityRange': () => [['maximumQuantity']],
  'catalog.shelfLifeWrong': () => [['stopSaleDays']],
};

const pathOf = (path: string): Path => stepsOf(path).map((step) => typedNames[step] ?? step);

/** What a refusal says of the fields of a SKU; nothing where it is about none of them. */
export function skuFaultsOf(error: unknown, values: SkuValues): readonly FieldFault[] {
  if (!(error instanceof ApiProblem)) return [];
  const paths = fieldsOf[error.code]?.(values);
  if (paths) return paths.map((name) => ({ name, errors: [problemTitle(error)] }));
  return (error.problem.errors ?? []).map(({ path, message }) => ({ name: pathOf(path), errors: [message] }));
}
