/** The API at a glance. Clients ship this table; the schemas beside it stay on the server. */
export const endpoints = {
  auth: {
    logIn: 'POST /api/v1/auth/login',
    logOut: 'POST /api/v1/auth/logout',
    me: 'GET /api/v1/auth/me',
    sessions: 'GET /api/v1/auth/sessions',
    revokeSession: 'POST /api/v1/auth/sessions/:sessionId/revoke',
    changePassword: 'POST /api/v1/auth/password',
  },
  catalog: {
    search: 'GET /api/v1/catalog/skus',
    get: 'GET /api/v1/catalog/skus/:skuId',
    categories: 'GET /api/v1/catalog/categories',
  },
  partners: {
    suppliers: 'GET /api/v1/partners/suppliers',
    addresses: 'GET /api/v1/partners/addresses',
    parties: 'GET /api/v1/partners',
  },
  territory: {},
  orders: {
    quote: 'POST /api/v1/orders/quote',
    place: 'POST /api/v1/orders',
    list: 'GET /api/v1/orders',
    counts: 'GET /api/v1/orders/counts',
    get: 'GET /api/v1/orders/:orderId',
    cancel: 'POST /api/v1/orders/:orderId/cancel',
    approve: 'POST /api/v1/orders/:orderId/approve',
    reject: 'POST /api/v1/orders/:orderId/reject',
    ship: 'POST /api/v1/orders/:orderId/shipments',
    sign: 'POST /api/v1/orders/:orderId/shipments/:shipmentId/sign',
  },
  stock: {
    warehouses: 'GET /api/v1/stock/warehouses',
    lots: 'GET /api/v1/stock/lots',
    receive: 'POST /api/v1/stock/receipts',
  },
  credit: {
    mine: 'GET /api/v1/credit/mine',
    accounts: 'GET /api/v1/credit/accounts',
    bills: 'GET /api/v1/credit/bills',
    entries: 'GET /api/v1/credit/entries',
    receive: 'POST /api/v1/credit/receipts',
    setLimit: 'POST /api/v1/credit/limits',
  },
  exchange: {},
} as const;

export type Endpoints = typeof endpoints;
