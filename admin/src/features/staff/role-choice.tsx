import { Checkbox, Form } from 'antd';
import type { StaffRole } from './queries';
import { roleWords } from './words';
import './staff.css';

/** Which of the roles a party has somebody gets, each with what one may do in it. */
export const RoleChoice = ({ roles }: { roles: readonly StaffRole[] }) => (
  <Form.Item
    name="roles"
    label="角色"
    // Not by "required": a group of boxes may not say so of itself to a screen reader.
    rules={[
      {
        validator: async (_, chosen: readonly StaffRole[] = []) => {
          if (chosen.length === 0) throw new Error('请至少选一个角色');
        },
      },
    ]}
  >
    <Checkbox.Group className="role-choice">
      {roles.map((role) => (
        <Checkbox key={role} value={role} data-testid={`role-${role}`}>
          {roleWords[role].name}
          <span className="tp-muted tp-small"> {roleWords[role].may}</span>
        </Checkbox>
      ))}
    </Checkbox.Group>
  </Form.Item>
);
