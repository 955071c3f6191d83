import type { Lot } from '../queries';

/** What a person may make of goods. */
export type QualityTarget = Exclude<Lot['quality'], 'expired'>;

interface Move {
  readonly verb: string;
  /** What will happen, in words. */
  readonly means: string;
  /** Whether customers can no longer buy the goods. */
  readonly stopsSale: boolean;
}

const moves: Readonly<Record<QualityTarget, Move>> = {
  available: { verb: '放行', means: '放行后立即可售，新订单可以承诺到这些货。', stopsSale: false },
  inspection: {
    verb: '转待检',
    means: '转为待检后立即停止销售，检验通过后再放行。',
    stopsSale: true,
  },
  damaged: {
    verb: '判为破损',
    means: '判为破损后不再销售，可以复检或销毁。',
    stopsSale: true,
  },
  blocked: {
    verb: '停售',
    means: '停售后立即不再承诺给任何订单，随时可以解除停售。',
    stopsSale: true,
  },
};

/** How a move from one quality to another is called, and what it means. */
export const moveOf = (from: Lot['quality'], to: QualityTarget): Move =>
  from === 'blocked' && to === 'available' ? { ...moves.available, verb: '解除停售' } : moves[to];

/** What of a lot nobody was promised. */
export const freeOf = ({ onHand, reserved }: Pick<Lot, 'onHand' | 'reserved'>) => onHand - reserved;

/** What goods may be made of by hand, as the server says; the end of all goods is not chosen here. */
export const targetsOf = ({ mayBecome }: Pick<Lot, 'mayBecome'>) =>
  mayBecome.filter((quality): quality is QualityTarget => quality !== 'expired');
