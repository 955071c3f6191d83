import type { ReactNode } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { Crash } from './crash';
import { Shell } from './shell';

const page = (load: () => Promise<{ default: () => ReactNode }>) => async () => ({
  Component: (await load()).default,
});

/** Every screen by address; each is loaded when it is first opened. */
export const router = createBrowserRouter(
  [
    {
      path: '/login',
      lazy: page(() => import('./pages/login')),
      errorElement: <Crash />,
      HydrateFallback: () => null,
    },
    {
      path: '/',
      element: <Shell />,
      errorElement: <Crash />,
      HydrateFallback: () => null,
      children: [
        {
          errorElement: <Crash />,
          children: [
            { index: true, element: <Navigate to="/queue" replace /> },
            { path: 'queue', lazy: page(() => import('./pages/queue')) },
            { path: 'orders', lazy: page(() => import('./pages/orders')) },
            { path: 'orders/:orderId', lazy: page(() => import('./pages/order')) },
            { path: 'lots', lazy: page(() => import('./pages/lots')) },
            { path: 'credit', lazy: page(() => import('./pages/credit')) },
            { path: 'bills', lazy: page(() => import('./pages/bills')) },
            { path: 'parties', lazy: page(() => import('./pages/parties')) },
            { path: 'exchange', lazy: page(() => import('./pages/exchange')) },
            { path: '*', lazy: page(() => import('./pages/missing')) },
          ],
        },
      ],
    },
  ],
  { basename: '/admin' },
);
