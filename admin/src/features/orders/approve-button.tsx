import { CheckOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Finding } from './model';
import { overrulable } from './review';

interface ApproveButtonProps {
  orderId: string;
  findings: readonly Finding[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onApprove: (accept: string[]) => void;
  pending: boolean;
  disabled?: boolean;
  size?: 'small' | 'medium';
}

interface OverrulePanelProps extends Pick<ApproveButtonProps, 'findings' | 'onApprove' | 'pending'> {
  onClose: () => void;
}

function OverrulePanel({ findings, onApprove, onClose, pending }: OverrulePanelProps) {
  const rules = overrulable(findings);
  const [accept, setAccept] = useState(() => rules.map(({ rule }) => rule));
  const confirm = useRef<HTMLButtonElement>(null);
  const blocking = findings.filter(({ severity }) => severity === 'block');
  useEffect(() => {
    // After the popover has been placed: focus moved earlier would scroll the table.
    const timer = setTimeout(() => confirm.current?.focus({ preventScroll: true }), 60);
    return () => clearTimeout(timer);
  }, []);

  return (
    <div className="overrule" data-testid="approve-panel">
      <p className="tp-muted">以下问题将由您复核放行，取消勾选则保留：</p>
      {rules.map(({ rule, findings: ruleFindings }) => (
        <Checkbox
          key={rule}
          checked={accept.includes(rule)}
          data-testid={`accept-${rule}`}
          onChange={({ target }) =>
            setAccept(target.checked ? [...accept, rule] : accept.filter((kept) => kept !== rule))
          }
        >
          {ruleFindings.map((finding) => (
            <div key={`${finding.lineNo} ${finding.message}`}>{finding.message}</div>
          ))}
        </Checkbox>
      ))}
      {blocking.length > 0 && (
        <div className="overrule-blocking">
          <b>无法放行，解决后才能通过：</b>
          {blocking.map((finding) => (
            <div key={`${finding.rule} ${finding.lineNo}`}>
              {finding.message}
              {finding.remedy && `（${finding.remedy}）`}
            </div>
          ))}
        </div>
      )}
      <div className="tp-dialog-foot">
        <Button size="small" onClick={onClose}>
          取消
        </Button>
        <Button
          ref={confirm}
          size="small"
          type="primary"
          loading={pending}
          onClick={() => onApprove(accept)}
          data-testid="approve-confirm"
        >
          确认通过
        </Button>
      </div>
    </div>
  );
}

/** Approves at once when nothing is to be overruled; otherwise one confirmation lists what would be. */
export function ApproveButton(props: ApproveButtonProps) {
  const { orderId, findings, open, onOpenChange, onApprove, pending, disabled, size = 'small' } = props;
  const mustConfirm = overrulable(findings).length > 0;
  const button = (
    <Button
      type="primary"
      size={size}
      icon={<CheckOutlined />}
      loading={pending}
      disabled={disabled}
      data-testid={`approve-${orderId}`}
      onClick={mustConfirm ? undefined : () => onApprove([])}
    >
      通过
    </Button>
  );
  if (!mustConfirm || disabled) return button;
  return (
    <Popover
      trigger="click"
      placement="leftTop"
      open={open}
      onOpenChange={onOpenChange}
      destroyOnHidden
      title="复核放行"
      content={
        <OverrulePanel
          findings={findings}
          onApprove={onApprove}
          onClose={() => onOpenChange(false)}
          pending={pending}
        />
      }
    >
      {button}
    </Popover>
  );
}
