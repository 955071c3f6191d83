import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { Link } from 'react-router';
import type { Lot } from '../queries';
import { freeOf, moveOf, targetsOf, type QualityTarget } from './moves';

/** What somebody chose to do to a lot. */
export type LotAction =
  | { readonly what: 'quality'; readonly to: QualityTarget }
  | { readonly what: 'adjust' | 'destroy' | 'recall' };

/** What somebody may do to lots at all; the server decides all the same. */
export interface LotRights {
  readonly moves: boolean;
  readonly corrects: boolean;
  readonly recalls: boolean;
}

const keyOf = (action: LotAction) => (action.what === 'quality' ? action.to : action.what);
const wordsOf = { adjust: '调整库存', destroy: '销毁', recall: '召回' } as const;

const actionsOn = (lot: Lot, rights: LotRights): readonly LotAction[] => [
  ...(rights.moves && freeOf(lot) > 0 ? targetsOf(lot).map((to) => ({ what: 'quality' as const, to })) : []),
  ...(rights.corrects ? [{ what: 'adjust' as const }] : []),
  ...(rights.corrects && freeOf(lot) > 0 ? [{ what: 'destroy' as const }] : []),
  ...(rights.recalls && !lot.recalled ? [{ what: 'recall' as const }] : []),
];

interface LotActionsProps {
  lot: Lot;
  rights: LotRights;
  onChoose: (action: LotAction) => void;
}

/** The ledger of a lot, and what can be done to it. */
export function LotActions({ lot, rights, onChoose }: LotActionsProps) {
  const actions = actionsOn(lot, rights);
  const items: MenuProps['items'] = actions.map((action) => ({
    key: keyOf(action),
    danger: action.what === 'destroy' || action.what === 'recall',
    label: (
      <span data-testid={`lot-do-${keyOf(action)}`}>
        {action.what === 'quality' ? moveOf(lot.quality, action.to).verb : wordsOf[action.what]}
      </span>
    ),
    onClick: () => onChoose(action),
  }));
  return (
    <div className="link-actions">
      <Link className="tp-link" to={`/movements?lot=${lot.lotId}`} aria-label={`${lot.lotNo} 的流水`}>
        流水
      </Link>
      {actions.length > 0 && (
        <Dropdown
          trigger={['click']}
          autoFocus
          // Within the page it stands among its landmarks; at the end of the document it would be outside of them.
          getPopupContainer={(trigger) => trigger.closest<HTMLElement>('.tp-page') ?? document.body}
          menu={{ items }}
        >
          <Button
            type="link"
            size="small"
            aria-label={`处置 ${lot.lotNo}`}
            data-testid={`lot-do-${lot.lotId}`}
          >
            处置 <DownOutlined />
          </Button>
        </Dropdown>
      )}
    </div>
  );
}
