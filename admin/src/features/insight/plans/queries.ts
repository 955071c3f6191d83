import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../api';
import type { FetchPage } from '../../../ui/every-page';
import { saveFile } from '../../../ui/download';
import { useCommand } from '../../../ui/use-command';
import type { PlanFile } from './model';

const pageSize = 20;
/** Files come by themselves. */
const againMilliseconds = 30_000;

export const usePlans = () =>
  useQuery({ queryKey: ['reportPlans', 'plans'], queryFn: () => api.insight.plans({}) });

export const filePages: FetchPage<PlanFile> = (page) => api.insight.reportFiles(page);

export const useFiles = (cursor: string | undefined) =>
  useQuery({
    queryKey: ['reportPlans', 'files', cursor],
    queryFn: () => filePages({ cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
    refetchInterval: againMilliseconds,
  });

export const usePutPlan = () => useCommand(['reportPlans'], api.insight.putPlan);
export const useRemovePlan = () => useCommand(['reportPlans'], api.insight.removePlan);
export const useMakeNow = () => useCommand(['reportPlans'], api.insight.makeNow);

/** Fetches a file and hands it to the person. */
export async function fetchFile(fileId: string) {
  const { fileName, contentType, content } = await api.insight.reportFile({ fileId });
  saveFile(
    fileName,
    contentType,
    Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)),
  );
}
