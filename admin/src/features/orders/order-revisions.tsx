import { yuanText } from '../../ui/format';
import { When } from '../../ui/when';
import type { Order } from './model';

/** Every version of the order but the present one: what was changed, by whom and why, newest first. */
export const OrderRevisions = ({ revisions }: { revisions: Order['revisions'] }) => (
  <ol className="revision-list" reversed>
    {[...revisions].reverse().map((revision) => (
      <li key={revision.revision}>
        <div className="trail-head">
          <b>第 {revision.revision} 版</b>
          <span className="tp-muted tp-small">
            <When at={revision.at} />
          </span>
        </div>
        <ul>
          {revision.changes.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <div className="tp-small tp-muted">
          {revision.payableFenBefore !== revision.payableFenAfter && (
            <span className="tp-figure">
              应付 {yuanText(revision.payableFenBefore)} → {yuanText(revision.payableFenAfter)}；
            </span>
          )}
          {revision.actorName}
          {revision.reason && `：${revision.reason}`}
        </div>
      </li>
    ))}
  </ol>
);
