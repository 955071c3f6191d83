import { useState } from 'react';
import type { FormInstance } from 'antd';
import { ApiProblem } from '../../api';
import { useIntent } from '../../ui/use-intent';
import { usePutPromotion } from './commands';
import { faultsOf, inputFaultsOf, type Fault } from './faults';
import type { Promotion, PromotionDraft } from './model';
import type { PromotionValues } from './promotion-values';

const faultsIn = (error: unknown): readonly Fault[] => {
  if (!(error instanceof ApiProblem)) return [];
  if (error.code === 'promotions.ruleWrong') return faultsOf(error.problem.detail ?? '');
  return inputFaultsOf(error.problem.errors ?? []);
};

/**
 * Saves what a form holds. What the server finds wrong is shown at its fields; what belongs to none of them comes
 * back as `problem`, and a promotion that somebody else has changed as such.
 */
export function useSave(form: FormInstance<PromotionValues>) {
  const put = usePutPromotion();
  const intentOf = useIntent();
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [ruleFaults, setRuleFaults] = useState<readonly string[]>([]);

  const showFaults = (faults: readonly Fault[]) => {
    const fields = faults.flatMap(({ at, text }) => (at ? [{ name: [...at], errors: [text] }] : []));
    form.setFields(fields as unknown as Parameters<typeof form.setFields>[0]);
    setRuleFaults(faults.flatMap(({ at, text }) => (at ? [] : [text])));
    const first = fields[0];
    if (first) form.scrollToField(first.name as never, { block: 'center' });
  };

  /** The promotion as it was saved; null when it was not. */
  const save = async (draft: PromotionDraft, expectedVersion: number): Promise<Promotion | null> => {
    const said = { expectedVersion, promotion: draft };
    setIsSaving(true);
    setProblem(null);
    setRuleFaults([]);
    try {
      return await put({ commandId: intentOf(said), ...said });
    } catch (error) {
      const faults = faultsIn(error);
      if (faults.length > 0) showFaults(faults);
      setProblem(error);
      return null;
    } finally {
      setIsSaving(false);
    }
  };
  return { save, isSaving, problem, ruleFaults, clear: () => setProblem(null) };
}
