import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { OfferLines } from '@/features/lists/offer-lines';
import { useTemplate, type TemplateInFull } from '@/features/lists/queries';
import { RenameList } from '@/features/lists/rename-list';
import { useChosenSupplier } from '@/features/partners/chosen-supplier';
import { SupplierPicker } from '@/features/partners/supplier-picker';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { Button } from '@/ui/button';
import { Page } from '@/ui/page';
import { InlineProblem, Loading, Problem } from '@/ui/states';
import { say } from '@/ui/toast';
import { useFillCart } from './use-fill-cart';
import { useGap, type Counted } from './use-gap';

const head = { title: '常用单' };

function ListPage({ me }: SignedInProps) {
  const { templateId = '' } = useRouter().params;
  const { items, supplier, choose } = useChosenSupplier(me.userId);
  const template = useTemplate(templateId, supplier?.partyId);
  if (template.data && supplier)
    return (
      <OneList
        key={supplier.partyId}
        userId={me.userId}
        template={template.data}
        supplierId={supplier.partyId}
        picker={
          items.length > 1 ? (
            <SupplierPicker suppliers={items} chosenId={supplier.partyId} onChoose={choose} />
          ) : null
        }
      />
    );
  return (
    <Page {...head}>
      {template.isError ? (
        <Problem error={template.error} onRetry={() => void template.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

interface OneListProps {
  userId: string;
  template: TemplateInFull;
  supplierId: string;
  picker: React.ReactNode;
}

/** A list at today's prices; what is kept as standing stock is ordered by what is missing of it. */
function OneList({ userId, template, supplierId, picker }: OneListProps) {
  const fill = useFillCart(userId);
  const gap = useGap(template, supplierId);
  const [counted, setCounted] = useState<Counted>({});
  const [isRenaming, setRenaming] = useState(false);
  const isStanding = template.kind === 'standing';
  const orderGap = () =>
    gap.mutate(counted, {
      onSuccess: (offer) => (offer.lines.length > 0 ? fill.mutate(offer) : say('都够了，不用补货')),
    });
  const foot = (
    <>
      <Button id="list-rename-open" label="改名" onPress={() => setRenaming(true)} />
      <Button
        id="list-fill"
        label={isStanding ? '按缺口加入购物车' : '全部加入购物车'}
        look="main"
        disabled={template.offer.lines.length === 0}
        pending={fill.isPending || gap.isPending}
        onPress={() => (isStanding ? orderGap() : fill.mutate(template.offer))}
      />
    </>
  );
  return (
    <Page title={template.name} foot={foot}>
      {picker}
      <InlineProblem error={gap.error} />
      <OfferLines
        title={`${template.name} · ${isStanding ? '标准存量' : '商品'} ${template.lineCount} 种`}
        offer={template.offer}
        {...(isStanding
          ? {
              counted: {
                of: (skuId: string) => counted[skuId] ?? '',
                onCount: (skuId: string, count: string) => setCounted({ ...counted, [skuId]: count }),
              },
            }
          : {})}
      />
      {isRenaming ? <RenameList template={template} onClose={() => setRenaming(false)} /> : null}
    </Page>
  );
}

export default signedIn(ListPage, head);
