import { Due, When } from '../../ui/when';
import { HoldTag } from './hold-tag';
import { ownerNames, type Hold } from './model';

const endings: Record<Hold['status'], string> = { open: '进行中', cleared: '已解除', lapsed: '已过期' };

/** Every hold the order has had: who owns it, by when, and who cleared it. */
export const OrderHolds = ({ holds }: { holds: readonly Hold[] }) => (
  <ul className="hold-list">
    {holds.map((hold) => (
      <li key={`${hold.kind} ${hold.dueAt}`}>
        <HoldTag kind={hold.kind} />
        <div>
          <div>
            {ownerNames[hold.owner]}负责 · {endings[hold.status]}
            {hold.status === 'open' && (
              <>
                {' · '}
                <Due at={hold.dueAt} />
              </>
            )}
          </div>
          <div className="tp-muted tp-small">
            {hold.clearedAt ? (
              <>
                {hold.clearedBy ?? '系统'} 于 <When at={hold.clearedAt} /> 解除
              </>
            ) : (
              <>
                期限 <When at={hold.dueAt} />
              </>
            )}
          </div>
        </div>
      </li>
    ))}
  </ul>
);
