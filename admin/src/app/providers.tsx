import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, type ReactNode } from 'react';
import { isTransient } from '../api';
import { onSessionChange } from '../session';
import { useIsDark } from './appearance';
import { themeOf } from './theme';

dayjs.locale('zh-cn');

const RETRY_LIMIT = 2;
const mayRetry = (failureCount: number, error: unknown) => isTransient(error) && failureCount < RETRY_LIMIT;

/** Commands may be retried by themselves because each carries an id that the server honours once. */
const client = new QueryClient({
  defaultOptions: {
    // Failing visibly beats waiting for a network that the browser believes is gone.
    queries: { networkMode: 'always', staleTime: 10_000, retry: mayRetry },
    mutations: { networkMode: 'always', retry: mayRetry },
  },
});

/** What every screen stands on: server state, Chinese, the theme, messages. */
export function Providers({ children }: { children: ReactNode }) {
  // What one user has seen must not be shown to the next.
  useEffect(() => onSessionChange(() => client.clear()), []);
  const isDark = useIsDark();
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider locale={zhCN} theme={themeOf(isDark)} button={{ autoInsertSpace: false }}>
        <App message={{ maxCount: 3 }} notification={{ placement: 'bottomLeft', maxCount: 3 }}>
          {children}
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
