import { Text, View } from '@tarojs/components';
import { Tag } from '@/ui/tag';
import type { Grant } from './queries';
import { areasText, channelsText, kindWords, lineText, windowText } from './words';
import './region.scss';

/** One grant or permit: where, of what, through whom, and how long. */
export const GrantRow = ({ grant }: { grant: Grant }) => (
  <View className="grant" id={`grant-${grant.grantId}`}>
    <View className="grant__line">
      <Text className="grant__name">{grant.name}</Text>
      <Tag tone={grant.kind === 'regular' ? 'brand' : 'warn'}>{kindWords[grant.kind]}</Tag>
      {grant.exclusive ? <Tag tone="success">独家</Tag> : null}
    </View>
    <Text className="grant__where">{areasText(grant)}</Text>
    <Text className="grant__faint">
      {[lineText(grant), channelsText(grant), windowText(grant)].join(' · ')}
    </Text>
    {grant.quantityCap === null ? null : (
      <Text className="grant__faint">
        {`数量上限 ${grant.quantityCap.toLocaleString('zh-CN')}，已用 ${grant.usedQuantity.toLocaleString('zh-CN')}`}
      </Text>
    )}
    {grant.reason ? <Text className="grant__faint">{grant.reason}</Text> : null}
  </View>
);
