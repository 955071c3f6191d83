import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { asButton } from '@/ui/control';
import { FieldFoot } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Menu } from '@/ui/menu';
import { Sheet } from '@/ui/sheet';
import { Loading, Problem } from '@/ui/states';
import { type Division, useDivisions } from './queries';
import './region-picker.scss';

export interface Place {
  readonly regionCode: string;
  readonly townCode: string | null;
  readonly placeName: string;
}

export interface RegionPickerProps {
  value: Place;
  error: string | undefined;
  onChange: (place: Place) => void;
}

/** Province, city, district; below it are towns. */
const districtDepth = 3;

/** Where somebody is, chosen from the country downwards; the town may be left out. */
export function RegionPicker({ value, error, onChange }: RegionPickerProps) {
  const [isOpen, setOpen] = useState(false);
  const [path, setPath] = useState<readonly Division[]>([]);
  const parent = path.at(-1);
  const divisions = useDivisions(parent?.code ?? '*', isOpen);
  const open = () => {
    setPath([]);
    setOpen(true);
  };
  const take = (chosen: readonly Division[]) => {
    const [district, town] = chosen.slice(districtDepth - 1);
    if (!district) return;
    onChange({
      regionCode: district.code,
      townCode: town?.code ?? null,
      placeName: chosen.map(({ name }) => name).join(' '),
    });
    setOpen(false);
  };
  const choose = (division: Division) => {
    const chosen = [...path, division];
    if (division.hasChildren) setPath(chosen);
    else take(chosen);
  };
  return (
    <View className={error ? 'field field--wrong' : 'field'}>
      <Text className="field__label">所在地区</Text>
      <View className="field__box" id="apply-region" {...asButton(open)}>
        <Text
          className={
            value.placeName ? 'region-picker__value' : 'region-picker__value region-picker__value--none'
          }
        >
          {value.placeName || '选择省、市、区县'}
        </Text>
        <Icon name="next" />
      </View>
      <FieldFoot id="apply-region" error={error} />
      <Sheet title="选择所在地区" open={isOpen} onClose={() => setOpen(false)}>
        {path.length > 0 ? (
          <>
            <View className="region-picker__way">
              <Text>{path.map(({ name }) => name).join(' › ')}</Text>
            </View>
            <Button
              id="region-back"
              label="返回上一级"
              look="text"
              size="small"
              onPress={() => setPath(path.slice(0, -1))}
            />
          </>
        ) : null}
        {path.length === districtDepth ? (
          <Button id="region-no-town" label="不选街道乡镇" block onPress={() => take(path)} />
        ) : null}
        {divisions.isPending ? <Loading rows={3} /> : null}
        {divisions.isError ? (
          <Problem error={divisions.error} onRetry={() => void divisions.refetch()} />
        ) : null}
        {divisions.data ? (
          <Menu
            entries={divisions.data.items.map((division) => ({
              id: `region-${division.code}`,
              label: division.name,
              onPress: () => choose(division),
            }))}
          />
        ) : null}
      </Sheet>
    </View>
  );
}
