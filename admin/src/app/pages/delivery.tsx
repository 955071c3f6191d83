import { Skeleton } from 'antd';
import { useDeliveryTerms } from '../../features/delivery/queries';
import { TermsForm } from '../../features/delivery/terms-form';
import { VersionTable } from '../../features/delivery/version-table';
import '../../features/delivery/delivery.css';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { PartyPicker } from '../../features/partners/party-picker';
import { RegionsPicker } from '../../features/territory/regions-picker';
import { Page } from '../../ui/page';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';

const pickers = { Party: PartyPicker, Regions: RegionsPicker, Sku: SkuPicker };

export default function DeliveryPage() {
  const terms = useDeliveryTerms();
  return (
    <Page title="运费" hint="离客户最近的规则优先：客户 → 区县 → 市 → 省 → 渠道 → 不限">
      {terms.isError ? (
        <ProblemView error={terms.error} onRetry={() => void terms.refetch()} />
      ) : terms.isPending ? (
        <Skeleton active />
      ) : (
        <>
          <Panel title={terms.data.terms ? `现行第 ${terms.data.terms.version} 版` : '现在不收运费'}>
            <TermsForm
              // A form takes its first values when it is opened: another version is another form.
              key={terms.data.newestVersion}
              terms={terms.data.terms}
              newestVersion={terms.data.newestVersion}
              pickers={pickers}
            />
          </Panel>
          <Panel title="历史版本" flush>
            <VersionTable versions={terms.data.versions} />
          </Panel>
        </>
      )}
    </Page>
  );
}
