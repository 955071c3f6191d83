import { useContext, useEffect } from 'react';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { goBack, goTo, places } from '@/platform/ways';
import { asButton, asLink } from './control';
import { firstLevel } from './first-level';
import { Icon } from './icon';
import { NavigationContext } from './navigation';
import './page-head.scss';

export interface PageHeadProps {
  title: string;
  /** Tab pages have nothing to go back to. */
  isTab?: boolean;
}

/** The head of an H5 page: H5 has no navigation bar of its own. */
export function PageHead({ title, isTab }: PageHeadProps) {
  const { ways, caller } = useContext(NavigationContext);
  const path = useRouter().path.split('?')[0] ?? '';
  useEffect(() => {
    document.title = `${title} · 通盘订货`;
  }, [title]);
  return (
    <View className="page-head" role="banner">
      <View className="page-head__inner">
        <View className="page-head__brand" {...asLink(() => goTo(places.home))}>
          <View className="page-head__mark" />
          <Text>通盘订货</Text>
        </View>
        {isTab ? null : (
          <View className="page-head__back" id="go-back" {...asButton(goBack, '返回')}>
            <Icon name="back" />
          </View>
        )}
        <Text className="page-head__title" {...firstLevel}>
          {title}
        </Text>
        <View className="page-head__ways">
          {ways.map((way) => (
            <View
              key={way.address}
              className={path.endsWith(way.address) ? 'page-head__way page-head__way--on' : 'page-head__way'}
              {...asLink(() => goTo(way.address))}
            >
              <Text>{way.label}</Text>
              {way.count ? <Text className="page-head__count">{way.count}</Text> : null}
            </View>
          ))}
        </View>
        <Text className="page-head__caller">{caller}</Text>
      </View>
    </View>
  );
}
