import { useQueries } from '@tanstack/react-query';
import { Spin } from 'antd';
import { ApiProblem } from '../../api';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';
import { usePaused } from '../../ui/use-paused';
import { linesOf } from './basket';
import { faultsOf } from './faults';
import type { PromotionDraft } from './model';
import { usePickers } from './pickers';
import { PreviewBasket } from './preview-basket';
import { PreviewResult } from './preview-result';
import { goodsQuery, usePreview } from './queries';
import { useSample } from './use-sample';

const TYPING_PAUSE_MILLISECONDS = 400;
const UNNAMED = '未命名';
/** What is still being written is not an error. */
const unfinished = new Set(['promotions.ruleWrong', 'request.invalid']);

/** Tries the promotion as it is being written on a basket of a customer. */
export function PreviewPanel({ draft }: { draft: PromotionDraft | null }) {
  const { Party } = usePickers();
  const [{ buyerId, rows }, setSample] = useSample();
  const skuIds = [...new Set(rows.flatMap(({ skuId }) => (skuId ? [skuId] : [])))];
  const goods = useQueries({ queries: skuIds.map(goodsQuery) });
  const goodsOf = (skuId: string) => goods[skuIds.indexOf(skuId)]?.data;
  const named = draft && { ...draft, name: draft.name || UNNAMED };
  const asked = usePaused({ draft: named, lines: linesOf(rows, goodsOf) }, TYPING_PAUSE_MILLISECONDS);
  const preview = usePreview(asked.draft, { buyerId, lines: asked.lines });
  return (
    <Panel
      title="试算"
      extra={preview.isFetching ? <Spin size="small" /> : <span className="tp-muted tp-small">边写边算</span>}
    >
      <div className="basket-buyer">
        <Party
          value={buyerId}
          onChange={(value) => setSample({ buyerId: value, rows })}
          label="试算客户"
          placeholder="选择一位客户"
          testId="preview-buyer"
        />
      </div>
      <PreviewBasket rows={rows} onChange={(next) => setSample({ buyerId, rows: next })} goodsOf={goodsOf} />
      {preview.isError ? (
        <PreviewProblem error={preview.error} onRetry={() => void preview.refetch()} />
      ) : preview.data ? (
        <PreviewResult preview={preview.data} promotionId={draft?.promotionId ?? ''} />
      ) : (
        <p className="tp-muted tp-small">选一位客户和几样商品，就能看到这张单会怎么算。</p>
      )}
    </Panel>
  );
}

function PreviewProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (!(error instanceof ApiProblem && unfinished.has(error.code)))
    return <ProblemView error={error} onRetry={onRetry} />;
  const faults = faultsOf(error.problem.detail ?? '').map(({ text }) => text);
  return (
    <p className="tp-muted tp-small" data-testid="preview-unfinished">
      促销内容还没写完{faults.length > 0 && `：${[...new Set(faults)].join('；')}`}
    </p>
  );
}
