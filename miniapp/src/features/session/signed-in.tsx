import { useEffect, useMemo, type ComponentType } from 'react';
import { readToken } from '@/platform/session-token';
import { goToLogIn, goToPassword, places } from '@/platform/ways';
import { NavigationContext, type Way } from '@/ui/navigation';
import { Page } from '@/ui/page';
import { Loading, Problem } from '@/ui/states';
import { useMe, type Me } from './queries';

export interface SignedInProps {
  me: Me;
}

/** Where this user may go from the bar of a wide screen. */
function waysOf(me: Me): readonly Way[] {
  const ways: Way[] = [];
  if (me.buys) ways.push({ label: '商品', address: places.home }, { label: '购物车', address: places.cart });
  if (me.buys && me.sells) ways.push({ label: '快速订货', address: places.quickOrder });
  if (me.buys) ways.push({ label: '我的订单', address: places.orders });
  if (me.sells || me.party.kind === 'hq') {
    ways.push({ label: '客户订单', address: places.customerOrders });
    ways.push({ label: '库存', address: places.stock });
  }
  ways.push({ label: '我的', address: places.mine });
  return ways;
}

export const passwordTitle = '修改密码';

/** Wraps a page that needs a user: sends strangers to the log-in, then hands `me` to the page. */
export function signedIn(Body: ComponentType<SignedInProps>, head: { title: string; isTab?: boolean }) {
  function Guarded() {
    const token = readToken();
    const me = useMe();
    useEffect(() => {
      if (!token) goToLogIn();
    }, [token]);
    const data = me.data;
    // Nothing else is served before the first password, which somebody else knows, has been changed.
    const mustChange = data?.mustChangePassword ?? false;
    useEffect(() => {
      if (mustChange) goToPassword();
    }, [mustChange]);
    const navigation = useMemo(
      () => ({
        ways: data ? waysOf(data) : [],
        caller: data ? `${data.party.name} · ${data.name}` : '',
      }),
      [data],
    );
    if (token && data && (!mustChange || head.title === passwordTitle))
      return (
        <NavigationContext.Provider value={navigation}>
          <Body me={data} />
        </NavigationContext.Provider>
      );
    return (
      <Page title={head.title} isTab={head.isTab}>
        {token && me.isError ? <Problem error={me.error} onRetry={() => void me.refetch()} /> : <Loading />}
      </Page>
    );
  }
  return Guarded;
}
