import type { ReactNode } from 'react';
import { Text } from '@tarojs/components';
import { Fact } from '@/ui/card';
import { Sheet } from '@/ui/sheet';
import { Loading, Problem } from '@/ui/states';
import { Yuan } from '@/ui/yuan';
import { useCustomer, type CustomerAccount } from './queries';
import { ladderWords, termsWords } from './words';
import './customers.scss';

export interface CustomerSheetProps {
  partyId: string;
  name: string;
  account: CustomerAccount | undefined;
  /** What may be done about it. */
  foot: ReactNode;
  onClose: () => void;
}

/** A customer in full: whom to call, whether it may order, and its account by part. */
export function CustomerSheet({ partyId, name, account, foot, onClose }: CustomerSheetProps) {
  const customer = useCustomer(partyId);
  return (
    <Sheet title={name} open onClose={onClose} foot={foot}>
      {customer.isPending ? <Loading rows={2} /> : null}
      {customer.isError ? <Problem error={customer.error} onRetry={() => void customer.refetch()} /> : null}
      {customer.data ? (
        <>
          {customer.data.ordering.reason ? (
            <Text className="customer__warning">{customer.data.ordering.reason}</Text>
          ) : null}
          <Fact name="编码">{customer.data.code}</Fact>
          <Fact name="联系人">{`${customer.data.contactName} ${customer.data.contactPhone}`}</Fact>
          <Fact name="地区">{customer.data.regionName}</Fact>
          <Fact name="食品许可证">
            {[
              customer.data.foodLicenceNo || '未登记',
              customer.data.foodLicenceExpiresOn ? `有效期至 ${customer.data.foodLicenceExpiresOn}` : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Fact>
        </>
      ) : null}
      {account ? (
        <>
          <Fact name="结算方式">{termsWords(account)}</Fact>
          <Fact name="逾期管控">{ladderWords[account.ladderStep]}</Fact>
          <Fact name="可用额度">
            <Yuan fen={account.availableFen} tone={account.availableFen > 0 ? 'brand' : 'danger'} />
          </Fact>
          <Fact name="固定额度">
            <Yuan fen={account.limitFen} />
          </Fact>
          {account.temporaryFen > 0 ? (
            <Fact name="临时额度">
              <Yuan fen={account.temporaryFen} />
            </Fact>
          ) : null}
          <Fact name="已下单未发货">
            <Yuan fen={account.heldFen} />
          </Fact>
          <Fact name="在途未签收">
            <Yuan fen={account.shippedFen} />
          </Fact>
          <Fact name="应收账款">
            <Yuan fen={account.receivableFen} />
          </Fact>
          <Fact name="其中逾期">
            <Yuan fen={account.overdueFen} tone={account.overdueFen > 0 ? 'danger' : 'ink'} />
          </Fact>
        </>
      ) : null}
    </Sheet>
  );
}
