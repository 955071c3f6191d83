import { useEffect, type PropsWithChildren } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from './platform/query-client';
import { onTokenDropped } from './platform/session-token';
import { pressByKeys } from './platform/keys';
import { quietScriptLinks } from './platform/script-links';
import { goToLogIn } from './platform/ways';
import './app.scss';

quietScriptLinks();
pressByKeys();

/** The whole app: server state for every page, and the way to the log-in when the session ends. */
export default function App({ children }: PropsWithChildren) {
  useEffect(
    () =>
      onTokenDropped(() => {
        queryClient.clear();
        goToLogIn();
      }),
    [],
  );
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
