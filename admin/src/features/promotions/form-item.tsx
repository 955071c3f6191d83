import { Form, type FormItemProps } from 'antd';
import type { ReactNode } from 'react';

/** A field with one line under it that says what it does. */
export const Explained = ({ hint, ...item }: FormItemProps & { hint?: ReactNode }) => (
  <Form.Item {...item} extra={hint && <span className="tp-small">{hint}</span>} />
);
