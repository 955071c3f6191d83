import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { newId } from '@/platform/new-id';
import { CheckRow } from '@/ui/check-row';
import { Chips } from '@/ui/chips';
import { Confirm } from '@/ui/confirm';
import { shanghaiDay } from '@/ui/dates';
import { DayField } from '@/ui/day-field';
import { Field } from '@/ui/field';
import { say } from '@/ui/toast';
import { useSaveRecurring, type Recurring, type Template } from './queries';
import { draftOf, newRhythm, rhythmOf } from './rhythm-draft';
import { rhythmWords, weekdayChips } from './words';
import './lists.scss';

const rhythms = [
  { value: 'week', label: '每周' },
  { value: 'days', label: '每几天' },
  { value: 'month', label: '每月' },
];

export interface RecurringFormProps {
  /** The one to change; a new one otherwise. */
  recurring: Recurring | undefined;
  templates: readonly Template[];
  suppliers: readonly { readonly partyId: string; readonly name: string }[];
  supplierId: string | undefined;
  onClose: () => void;
}

/** Which list is ordered by itself, how often, and from when. */
export function RecurringForm({ recurring, templates, suppliers, supplierId, onClose }: RecurringFormProps) {
  const save = useSaveRecurring();
  const [recurringId] = useState(() => recurring?.recurringId ?? newId());
  const [templateId, setTemplateId] = useState(recurring?.templateId ?? templates[0]?.templateId ?? '');
  const [sellerId, setSellerId] = useState(recurring?.supplierId ?? supplierId ?? '');
  const [draft, setDraft] = useState(recurring ? draftOf(recurring.rhythm) : newRhythm);
  const [startsOn, setStartsOn] = useState(recurring?.startsOn ?? shanghaiDay(Date.now(), 1));
  const [skipsHolidays, setSkipsHolidays] = useState(recurring?.skipsHolidays ?? true);
  const rhythm = rhythmOf(draft);
  const confirm = () => {
    if (!rhythm) return;
    save.mutate(
      {
        recurringId,
        templateId,
        rhythm,
        startsOn,
        skipsHolidays,
        paused: recurring?.paused ?? false,
        ...(sellerId ? { supplierId: sellerId } : {}),
        ...(recurring?.addressId ? { addressId: recurring.addressId } : {}),
      },
      {
        onSuccess: () => {
          say('已保存，到日子自动下单');
          onClose();
        },
      },
    );
  };
  return (
    <Confirm
      title={recurring ? '修改定期订货' : '新建定期订货'}
      open
      confirmLabel="保存"
      pending={save.isPending}
      disabled={!rhythm || templateId === ''}
      error={save.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Choice label="订哪张常用单">
        <Chips
          name="recurring-list"
          chips={templates.map((one) => ({ value: one.templateId, label: one.name }))}
          value={templateId}
          onChange={setTemplateId}
        />
      </Choice>
      {suppliers.length > 1 ? (
        <Choice label="供货商">
          <Chips
            name="recurring-supplier"
            chips={suppliers.map(({ partyId, name }) => ({ value: partyId, label: name }))}
            value={sellerId}
            onChange={setSellerId}
          />
        </Choice>
      ) : null}
      <Choice label="多久订一次">
        <Chips
          name="recurring-every"
          chips={rhythms}
          value={draft.every}
          onChange={(every) =>
            setDraft({ ...draft, every: every === 'days' || every === 'month' ? every : 'week' })
          }
        />
      </Choice>
      {draft.every === 'week' ? (
        <Choice label="星期几">
          <Chips
            name="recurring-weekday"
            chips={weekdayChips}
            value={draft.weekday}
            onChange={(weekday) => setDraft({ ...draft, weekday })}
          />
        </Choice>
      ) : null}
      {draft.every === 'days' ? (
        <Field
          id="recurring-days"
          label="隔几天"
          digits
          lengthMax={3}
          value={draft.days}
          error={rhythm ? undefined : '请填 1 到 365'}
          onChange={(days) => setDraft({ ...draft, days })}
        />
      ) : null}
      {draft.every === 'month' ? (
        <Field
          id="recurring-month-day"
          label="几号"
          digits
          lengthMax={2}
          value={draft.monthDay}
          hint="当月没有这一天时，按月末最后一天"
          error={rhythm ? undefined : '请填 1 到 31'}
          onChange={(monthDay) => setDraft({ ...draft, monthDay })}
        />
      ) : null}
      <DayField
        id="recurring-start"
        label="从哪天开始"
        value={startsOn}
        from={shanghaiDay(Date.now())}
        onChange={setStartsOn}
      />
      <CheckRow
        id="recurring-holidays"
        isOn={skipsHolidays}
        onToggle={() => setSkipsHolidays(!skipsHolidays)}
      >
        <Text>节假日不下单</Text>
      </CheckRow>
      {rhythm ? (
        <Text className="recurring-form__sum">{`${rhythmWords(rhythm)}按常用单自动下单，${startsOn} 起；按下单当天的价格和库存审核，结果在“下单记录”里。`}</Text>
      ) : null}
    </Confirm>
  );
}

const Choice = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <View className="field">
    <Text className="field__label">{label}</Text>
    {children}
  </View>
);
