export const exchangeRoutes = {};
