import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { asLink } from '@/ui/control';
import { Strip } from '@/ui/strip';
import { useGuide, type GuideEntry } from './queries';
import { lastBoughtWords } from './words';

/** Goods shown at once; the page of the guide has the rest. */
const shownMax = 10;

export interface GuideStripProps {
  supplierId: string | undefined;
  /** What is in the cart already. */
  inCart: ReadonlySet<string>;
  onAdd: (entry: GuideEntry) => void;
}

/** 进货清单: what is bought again and again, each with its usual quantity one tap away. Nothing where nothing was bought. */
export function GuideStrip({ supplierId, inCart, onAdd }: GuideStripProps) {
  const guide = useGuide(supplierId);
  const items = guide.data?.items ?? [];
  if (guide.isSuccess && items.length === 0) return null;
  return (
    <Strip
      id="guide"
      title="进货清单"
      allLabel={guide.data ? `全部 ${items.length} 种` : ''}
      onAll={() => goTo(places.guide)}
      isPending={guide.isPending}
      onRetry={guide.isError && !guide.data ? () => void guide.refetch() : undefined}
    >
      {items.slice(0, shownMax).map((entry) => (
        <View key={entry.skuId} className="strip__card">
          <View
            className="strip__words"
            id={`guide-goods-${entry.skuId}`}
            {...asLink(() => goTo(places.goods(entry.skuId, supplierId)))}
          >
            <Text className="strip__name">{entry.skuName}</Text>
            <Text className="strip__faint">{entry.spec}</Text>
            <Text className="strip__faint">{lastBoughtWords(entry)}</Text>
          </View>
          <Button
            id={`guide-add-${entry.skuId}`}
            label={inCart.has(entry.skuId) ? `再加${entry.usualMixedUnits}` : `加${entry.usualMixedUnits}`}
            size="small"
            onPress={() => onAdd(entry)}
          />
        </View>
      ))}
    </Strip>
  );
}
