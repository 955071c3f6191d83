import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { SkuEditor } from '../../features/catalog/sku/sku-editor';
import { Page } from '../../ui/page';

export default function NewSkuPage() {
  const navigate = useNavigate();
  const [addedId, setAddedId] = useState<string | null>(null);
  // A step later, when the question about what is unsaved has been taken back.
  useEffect(() => {
    if (addedId !== null) void navigate(`/goods/${encodeURIComponent(addedId)}`, { replace: true });
  }, [addedId, navigate]);
  return (
    <Page
      title="新建商品"
      hint="保存后马上在售；没有价格的客户看不到它"
      extra={
        <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate('/goods')}>
          全部商品
        </Button>
      }
    >
      <SkuEditor onAdded={({ skuId }) => setAddedId(skuId)} />
    </Page>
  );
}
