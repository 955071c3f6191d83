import type { StateWords } from '../../ui/state-tag';
import type { Side, Transfer } from './queries';

export const transferStates: Readonly<Record<Transfer['state'], StateWords>> = {
  proposed: { text: '待各方同意', color: 'gold' },
  agreed: { text: '已同意，待生效', color: 'cyan' },
  done: { text: '已完成', color: 'green' },
  refused: { text: '已拒绝', color: 'red' },
  withdrawn: { text: '已撤回', color: 'default' },
  void: { text: '已失效', color: 'default' },
};

/** A side by the name of who it is. */
export function sideText(side: Side, { fromName, toName }: Pick<Transfer, 'fromName' | 'toName'>): string {
  return { from: fromName, to: toName, hq: '总部' }[side];
}

/** How far the sides are, one line each. */
export function standText(transfer: Transfer): readonly string[] {
  const said = transfer.consents.map(({ side, answer, note }) => {
    const text = `${sideText(side, transfer)}${answer === 'consents' ? '已同意' : '已拒绝'}`;
    return note ? `${text}：${note}` : text;
  });
  const isOpen = transfer.state === 'proposed';
  return isOpen ? [...said, ...transfer.missing.map((side) => `待${sideText(side, transfer)}同意`)] : said;
}

export const lineText = (productLine: string) => (productLine === '*' ? '全部产品线' : productLine);
