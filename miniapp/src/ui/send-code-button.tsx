import { useEffect, useState } from 'react';
import { Button } from './button';

/** As long as the server lets a number wait between two codes. */
const pauseSeconds = 60;

export interface SendCodeButtonProps {
  id: string;
  disabled?: boolean;
  pending: boolean;
  /** Sends it, and calls back when it is on its way. */
  onSend: (onSent: () => void) => void;
}

/** Sends a code, and waits a minute before it sends another. */
export function SendCodeButton({ id, disabled = false, pending, onSend }: SendCodeButtonProps) {
  const [leftSeconds, setLeftSeconds] = useState(0);
  useEffect(() => {
    if (leftSeconds === 0) return undefined;
    const timer = setTimeout(() => setLeftSeconds(leftSeconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [leftSeconds]);
  return (
    <Button
      id={id}
      label={leftSeconds > 0 ? `${leftSeconds} 秒后重发` : '发送验证码'}
      look="text"
      size="small"
      disabled={disabled || leftSeconds > 0}
      pending={pending}
      pendingLabel="正在发送…"
      onPress={() => onSend(() => setLeftSeconds(pauseSeconds))}
    />
  );
}
