import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Confirm } from '@/ui/confirm';
import { asChoice } from '@/ui/control';
import { shanghaiDay } from '@/ui/dates';
import { DayField } from '@/ui/day-field';
import { Field } from '@/ui/field';
import { yuan } from '@/ui/money';
import { say } from '@/ui/toast';
import { useDebounced } from '@/ui/use-debounced';
import { lastMonth } from './periods';
import { useFoundCustomers, useIssueStatement } from './queries';
import './ledger.scss';

const searchPauseMs = 350;

interface Customer {
  readonly partyId: string;
  readonly name: string;
}

interface IssueSheetProps {
  /** To whom; it is chosen here where nobody is named. */
  customer?: Customer;
  onClose: () => void;
}

/** Sends a customer the statement of a period that is over. */
export function IssueSheet({ customer, onClose }: IssueSheetProps) {
  const issue = useIssueStatement();
  const today = shanghaiDay(Date.now());
  const [chosen, setChosen] = useState<Customer | undefined>(customer);
  const [period, setPeriod] = useState(() => lastMonth(today));
  const confirm = () => {
    if (!chosen) return;
    issue.mutate(
      { buyerId: chosen.partyId, ...period },
      {
        onSuccess: (statement) => {
          say(`已出具，期末应收 ${yuan(statement.closingFen)}`);
          onClose();
        },
      },
    );
  };
  return (
    <Confirm
      title="出具对账单"
      open
      text="期间须已结束；出具后金额不再变化，客户确认或提出异议后您会看到。"
      confirmLabel={chosen ? `发给 ${chosen.name}` : '出具并发给客户'}
      pending={issue.isPending}
      disabled={!chosen || period.startsOn > period.untilOn}
      error={issue.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {customer ? null : <CustomerChoice chosen={chosen} onChoose={setChosen} />}
      <DayField
        id="statement-from"
        label="开始日"
        value={period.startsOn}
        until={today}
        onChange={(startsOn) => setPeriod({ ...period, startsOn })}
      />
      <DayField
        id="statement-until"
        label="最后一天"
        value={period.untilOn}
        from={period.startsOn}
        until={today}
        onChange={(untilOn) => setPeriod({ ...period, untilOn })}
      />
    </Confirm>
  );
}

interface CustomerChoiceProps {
  chosen: Customer | undefined;
  onChoose: (customer: Customer) => void;
}

function CustomerChoice({ chosen, onChoose }: CustomerChoiceProps) {
  const [q, setQ] = useState('');
  const found = useFoundCustomers(useDebounced(q.trim(), searchPauseMs));
  return (
    <>
      <Field
        id="statement-customer"
        label="客户"
        value={q}
        placeholder="输入名称查找"
        hint={found.data?.length === 0 ? '没有这个名称的客户' : undefined}
        onChange={setQ}
      />
      <View className="field pick-list">
        {(found.data ?? []).map(({ partyId, name }) => (
          <View
            key={partyId}
            id={`statement-to-${partyId}`}
            className={partyId === chosen?.partyId ? 'pick pick--on' : 'pick'}
            {...asChoice(() => onChoose({ partyId, name }), partyId === chosen?.partyId)}
          >
            <Text>{name}</Text>
          </View>
        ))}
      </View>
    </>
  );
}
