import { App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Panel } from '../../../ui/panel';
import { ProblemView } from '../../../ui/problem-view';
import { useIntent } from '../../../ui/use-intent';
import { SkusPicker } from '../sku-picker';
import { usePutSubstitutes, useSubstitutes } from './queries';

/** What may be sent when a SKU is short, first choice first; each seller approves its own. */
export function SubstitutesPanel({ skuId }: { skuId: string }) {
  const { message } = App.useApp();
  const substitutes = useSubstitutes(skuId);
  const put = usePutSubstitutes();
  const intentOf = useIntent();
  const [chosen, setChosen] = useState<{ skuIds: string[]; seen: string[] } | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const saved = substitutes.data?.skuIds ?? [];
  const save = async () => {
    if (!chosen || isSaving) return;
    const said = { skuId, substituteSkuIds: chosen.skuIds, expectedSkuIds: chosen.seen };
    setSaving(true);
    setProblem(null);
    try {
      await put({ commandId: intentOf(said), ...said });
      setChosen(null);
      message.success('替代品已保存');
    } catch (error) {
      setProblem(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Panel title="缺货替代品">
      {substitutes.isError && (
        <ProblemView error={substitutes.error} onRetry={() => void substitutes.refetch()} />
      )}
      {substitutes.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {substitutes.data && (
        <>
          <p className="tp-muted tp-small">缺货时可以改发的商品，排在前面的优先；不选则不替代。</p>
          <SkusPicker
            label="缺货替代品"
            value={chosen?.skuIds ?? saved}
            onChange={(skuIds) => setChosen({ skuIds, seen: chosen?.seen ?? saved })}
            disabled={isSaving}
            testId="sku-substitutes"
          />
          {problem !== null && <ProblemView error={problem} repeatable />}
          {chosen && (
            <div className="tp-dialog-foot">
              <Button
                onClick={() => {
                  setChosen(null);
                  setProblem(null);
                }}
              >
                放弃
              </Button>
              <Button
                type="primary"
                loading={isSaving}
                onClick={() => void save()}
                data-testid="substitutes-save"
              >
                保存替代品
              </Button>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}
