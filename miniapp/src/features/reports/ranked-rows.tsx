import { Text, View } from '@tarojs/components';
import { Yuan } from '@/ui/yuan';
import './reports.scss';

export interface RankedRow {
  readonly key: string;
  readonly name: string;
  readonly hint: string;
  readonly fen: number;
}

/** Who or what brought the most, each with a bar as long as its share of the first. */
export function RankedRows({ rows }: { rows: readonly RankedRow[] }) {
  const most = Math.max(...rows.map(({ fen }) => fen), 1);
  return (
    <View className="ranked">
      {rows.map(({ key, name, hint, fen }, at) => (
        <View key={key} className="ranked__row" id={`ranked-${key}`}>
          <Text className="ranked__place">{at + 1}</Text>
          <View className="ranked__words">
            <View className="ranked__line">
              <Text className="ranked__name">{name}</Text>
              <Yuan fen={fen} />
            </View>
            <View className="ranked__track">
              <View className="ranked__bar" style={{ width: `${Math.max(0, (fen / most) * 100)}%` }} />
            </View>
            <Text className="ranked__hint">{hint}</Text>
          </View>
        </View>
      ))}
    </View>
  );
}
