import { Text, View } from '@tarojs/components';
import { Card, Fact } from '@/ui/card';
import type { Order } from './queries';

/** What the risk indicators saw; recorded for HQ, deciding nothing yet. */
export const OrderRisk = ({ risk }: { risk: Order['risk'] }) =>
  risk === null ? null : (
    <Card title="风险观察（仅总部可见）">
      <Fact name="评分">{String(risk.score)}</Fact>
      {risk.indicators.map(({ indicator, score, evidence }) => (
        <View key={indicator}>
          <Fact name={`${indicator} +${score}`}>
            <Text>{evidence}</Text>
          </Fact>
        </View>
      ))}
    </Card>
  );
