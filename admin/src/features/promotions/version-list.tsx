import { Timeline } from 'antd';
import { When } from '../../ui/when';
import type { Versions } from './model';
import { stateWords } from './words';

/** Who wrote which version when, and in what state it left the promotion. */
export const VersionList = ({ versions }: { versions: Versions }) => (
  <div data-testid="promotion-versions">
    <Timeline
      items={versions.map(({ version, state, changedBy, changedAt }) => ({
        key: version,
        color: state === 'live' ? 'green' : state === 'stopped' ? 'red' : 'gray',
        content: (
          <>
            <b>第 {version} 版</b> · {stateWords[state].text}
            <div className="tp-muted tp-small">
              {changedBy} · <When at={changedAt} />
            </div>
          </>
        ),
      }))}
    />
  </div>
);
