/** Goods that typed words may mean. */
interface Named {
  readonly skuId: string;
  readonly name: string;
  readonly barcode: string;
}

/** The one that is meant among what was found: an exact barcode, id or name first, else the only find. */
export function oneMeant<Sku extends Named>(typed: string, found: readonly Sku[]): Sku | undefined {
  const wanted = typed.trim().toLowerCase();
  const exact = found.filter((sku) =>
    [sku.barcode, sku.skuId, sku.name].some((key) => key.toLowerCase() === wanted),
  );
  if (exact.length === 1) return exact[0];
  return found.length === 1 ? found[0] : undefined;
}
