import type { Order } from './queries';

/** What is to be fetched from one shelf: one lot of one line. */
export interface PickRow {
  readonly key: string;
  readonly skuName: string;
  readonly spec: string;
  readonly lotNo: string;
  readonly expiresOn: string;
  readonly quantity: number;
  readonly mixedUnits: string;
}

export interface WarehousePicks {
  readonly warehouseName: string;
  readonly picks: readonly PickRow[];
}

type LineWithLots = Pick<Order['lines'][number], 'lineNo' | 'skuName' | 'spec' | 'promisedLots'>;
type Promised = PickRow & { readonly warehouseName: string };

const inWords = (left: string, right: string) => left.localeCompare(right, 'zh-CN');

/** Promised lots by warehouse, goods by name within it, and of the same goods what expires first on top. */
export function picksOf({ lines }: { readonly lines: readonly LineWithLots[] }): readonly WarehousePicks[] {
  const promised = lines.flatMap((line) =>
    line.promisedLots.map((lot, at): Promised => ({
      key: `${line.lineNo}-${at}`,
      skuName: line.skuName,
      spec: line.spec,
      ...lot,
    })),
  );
  const names = [...new Set(promised.map(({ warehouseName }) => warehouseName))].sort(inWords);
  return names.map((name) => ({
    warehouseName: name,
    picks: promised
      .filter(({ warehouseName }) => warehouseName === name)
      .sort(
        (left, right) =>
          inWords(left.skuName, right.skuName) ||
          inWords(left.expiresOn, right.expiresOn) ||
          inWords(left.key, right.key),
      ),
  }));
}
