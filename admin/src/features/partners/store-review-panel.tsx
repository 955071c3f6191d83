import { App, Button, Form, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../api';
import { FormDialog } from '../../ui/form-dialog';
import { ProblemView } from '../../ui/problem-view';
import { useOnboardingPolicy, useSetOnboardingPolicy } from './queries';

type StoreReview = Answer<'partners', 'policy'>['storeReview'];

const words: Readonly<Record<StoreReview, { title: string; means: string }>> = {
  seller: { title: '经销商同意即开通', means: '门店向经销商申请入驻，经销商同意后立即开通，总部事后可查。' },
  sellerThenHq: { title: '经销商同意后，总部再审', means: '经销商先审，同意后还要总部同意才开通。' },
};

/** Whether a distributor's word is enough for a new store, and how HQ changes that. */
export function StoreReviewPanel({ mayChange }: { mayChange: boolean }) {
  const { message } = App.useApp();
  const policy = useOnboardingPolicy();
  const set = useSetOnboardingPolicy();
  const [isChanging, setChanging] = useState(false);
  if (policy.isError) return <ProblemView error={policy.error} onRetry={() => void policy.refetch()} />;
  if (policy.isPending) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  const { storeReview } = policy.data;
  return (
    <>
      <p>
        <b data-testid="store-review" data-state={storeReview}>
          {words[storeReview].title}
        </b>
      </p>
      <p className="tp-muted">{words[storeReview].means}</p>
      {mayChange && (
        <Button onClick={() => setChanging(true)} data-testid="store-review-change">
          修改
        </Button>
      )}
      <FormDialog<{ storeReview: StoreReview }>
        open={isChanging}
        title="新门店由谁审核"
        submitText="保存"
        testId="store-review-form"
        onClose={() => setChanging(false)}
        initialValues={{ storeReview }}
        onSubmit={async (values, commandId) => {
          await set({ commandId, ...values });
          message.success('已保存，之后的审核按它走');
        }}
      >
        <Form.Item name="storeReview">
          <Radio.Group
            aria-label="新门店由谁审核"
            style={{ display: 'flex', flexDirection: 'column', gap: 8 }}
            options={(['seller', 'sellerThenHq'] as const).map((value) => ({
              value,
              label: `${words[value].title}：${words[value].means}`,
            }))}
          />
        </Form.Item>
      </FormDialog>
    </>
  );
}
