/** The steps of the overdue ladder, mildest first. */
export const ladderSteps = ['clear', 'remind', 'noPromotion', 'cashOnly', 'stopShipment', 'frozen'] as const;
export type LadderStep = (typeof ladderSteps)[number];

/** How hard a step is; 0 is none. */
export const severityOf = (step: LadderStep): number => ladderSteps.indexOf(step);
