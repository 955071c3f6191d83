import { Steps } from 'antd';
import { Panel } from '../../ui/panel';
import { When } from '../../ui/when';
import { Yuan } from '../../ui/yuan';
import type { Order } from './model';

const current = { deposit: 0, waiting: 1, balance: 1, paid: 2, ended: 0 } as const;

/** 预售: deposit and balance of an order, with their dates. */
export function OrderPaySteps({ steps }: { steps: Order['steps'] }) {
  if (!steps) return null;
  const word = steps.isRefundable ? '订金' : '定金';
  return (
    <Panel title="预售付款">
      <div data-testid="order-pay-steps">
        <Steps
          size="small"
          current={current[steps.stage]}
          status={steps.stage === 'ended' ? 'error' : 'process'}
          items={[
            {
              title: (
                <>
                  {word} <Yuan fen={steps.depositFen} />
                </>
              ),
              content: (
                <>
                  <When at={steps.depositBy} /> 前
                </>
              ),
            },
            {
              title: (
                <>
                  尾款 <Yuan fen={steps.balanceFen} />
                </>
              ),
              content: (
                <>
                  <When at={steps.balanceFrom} /> 至 <When at={steps.balanceUntil} />
                </>
              ),
            },
            { title: '审核放行' },
          ]}
        />
        {steps.forfeitedFen > 0 && (
          <p>
            客户放弃，定金不退 <Yuan fen={steps.forfeitedFen} />
          </p>
        )}
      </div>
    </Panel>
  );
}
