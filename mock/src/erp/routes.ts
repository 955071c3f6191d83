import type { Routes } from '../http';
import type { World } from '../world';

/** A chain's ERP: takes whatever it is told and keeps it, so that a tester can look at it. */
export function addErpRoutes(router: Routes, world: World): void {
  router.post('/erp/webhooks{/*rest}', (ctx) => {
    const headers = Object.fromEntries(
      Object.entries(ctx.headers).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    );
    world.side.addWebhook({
      at: world.tradeNow(),
      path: ctx.path,
      headers,
      body: ctx.state.rawBody.toString(),
    });
    world.changed();
    ctx.body = { received: true };
  });
}
