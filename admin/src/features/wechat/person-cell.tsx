import type { Rebinding } from './queries';

/** Whose WeChat it is: the person, and the party they act for. */
export const PersonCell = ({ user, party }: Pick<Rebinding, 'user' | 'party'>) => (
  <>
    {party.name}
    <div className="tp-muted tp-small">
      {user.name}（{user.loginName}）
    </div>
  </>
);
