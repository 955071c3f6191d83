export const territoryRoutes = {};
