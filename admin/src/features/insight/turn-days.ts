/** 周转天数: how long what lies there lasts at the pace of a period; `—` where nothing was sent. */
export const turnText = (onHandDays: number, shipped: number): string =>
  shipped === 0 ? '—' : (onHandDays / shipped).toFixed(1);

/** DSO: how many days of credit sales are still owed; `—` where nothing was sold on credit. */
export const outstandingText = (receivableFen: number, creditSalesFen: number, days: number): string =>
  creditSalesFen === 0 ? '—' : ((receivableFen / creditSalesFen) * days).toFixed(1);

/** 投入产出比: what came in for each yuan spent; `—` where nothing was spent. */
export const returnText = (keptFen: number, costFen: number): string =>
  costFen <= 0 ? '—' : `${(keptFen / costFen).toFixed(1)} : 1`;
