import { useEffect, type ReactNode } from 'react';

interface PageProps {
  title: string;
  hint?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
}

/** Names the browser tab. */
export function useTabTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · 通盘`;
  }, [title]);
}

/** A screen: its title, what it is for, what one may do, and the work below. */
export function Page({ title, hint, extra, children }: PageProps) {
  useTabTitle(title);
  return (
    <div className="tp-page">
      <header className="tp-page-head">
        <div>
          <h1>{title}</h1>
          {hint && <div className="tp-muted">{hint}</div>}
        </div>
        <div className="tp-page-extra">{extra}</div>
      </header>
      {children}
    </div>
  );
}
