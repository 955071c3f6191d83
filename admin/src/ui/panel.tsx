import type { ReactNode } from 'react';

interface PanelProps {
  title: ReactNode;
  extra?: ReactNode;
  /** Tables touch the panel's edge. */
  flush?: boolean;
  children: ReactNode;
}

/** A titled block of a screen. */
export const Panel = ({ title, extra, flush = false, children }: PanelProps) => (
  <section className="tp-panel">
    <header className="tp-panel-head">
      <h2>{title}</h2>
      {extra}
    </header>
    <div className={flush ? '' : 'tp-panel-body'}>{children}</div>
  </section>
);
