import { App, Checkbox, Form, Input } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { InstantInput } from '../../ui/instant-input';
import { type ApiKey, type Scope, useMakeKey, useOpenApiChoices, useRevokeKey } from './queries';
import type { SaidSecret } from './said-secret';
import { scopeWords } from './words';
import './open-api.css';

interface KeyValues {
  readonly name: string;
  readonly scopes: Scope[];
  readonly networks?: string;
  readonly expiresAt?: string;
}

/** Networks as somebody types them: one a line, or separated by commas. */
const networksIn = (text = '') => text.split(/[\s,，;；、]+/).filter((word) => word !== '');

interface NewKeyDialogProps {
  open: boolean;
  onClose: () => void;
  onSaid: (said: SaidSecret) => void;
}

/** Makes a key for a program of the party's own. */
export function NewKeyDialog({ open, onClose, onSaid }: NewKeyDialogProps) {
  const { message } = App.useApp();
  const make = useMakeKey();
  const scopes = useOpenApiChoices().data?.scopes ?? [];
  return (
    <FormDialog<KeyValues>
      open={open}
      title="新建密钥"
      submitText="生成密钥"
      width={600}
      testId="key-new-dialog"
      onClose={onClose}
      onSubmit={async ({ name, scopes: chosen, networks, expiresAt }, commandId) => {
        const { key, token } = await make({
          commandId,
          name: name.trim(),
          scopes: chosen,
          networks: networksIn(networks),
          expiresAt: expiresAt ?? null,
        });
        if (token === null) message.warning('密钥已生成，但只显示一次；请吊销它后再新建一个');
        else onSaid({ kind: 'token', name: key.name, secret: token });
      }}
    >
      <Form.Item
        name="name"
        label="名称"
        extra="给谁用：例如“金蝶进销存”“仓库系统”"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={30} autoFocus data-testid="key-name" />
      </Form.Item>
      <Form.Item name="scopes" label="权限范围" rules={[{ required: true, message: '请至少选一项' }]}>
        <Checkbox.Group className="open-api-choices">
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} data-testid={`scope-${scope}`}>
              {scopeWords[scope].name}
              <span className="tp-muted tp-small"> {scopeWords[scope].may}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      <Form.Item name="networks" label="允许的网络（选填）" extra="每行一个地址或网段；不填则不限来源">
        <Input.TextArea
          rows={2}
          maxLength={900}
          placeholder={'203.0.113.7\n203.0.113.0/24'}
          data-testid="key-networks"
        />
      </Form.Item>
      <Form.Item name="expiresAt" label="到期时间（选填）" extra="不填则长期有效，随时可以吊销">
        <InstantInput label="到期时间" testId="key-expires" />
      </Form.Item>
    </FormDialog>
  );
}

interface RevokeKeyDialogProps {
  /** Open while there is one. */
  subject: ApiKey | null;
  onClose: () => void;
}

/** Ends a key, after saying what that does. */
export function RevokeKeyDialog({ subject, onClose }: RevokeKeyDialogProps) {
  const { message } = App.useApp();
  const revoke = useRevokeKey();
  return (
    <FormDialog
      open={subject !== null}
      title={`吊销密钥 · ${subject?.name ?? ''}`}
      submitText="立即吊销"
      danger
      testId="key-revoke-dialog"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!subject) return;
        await revoke({ commandId, keyId: subject.keyId });
        message.success('已吊销');
      }}
    >
      <p>
        使用 <b className="tp-figure">{subject?.prefix}…</b> 的系统从下一次调用起被拒绝，不能恢复。
        {subject?.lastUsedAt ? '它最近还在使用，请先确认对方已换用新密钥。' : '它还没有被使用过。'}
      </p>
    </FormDialog>
  );
}
