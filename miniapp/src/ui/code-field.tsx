import type { ReactNode } from 'react';
import { Field } from './field';

export interface CodeFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (code: string) => void;
  tail: ReactNode;
  hint?: string;
  error?: string | undefined;
  onSubmit?: () => void;
}

/** Where a code from a text message goes. */
export const CodeField = (props: CodeFieldProps) => (
  <Field {...props} digits lengthMax={6} placeholder="6 位数字" />
);
