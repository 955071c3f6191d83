import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useMe } from '../../features/auth/me';
import { PromotionEditor } from '../../features/promotions/promotion-editor';
import { valuesOf } from '../../features/promotions/promotion-values';
import { useKinds, usePromotion } from '../../features/promotions/queries';
import { usePayerOptions } from '../../features/promotions/use-payer-options';
import { Page } from '../../ui/page';
import { ProblemView } from '../../ui/problem-view';
import { PromotionPickers } from '../promotion-pickers';

export default function PromotionPage() {
  const { promotionId = '' } = useParams();
  return <OnePromotion key={promotionId} promotionId={promotionId} />;
}

function OnePromotion({ promotionId }: { promotionId: string }) {
  const navigate = useNavigate();
  const { state } = useLocation();
  const [publishAtOnce] = useState(() => (state as { publish?: boolean } | null)?.publish === true);
  const kinds = useKinds();
  const promotion = usePromotion(promotionId);
  const payerOptions = usePayerOptions(useMe().party);
  const failed = [kinds, promotion].find(({ isError, data }) => isError && data === undefined);
  return (
    <Page
      title={promotion.data?.promotion.name ?? '促销'}
      hint={promotion.data?.promotion.label}
      extra={
        <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate('/promotions')}>
          全部促销
        </Button>
      }
    >
      {failed && (
        <ProblemView
          error={failed.error}
          onRetry={() => {
            void kinds.refetch();
            void promotion.refetch();
          }}
        />
      )}
      {!failed && !(kinds.data && promotion.data) && (
        <div className="tp-panel tp-panel-body" data-testid="loading">
          <Skeleton active paragraph={{ rows: 14 }} />
        </div>
      )}
      {kinds.data && promotion.data && (
        <PromotionPickers>
          <PromotionEditor
            promotionId={promotionId}
            initial={valuesOf(promotion.data.promotion, kinds.data)}
            kinds={kinds.data}
            payerOptions={payerOptions}
            saved={promotion.data}
            publishAtOnce={publishAtOnce}
            onCopy={() => void navigate(`/promotions/new?copy=${promotionId}`)}
          />
        </PromotionPickers>
      )}
    </Page>
  );
}
