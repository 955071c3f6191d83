import { useRef, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { ApiProblem } from '@/api';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chips } from '@/ui/chips';
import { CodeField } from '@/ui/code-field';
import { isMobile } from '@/ui/code-words';
import { Field } from '@/ui/field';
import { SendCodeButton } from '@/ui/send-code-button';
import { InlineProblem } from '@/ui/states';
import { say } from '@/ui/toast';
import { checkForm } from './check-form';
import { faultsOf } from './explain-refusal';
import type { ApplyField, ApplyForm as Form, Faults } from './form';
import { type KeptApplication, newOwn } from './kept-application';
import { useApply, useSendApplyCode } from './queries';
import { RegionPicker } from './region-picker';
import { channelChips, kindChips } from './words';

export interface ApplyFormProps {
  kept: KeptApplication;
  /** Whether codes are sent at all. */
  hasCodes: boolean;
  /** Changes what is kept, whatever else has changed in the same moment. */
  onKeep: (change: (present: KeptApplication) => KeptApplication) => void;
  onHandedIn: (kept: KeptApplication) => void;
}

/** What somebody says of itself who wants to become a customer. What is typed stays on the device. */
export function ApplyForm({ kept, hasCodes, onKeep, onHandedIn }: ApplyFormProps) {
  const { form } = kept;
  const [code, setCode] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const [mustProve, setMustProve] = useState(false);
  const sendCode = useSendApplyCode();
  const apply = useApply();
  const isRunning = useRef(false);
  const phone = form.contactPhone.trim();
  const isCodeAsked = hasCodes && isMobile(phone) && (mustProve || phone !== kept.provenPhone);

  const change = (part: Partial<Form>, field?: ApplyField) => {
    onKeep((present) => ({ ...present, form: { ...present.form, ...part } }));
    if (field) setFaults((present) => ({ ...present, [field]: undefined }));
  };
  const text = (field: Exclude<ApplyField, 'phoneCode' | 'regionCode'>) => ({
    id: `apply-${field}`,
    value: form[field],
    error: faults[field],
    onChange: (value: string) => change({ [field]: value }, field),
  });
  /** True when nothing is wrong with what can be seen here. */
  const isWhole = () => {
    const found = checkForm(form, { isAsked: isCodeAsked, code });
    setFaults(found);
    const isFine = Object.keys(found).length === 0;
    if (!isFine) say('请检查标红的内容');
    return isFine;
  };

  const submit = async () => {
    // Two taps come faster than the button can go grey.
    if (isRunning.current || !isWhole()) return;
    isRunning.current = true;
    const own = kept.own ?? (await newOwn());
    // Kept before it is sent: an answer that gets lost must not lose the application.
    onKeep((present) => ({ ...present, own }));
    const provenPhone = isCodeAsked ? phone : kept.provenPhone;
    const handedIn = { own, form, provenPhone, isHandedIn: true };
    try {
      await apply.mutateAsync({ own, form, code: isCodeAsked ? code : undefined });
      onHandedIn(handedIn);
    } catch (error) {
      if (!(error instanceof ApiProblem)) return;
      // An earlier try has arrived, and somebody looks at it by now.
      if (error.code === 'partners.applicationClosed') return onHandedIn(handedIn);
      if (error.code === 'partners.phoneCodeMissing') setMustProve(true);
      const told = faultsOf(error.problem);
      setFaults(told);
      if (Object.keys(told).length > 0) say('请检查标红的内容');
    } finally {
      isRunning.current = false;
    }
  };
  // What is said at fields is not said twice.
  const isToldAtFields = Object.values(faults).some(Boolean);

  return (
    <>
      <Card title="单位资料">
        <Text className="field__label">类型</Text>
        <Chips
          name="apply-kind"
          chips={kindChips}
          value={form.kind}
          onChange={(kind) => change({ kind: kind as Form['kind'] })}
        />
        <Text className="field__label">渠道</Text>
        <Chips
          name="apply-channel"
          chips={channelChips}
          value={form.channel}
          onChange={(channel) => change({ channel: channel as Form['channel'] })}
        />
        <Field {...text('name')} label="单位名称" lengthMax={80} placeholder="与营业执照或门头一致" />
        <RegionPicker
          value={form}
          error={faults.regionCode}
          onChange={(place) => change(place, 'regionCode')}
        />
        <Field {...text('addressDetail')} label="详细地址" lengthMax={200} placeholder="街道、门牌号" />
      </Card>
      <Card title="联系人">
        <Field {...text('contactName')} label="联系人" lengthMax={40} placeholder="负责人姓名" />
        <Field
          {...text('contactPhone')}
          label="联系电话"
          lengthMax={24}
          placeholder="手机号，开户后可用来登录"
        />
        {isCodeAsked ? (
          <CodeField
            id="apply-phoneCode"
            label="短信验证码"
            value={code}
            error={faults.phoneCode}
            onChange={(value) => {
              setCode(value);
              setFaults((present) => ({ ...present, phoneCode: undefined }));
            }}
            tail={
              <SendCodeButton
                id="apply-send"
                disabled={!isMobile(phone)}
                pending={sendCode.isPending}
                onSend={(onSent) => sendCode.mutate(phone, { onSuccess: onSent })}
              />
            }
          />
        ) : null}
        <InlineProblem error={sendCode.error} />
      </Card>
      <Card title="证照">
        <Field
          {...text('businessLicenceNo')}
          label="统一社会信用代码"
          lengthMax={18}
          placeholder="营业执照上的 18 位代码"
        />
        <Field
          {...text('foodLicenceNo')}
          label="食品经营许可证编号"
          lengthMax={40}
          placeholder="JY 开头，没有可不填"
        />
        <Field
          {...text('foodLicenceExpiresOn')}
          label="许可证有效期至"
          lengthMax={11}
          placeholder="年月日，如 20271231"
        />
      </Card>
      <Card title="供货商">
        <Field
          {...text('sellerCode')}
          label="供货商编码"
          lengthMax={16}
          placeholder="没有可不填"
          hint="由供货商提供；不填由总部受理"
        />
      </Card>
      {isToldAtFields ? null : <InlineProblem error={apply.error} />}
      <View>
        <Button
          id="apply-submit"
          label={kept.isHandedIn ? '重新提交申请' : '提交申请'}
          look="main"
          block
          pending={apply.isPending}
          pendingLabel="正在提交…"
          onPress={() => void submit()}
        />
      </View>
      <Text className="field__hint">未提交前，填写的内容只保存在本机</Text>
    </>
  );
}
