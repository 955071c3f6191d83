import { placingRoutes } from './order-placing';
import { reviewRoutes } from './order-review';
import { changeRoutes } from './order-changes';
import { deliveryRoutes } from './order-delivery';

export const orderRoutes = {
  ...placingRoutes,
  ...reviewRoutes,
  ...changeRoutes,
  ...deliveryRoutes,
};
