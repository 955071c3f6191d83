import { App, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api';
import type { FieldProps } from '../../ui/found-select';
import { problemTitle } from '../../ui/problem-view';

/** Names a distributor, or HQ, by the code it has told: distributors do not see each other's names in lists. */
export function SellerByCode({ id, value, onChange, testId, label }: FieldProps<string | undefined>) {
  const { message } = App.useApp();
  const [name, setName] = useState('');
  const [isLooking, setLooking] = useState(false);
  const look = async (typed: string) => {
    const code = typed.trim().toUpperCase();
    if (code === '') return;
    setLooking(true);
    try {
      const found = await api.partners.sellerByCode({ code });
      setName(found.name);
      onChange?.(found.partyId);
    } catch (error) {
      message.error(problemTitle(error));
    } finally {
      setLooking(false);
    }
  };
  return (
    <>
      <Input.Search
        id={id}
        aria-label={label}
        maxLength={16}
        placeholder="对方的客户编码，如 D02"
        enterButton="查找"
        loading={isLooking}
        // Another code is another party until it is looked for.
        onChange={() => value !== undefined && onChange?.(undefined)}
        onSearch={(typed) => void look(typed)}
        // Enter looks for the code; it must not send the form around it as well.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        data-testid={testId}
      />
      <span className="tp-small" data-testid={testId && `${testId}-found`}>
        {value === undefined ? <span className="tp-muted">编码请向对方或总部询问</span> : `找到：${name}`}
      </span>
    </>
  );
}
