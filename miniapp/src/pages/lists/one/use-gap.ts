import { useMutation } from '@tanstack/react-query';
import { api } from '@/api';
import type { TemplateInFull } from '@/features/lists/queries';

/** What somebody counted, by SKU, as it is typed; nothing typed counts as nothing there. */
export type Counted = Readonly<Record<string, string>>;

/** What is missing until all of a standing list is there again. */
export const useGap = ({ templateId }: Pick<TemplateInFull, 'templateId'>, supplierId: string | undefined) =>
  useMutation({
    mutationFn: (counted: Counted) =>
      api.lists.fill({
        templateId,
        supplierId,
        counted: Object.entries(counted).flatMap(([skuId, count]) =>
          /^\d{1,6}$/.test(count) ? [{ skuId, onHand: Number(count) }] : [],
        ),
      }),
  });
