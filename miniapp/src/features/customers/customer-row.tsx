import { Text, View } from '@tarojs/components';
import { asButton } from '@/ui/control';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import type { Customer, CustomerAccount } from './queries';
import { statusWords, termsWords } from './words';
import './customers.scss';

export interface CustomerRowProps {
  customer: Pick<Customer, 'partyId' | 'name'> & Partial<Customer>;
  account: CustomerAccount | undefined;
  onOpen: () => void;
}

/** One customer: where it is, when it pays, and what it may still order for. */
export const CustomerRow = ({ customer, account, onOpen }: CustomerRowProps) => (
  <View className="customer" id={`customer-${customer.partyId}`} {...asButton(onOpen)}>
    <View className="customer__line">
      <Text className="customer__name">{customer.name}</Text>
      {customer.status && customer.status !== 'active' ? (
        <Tag tone="warn">{statusWords[customer.status]}</Tag>
      ) : null}
      {account && account.overdueFen > 0 ? <Tag tone="danger">{`逾期 ${account.overdueDays} 天`}</Tag> : null}
    </View>
    <Text className="customer__faint">
      {[customer.regionName, account ? termsWords(account) : '未开信用'].filter(Boolean).join(' · ')}
    </Text>
    {account ? (
      <View className="customer__figures">
        <Figure name="额度" fen={account.limitFen} />
        <Figure name="已用" fen={account.exposureFen} />
        <Figure name="可用" fen={account.availableFen} isShort={account.availableFen <= 0} />
        <Figure name="逾期" fen={account.overdueFen} isShort={account.overdueFen > 0} />
      </View>
    ) : null}
  </View>
);

const Figure = ({ name, fen, isShort = false }: { name: string; fen: number; isShort?: boolean }) => (
  <View className="customer__figure">
    <Text className="customer__faint">{name}</Text>
    <Yuan fen={fen} tone={isShort ? 'danger' : 'ink'} />
  </View>
);
