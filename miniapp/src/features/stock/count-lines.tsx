import { useEffect } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { walkRows } from '@/platform/walk-rows';
import { watchPaste } from '@/platform/watch-paste';
import { readUnits, sayUnits } from '@/ui/read-units';
import { Tag } from '@/ui/tag';
import type { CountLine } from './queries';
import { pastedOver, type Typed } from './typed-counts';
import { qualities } from './words';
import './count-lines.scss';

const tableId = 'count-lines';
const fieldPrefix = 'counted-';

export interface CountLinesProps {
  lines: readonly CountLine[];
  /** Undefined where nothing can be entered any more. */
  typed?: Typed | undefined;
  onType: (typed: Typed) => void;
}

/**
 * The lines of a count sheet with a place to type what was counted: Enter goes on to the next, and a column pasted from
 * a spreadsheet fills those below.
 */
export function CountLines({ lines, typed, onType }: CountLinesProps) {
  useEffect(() => walkRows(tableId, '.count-line'), []);
  useEffect(() => {
    if (!typed) return undefined;
    return watchPaste((text, fieldId) => {
      if (!fieldId.startsWith(fieldPrefix)) return;
      const from = Number(fieldId.slice(fieldPrefix.length));
      onType(
        pastedOver(
          typed,
          lines.map(({ lineNo }) => lineNo),
          from,
          text,
        ),
      );
    });
  });
  return (
    <View className="count-lines" id={tableId}>
      {lines.map((line) => (
        <View key={line.lineNo} className="count-line" id={`count-line-${line.lineNo}`}>
          <View className="count-line__goods">
            <Text className="count-line__name">{line.skuName}</Text>
            <View className="count-line__lot">
              <Text className="count-line__faint">{`批次 ${line.lotNo}`}</Text>
              {line.quality === 'available' ? null : (
                <Tag tone={qualities[line.quality].tone}>{qualities[line.quality].text}</Tag>
              )}
            </View>
          </View>
          <View className="count-line__booked">
            <Text className="count-line__faint">账面</Text>
            <Text className="count-line__figure">{sayUnits(line.booked, line.units)}</Text>
          </View>
          <View className="count-line__counted">
            {typed ? (
              <Counted
                line={line}
                text={typed[line.lineNo]}
                onText={(text) => onType({ ...typed, [line.lineNo]: text })}
              />
            ) : (
              <Text className="count-line__figure">
                {line.counted === null ? '未盘' : `实盘 ${sayUnits(line.counted, line.units)}`}
              </Text>
            )}
          </View>
          <View className="count-line__difference" id={`difference-${line.lineNo}`}>
            <Difference line={line} />
          </View>
        </View>
      ))}
    </View>
  );
}

interface CountedProps {
  line: CountLine;
  /** Undefined while nothing was typed over what is saved. */
  text: string | undefined;
  onText: (text: string) => void;
}

function Counted({ line, text, onText }: CountedProps) {
  const shown = text ?? (line.counted === null ? '' : sayUnits(line.counted, line.units));
  const quantity = readUnits(shown, line.units);
  const isWrong = shown.trim() !== '' && quantity === null;
  return (
    <View className={isWrong ? 'count-line__box count-line__box--wrong' : 'count-line__box'}>
      <Input
        id={`${fieldPrefix}${line.lineNo}`}
        className="count-line__input"
        value={shown}
        maxlength={30}
        placeholder="实盘，如 2箱5"
        placeholderClass="field__placeholder"
        nativeProps={{ 'aria-label': `${line.skuName} ${line.lotNo} 的实盘数量` }}
        onInput={(event) => onText(String(event.detail.value))}
      />
    </View>
  );
}

/** What the server makes of what was counted. */
function Difference({ line: { counted, difference, hasMoved, units } }: { line: CountLine }) {
  if (counted === null) return <Text className="count-line__faint">未盘</Text>;
  if (hasMoved) return <Tag tone="warn">有进出，需重盘</Tag>;
  if (difference === null || difference === 0) return <Tag tone="success">相符</Tag>;
  return (
    <Tag tone={difference > 0 ? 'brand' : 'danger'}>
      {difference > 0 ? `盘盈 ${sayUnits(difference, units)}` : `盘亏 ${sayUnits(-difference, units)}`}
    </Tag>
  );
}
