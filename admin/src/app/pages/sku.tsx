import { ArrowLeftOutlined, PictureOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMe } from '../../features/auth/me';
import { PicturesDrawer } from '../../features/catalog/pictures-drawer';
import { PackList } from '../../features/catalog/sku/pack-list';
import { useSheet, useSku } from '../../features/catalog/sku/queries';
import { SkuEditor } from '../../features/catalog/sku/sku-editor';
import { SkuFacts } from '../../features/catalog/sku/sku-facts';
import { SubstitutesPanel } from '../../features/catalog/sku/substitutes-panel';
import '../../features/catalog/sku/sku.css';
import { Page } from '../../ui/page';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';

/** One SKU: HQ keeps it, whoever sells it reads it and names what may be sent instead. */
export default function SkuPage() {
  const { skuId = '' } = useParams();
  const isHq = useMe().party.kind === 'hq';
  return isHq ? <KeptSku key={skuId} skuId={skuId} /> : <SoldSku key={skuId} skuId={skuId} />;
}

const Loading = () => (
  <div className="tp-panel tp-panel-body" data-testid="loading">
    <Skeleton active paragraph={{ rows: 14 }} />
  </div>
);

function BackButton() {
  const navigate = useNavigate();
  return (
    <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate('/goods')}>
      全部商品
    </Button>
  );
}

const Side = ({ skuId }: { skuId: string }) => (
  <aside aria-label="替代品与包装">
    <SubstitutesPanel skuId={skuId} />
    <Panel title="包装沿革">
      <PackList skuId={skuId} />
    </Panel>
  </aside>
);

function KeptSku({ skuId }: { skuId: string }) {
  const sheet = useSheet(skuId);
  const [isShowingPictures, setShowingPictures] = useState(false);
  return (
    <Page
      title={sheet.data?.name ?? '商品'}
      hint={sheet.data && `${sheet.data.skuId} · ${sheet.data.spec}`}
      extra={
        <>
          <BackButton />
          <Button
            icon={<PictureOutlined />}
            disabled={!sheet.data}
            onClick={() => setShowingPictures(true)}
            data-testid="sku-pictures"
          >
            管理图片
          </Button>
        </>
      }
    >
      {sheet.isError && !sheet.data && (
        <ProblemView error={sheet.error} onRetry={() => void sheet.refetch()} />
      )}
      {sheet.isPending && <Loading />}
      {sheet.data && (
        <div className="sku-page">
          <SkuEditor saved={sheet.data} />
          <Side skuId={skuId} />
        </div>
      )}
      {isShowingPictures && sheet.data && (
        <PicturesDrawer goods={sheet.data} onClose={() => setShowingPictures(false)} />
      )}
    </Page>
  );
}

function SoldSku({ skuId }: { skuId: string }) {
  const sku = useSku(skuId);
  return (
    <Page title={sku.data?.name ?? '商品'} hint="商品资料由总部维护" extra={<BackButton />}>
      {sku.isError && !sku.data && <ProblemView error={sku.error} onRetry={() => void sku.refetch()} />}
      {sku.isPending && <Loading />}
      {sku.data && (
        <div className="sku-page">
          <Panel title="基本资料">
            <SkuFacts sku={sku.data} />
          </Panel>
          <Side skuId={skuId} />
        </div>
      )}
    </Page>
  );
}
