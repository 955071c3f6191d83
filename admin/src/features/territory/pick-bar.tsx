import { Button } from 'antd';
import { someOf, type Region } from './model';

interface PickBarProps {
  picked: readonly Region[];
  onGrant: () => void;
  onPermit: () => void;
  onClear: () => void;
}

/** What was picked on the map or in the list, and what may be done with it. */
export const PickBar = ({ picked, onGrant, onPermit, onClear }: PickBarProps) => (
  <div className="territory-picks" data-testid="territory-picks" role="status">
    <b>已选 {picked.length} 个区域</b>
    <span className="territory-picks-names tp-muted">{someOf(picked.map(({ name }) => name))}</span>
    <Button type="primary" size="small" onClick={onGrant} data-testid="territory-grant">
      授权给经销商
    </Button>
    <Button size="small" onClick={onPermit} data-testid="territory-permit">
      开临时许可
    </Button>
    <Button size="small" onClick={onClear} data-testid="territory-clear">
      清空
    </Button>
  </div>
);
