import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { ulid } from 'ulid';
import { useMe } from '../../features/auth/me';
import { PromotionEditor } from '../../features/promotions/promotion-editor';
import { copyOf, newValues, valuesOf, type Kinds } from '../../features/promotions/promotion-values';
import type { Promotion } from '../../features/promotions/model';
import { useKinds, usePromotion } from '../../features/promotions/queries';
import { usePayerOptions } from '../../features/promotions/use-payer-options';
import { Page } from '../../ui/page';
import { ProblemView } from '../../ui/problem-view';
import { PromotionPickers } from '../promotion-pickers';

export default function PromotionNewPage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const copied = params.get('copy') ?? undefined;
  const kinds = useKinds();
  const original = usePromotion(copied);
  const failed = kinds.isError ? kinds.error : original.isError ? original.error : null;
  const isReady = kinds.data && (copied === undefined || original.data);
  return (
    <Page
      title={copied ? '复制促销' : '新建促销'}
      hint="先选类型，从它的示例改起；右侧随写随算。Ctrl+S 保存草稿"
      extra={
        <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate('/promotions')}>
          全部促销
        </Button>
      }
    >
      {failed !== null && (
        <ProblemView
          error={failed}
          onRetry={() => {
            void kinds.refetch();
            if (copied) void original.refetch();
          }}
        />
      )}
      {failed === null && !isReady && (
        <div className="tp-panel tp-panel-body" data-testid="loading">
          <Skeleton active paragraph={{ rows: 14 }} />
        </div>
      )}
      {kinds.data && isReady && (
        <NewPromotion
          key={copied}
          kinds={kinds.data}
          original={original.data?.promotion}
          kindName={params.get('kind') ?? undefined}
        />
      )}
    </Page>
  );
}

const USUAL_KIND = 'thresholdOff';

interface NewPromotionProps {
  kinds: Kinds;
  original?: Promotion;
  kindName?: string;
}

function NewPromotion({ kinds, original, kindName = USUAL_KIND }: NewPromotionProps) {
  const me = useMe();
  const navigate = useNavigate();
  // The id is made here and kept, so that saving twice adds one.
  const [promotionId] = useState(() => ulid());
  const payerOptions = usePayerOptions(me.party);
  const kind = kinds.get(kindName) ?? [...kinds.values()][0];
  const [initial] = useState(() => {
    if (original) return copyOf(valuesOf(original, kinds));
    return kind && newValues(kind, kinds, { now: new Date().toISOString(), sellerId: me.party.partyId });
  });
  if (!initial) return null;
  return (
    <PromotionPickers>
      <PromotionEditor
        promotionId={promotionId}
        initial={initial}
        kinds={kinds}
        payerOptions={payerOptions}
        onAdded={(promotion, publish) =>
          void navigate(`/promotions/${promotion.promotionId}`, { replace: true, state: { publish } })
        }
      />
    </PromotionPickers>
  );
}
