import type { ReactNode } from 'react';
import { Field } from '@/ui/field';

export interface CodeFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (code: string) => void;
  tail: ReactNode;
  hint?: string;
  onSubmit?: () => void;
}

/** Where a code from a text message goes. */
export const CodeField = (props: CodeFieldProps) => (
  <Field {...props} digits lengthMax={6} placeholder="6 位数字" />
);

export const isCode = (code: string) => /^\d{6}$/.test(code);
export const isMobile = (phone: string) => /^1[3-9]\d{9}$/.test(phone);
