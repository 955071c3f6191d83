import { App, Form } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { GrantFields, type GrantPickers } from './grant-fields';
import { askedOf, type Begun, grantOf, type GrantValues, newGrant, permitOf, valuesOf } from './grant-values';
import { type Grant, kindWords } from './model';
import { OverlapList } from './overlap-list';
import { usePutGrant, usePutPermit } from './queries';

/** A grant to change, or what a new one begins with. */
export type GrantSubject = { readonly grant: Grant } | { readonly begun: Begun };

interface GrantDialogProps {
  /** Open while there is one. */
  subject: GrantSubject | null;
  onClose: () => void;
  onSaved: () => void;
  pickers: GrantPickers;
}

/** A grant that is not there yet is known by no id; any will do to ask about it. */
const NEW_GRANT = 'new';

function Overlaps({ before }: { before: Grant | undefined }) {
  // Fields that are folded away count as well.
  const values = Form.useWatch((all: GrantValues) => all, { preserve: true });
  const asked = askedOf(values);
  if (values?.kind === 'temporary')
    return <p className="tp-muted">临时许可不与正式授权冲突：许可范围内的订单转人工审核，用完或到期即止。</p>;
  return (
    <OverlapList
      asked={
        asked && {
          ...asked,
          grantId: before?.grantId ?? NEW_GRANT,
          expectedVersion: before?.version ?? 0,
        }
      }
    />
  );
}

/** Gives a distributor a grant or a permit, or changes one; overlaps are told while it is written. */
export function GrantDialog({ subject, onClose, onSaved, pickers }: GrantDialogProps) {
  const { message } = App.useApp();
  const putGrant = usePutGrant();
  const putPermit = usePutPermit();
  const before = subject && 'grant' in subject ? subject.grant : undefined;
  const begun = subject && 'begun' in subject ? newGrant(subject.begun) : undefined;

  const save = (values: GrantValues, commandId: string) => {
    const command = {
      commandId,
      grantId: before?.grantId ?? commandId,
      expectedVersion: before?.version ?? 0,
    };
    if (values.kind === 'temporary') {
      const permit = permitOf(values);
      return permit && putPermit({ ...command, ...permit });
    }
    const grant = grantOf(values);
    return grant && putGrant({ ...command, ...grant });
  };

  return (
    <FormDialog<GrantValues>
      open={subject !== null}
      title={before ? `修改${kindWords[before.kind]} · ${before.name}` : '新建授权'}
      submitText="保存"
      width={1080}
      testId="grant"
      onClose={onClose}
      initialValues={before ? valuesOf(before) : begun}
      onSubmit={async (values, commandId) => {
        await save(values, commandId);
        message.success('已保存，按生效日执行');
        onSaved();
      }}
    >
      <div className="grant-work">
        <div>
          <GrantFields isNew={!before} pickers={pickers} />
        </div>
        <section>
          <h2 className="grant-heading">与其他授权的重叠</h2>
          <Overlaps before={before} />
        </section>
      </div>
    </FormDialog>
  );
}
