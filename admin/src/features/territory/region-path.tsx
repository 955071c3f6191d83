import { Breadcrumb } from 'antd';
import { COUNTRY, codesOver } from './region-codes';
import { useRegionName } from './queries';

function RegionName({ code }: { code: string }) {
  const name = useRegionName(code);
  return <>{code === COUNTRY ? '全国' : (name.data ?? code)}</>;
}

/** Where on the map one is, with the way back up. */
export const RegionPath = ({ code, onEnter }: { code: string; onEnter: (code: string) => void }) => (
  <Breadcrumb
    items={[
      ...codesOver(code).map((over) => ({
        key: over,
        title: (
          <button
            type="button"
            className="text-button tp-link"
            onClick={() => onEnter(over)}
            data-testid={`territory-up-${over}`}
          >
            <RegionName code={over} />
          </button>
        ),
      })),
      {
        key: code,
        title: (
          <b data-testid="territory-here">
            <RegionName code={code} />
          </b>
        ),
      },
    ]}
  />
);
