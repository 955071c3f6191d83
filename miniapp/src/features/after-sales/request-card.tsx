import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { asLink } from '@/ui/control';
import { momentText } from '@/ui/dates';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { AfterSalesSummary } from './queries';
import { kindWords, stateWords } from './words';
import './after-sales.scss';

/** One request in a list: what for, and where it stands. */
export function RequestCard({ request }: { request: AfterSalesSummary }) {
  const state = stateWords[request.state];
  const isPaid = request.state === 'closed' && request.grantedFen > 0;
  return (
    <View
      className="request-card"
      id={`after-sales-${request.afterSalesId}`}
      {...asLink(() => goTo(places.afterSalesOne(request.afterSalesId)))}
    >
      <View className="request-card__row">
        <Text className="request-card__kind">{kindWords[request.kind].text}</Text>
        <Tag tone={state.tone}>{state.text}</Tag>
      </View>
      <View className="request-card__row">
        <Text className="request-card__goods">{`${request.firstSkuName} 共 ${request.units} 件`}</Text>
        <Yuan fen={isPaid ? request.grantedFen : request.worthFen} tone={isPaid ? 'brand' : 'ink'} />
      </View>
      <View className="request-card__row request-card__row--faint">
        <Text>{request.number}</Text>
        <Text>{momentText(request.requestedAt)}</Text>
      </View>
    </View>
  );
}
