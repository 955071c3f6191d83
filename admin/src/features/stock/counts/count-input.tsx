import { Input, type InputRef } from 'antd';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef } from 'react';

interface CountInputProps {
  text: string;
  label: string;
  isWrong: boolean;
  /** Takes the keyboard when it becomes true. */
  hasFocus: boolean;
  onType: (text: string) => void;
  /** A column out of a spreadsheet. */
  onPasteColumn: (pasted: string) => void;
  /** Enter or arrows: one line on, or one back. */
  onStep: (by: 1 | -1) => void;
  onFocus: () => void;
  testId: string;
}

const steps: Readonly<Record<string, 1 | -1>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

/** Where a counted quantity is typed: Enter goes on to the next line, a pasted column fills those below. */
export function CountInput(props: CountInputProps) {
  const { text, label, isWrong, hasFocus, onType, onPasteColumn, onStep, onFocus, testId } = props;
  const input = useRef<InputRef>(null);
  useEffect(() => {
    if (hasFocus) input.current?.focus({ cursor: 'all' });
  }, [hasFocus]);
  return (
    <Input
      ref={input}
      value={text}
      inputMode="numeric"
      maxLength={14}
      status={isWrong ? 'error' : ''}
      aria-invalid={isWrong}
      aria-label={label}
      className="stock-count-input"
      onChange={({ target }) => onType(target.value)}
      onFocus={onFocus}
      onKeyDown={(event: KeyboardEvent) => {
        const by = steps[event.key];
        if (!by || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onStep(by);
      }}
      onPaste={(event: ClipboardEvent) => {
        const pasted = event.clipboardData.getData('text');
        if (!/[\t\n]/.test(pasted)) return;
        event.preventDefault();
        onPasteColumn(pasted);
      }}
      data-testid={testId}
    />
  );
}
