import { createBrowserRouter, Navigate } from 'react-router';
import { Crash } from './crash';
import { ForRole } from './for-role';
import { screens } from './screens';
import { Shell } from './shell';

/** The log-in, and every screen behind it. */
export const router = createBrowserRouter(
  [
    {
      path: '/login',
      lazy: async () => ({ Component: (await import('./pages/login')).default }),
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
            { index: true, element: <Navigate to="/desk" replace /> },
            ...screens.map(({ path, access, load }) => ({
              path,
              lazy: async () => {
                const Page = (await load()).default;
                return {
                  Component: () => (
                    <ForRole access={access}>
                      <Page />
                    </ForRole>
                  ),
                };
              },
            })),
            { path: '*', lazy: async () => ({ Component: (await import('./pages/missing')).default }) },
          ],
        },
      ],
    },
  ],
  { basename: '/admin' },
);
