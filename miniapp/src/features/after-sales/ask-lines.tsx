import { Input, Text, View } from '@tarojs/components';
import { Card } from '@/ui/card';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import { lineKey, nothingTyped, type TypedLine } from './asked-lines';
import type { FormLine } from './queries';
import '../../ui/count-rows.scss';
import './after-sales.scss';

export interface AskLinesProps {
  lines: readonly FormLine[];
  typed: Readonly<Record<string, TypedLine>>;
  overKeys: readonly string[];
  onType: (key: string, typed: TypedLine) => void;
}

/** The signed goods lot by lot, with how many of each are asked back. */
export const AskLines = ({ lines, typed, overKeys, onType }: AskLinesProps) => (
  <Card title="选择商品">
    {lines.map((line) => {
      const key = lineKey(line);
      const now = typed[key] ?? nothingTyped;
      const isOver = overKeys.includes(key);
      return (
        <View key={key} className="ask-line">
          <View className="ask-line__row">
            <View className="ask-line__goods">
              <Text className="ask-line__name">{line.skuName}</Text>
              {line.isGift ? <Tag tone="deal">赠品</Tag> : null}
            </View>
            <Yuan fen={line.acceptedFen} tone="quiet" />
          </View>
          <Text className="ask-line__hint">
            {`批次 ${line.lotNo} · 有效期至 ${line.expiresOn} · 签收 ${line.accepted}${line.baseUnit}`}
          </Text>
          <View className="count-row__inputs ask-line__inputs">
            <View className="count-row__labelled">
              <Text>数量</Text>
              <Input
                id={`ask-units-${line.shipmentLineNo}`}
                className="count-row__input"
                type="number"
                placeholder="0"
                value={now.units}
                disabled={line.left === 0}
                onInput={(event) => onType(key, { ...now, units: String(event.detail.value) })}
              />
              <Text>{line.baseUnit}</Text>
            </View>
            <View className="count-row__labelled">
              <Text>批号</Text>
              <Input
                id={`ask-lot-${line.shipmentLineNo}`}
                className="count-row__input"
                placeholder="选填，照包装抄"
                maxlength={40}
                value={now.lotNo}
                disabled={line.left === 0}
                onInput={(event) => onType(key, { ...now, lotNo: String(event.detail.value) })}
              />
            </View>
          </View>
          <Text className={isOver ? 'ask-line__wrong' : 'ask-line__hint'}>
            {line.left === 0 ? '已全部申请过售后' : `最多可申请 ${line.left}${line.baseUnit}`}
          </Text>
        </View>
      );
    })}
  </Card>
);
