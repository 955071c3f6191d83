import { Input, Text, View } from '@tarojs/components';
import { sayUnits } from '@/ui/read-units';
import type { Transfer } from './queries';
import { noDifference, type TypedDifferences } from './transfer-totals';
import '../../ui/count-rows.scss';

const kinds = [
  { kind: 'damaged', label: '破损' },
  { kind: 'missing', label: '短少' },
] as const;

export interface ArrivalLinesProps {
  transfer: Transfer;
  /** Undefined where nothing is to be taken in. */
  typed?: TypedDifferences | undefined;
  wrongLineNos: readonly number[];
  onType: (typed: TypedDifferences) => void;
}

/** What a transfer carries, line by line, with a place for what came damaged or did not come. */
export function ArrivalLines({ transfer, typed, wrongLineNos, onType }: ArrivalLinesProps) {
  return (
    <>
      {transfer.lines.map((line) => {
        const { lineNo, units, arrived, damaged, missing } = line;
        const difference = typed?.[lineNo] ?? noDifference;
        const isWrong = wrongLineNos.includes(lineNo);
        return (
          <View key={lineNo} className="count-row count-row--column" id={`transfer-line-${lineNo}`}>
            <View className="count-row__words">
              <Text className="count-row__name">{line.skuName}</Text>
              <Text className={isWrong ? 'count-row__wrong' : 'count-row__hint'}>
                {isWrong
                  ? `写成数量，破损和短少合计不超过 ${sayUnits(line.quantity, units)}`
                  : `发出 ${sayUnits(line.quantity, units)} · 批次 ${line.lotNo} · 有效期至 ${line.expiresOn}`}
              </Text>
              {arrived === null ? null : (
                <Text className={damaged + missing > 0 ? 'count-row__wrong' : 'count-row__hint'}>
                  {[
                    `完好到货 ${sayUnits(arrived, units)}`,
                    damaged > 0 ? `破损 ${sayUnits(damaged, units)}` : '',
                    missing > 0 ? `短少 ${sayUnits(missing, units)}` : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              )}
            </View>
            {typed ? (
              <View className="count-row__inputs">
                {kinds.map(({ kind, label }) => (
                  <View key={kind} className="count-row__labelled">
                    <Text>{label}</Text>
                    <Input
                      id={`transfer-${kind}-${lineNo}`}
                      className="count-row__input"
                      placeholder="0"
                      maxlength={30}
                      value={difference[kind]}
                      nativeProps={{ 'aria-label': `${line.skuName} ${line.lotNo} ${label}` }}
                      onInput={(event) =>
                        onType({
                          ...typed,
                          [lineNo]: { ...difference, [kind]: String(event.detail.value) },
                        })
                      }
                    />
                  </View>
                ))}
              </View>
            ) : null}
          </View>
        );
      })}
    </>
  );
}
