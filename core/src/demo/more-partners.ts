import { areaList } from '@vant/area-data';
import type { Channel } from '../partners';
import type { DemoDistributor, DemoStore } from './model';
import { randomOf } from './random';

/** City, its GB/T 2260 prefix, the trade name of the distributor there, who answers the phone. */
type Seat = readonly [prefix: string, name: string, contact: string];

/** A distributor a city, from the coast inland. */
const seats: readonly Seat[] = [
  ['3303', '温州瓯越副食品', '林建国'],
  ['3307', '金华婺州商贸', '方志强'],
  ['3310', '台州椒江供销', '陈伟民'],
  ['3201', '南京钟山食品', '朱晓东'],
  ['3202', '无锡太湖商贸', '钱学军'],
  ['3204', '常州延陵副食', '陆永明'],
  ['3205', '苏州姑苏供应链', '顾建华'],
  ['3206', '南通江海商行', '施国庆'],
  ['3203', '徐州云龙贸易', '孟凡军'],
  ['3401', '合肥庐阳商贸', '许大海'],
  ['3402', '芜湖鸠江食品', '汪立新'],
  ['3501', '福州闽江商贸', '林瑞祥'],
  ['3502', '厦门鹭岛供应链', '黄志明'],
  ['3505', '泉州刺桐副食', '蔡金水'],
  ['3601', '南昌滕王阁商行', '熊国平'],
  ['3701', '济南泉城商贸', '孙兆林'],
  ['3702', '青岛胶州湾食品', '于海波'],
  ['3706', '烟台芝罘副食', '曲建波'],
  ['4101', '郑州中原商贸', '郭保民'],
  ['4103', '洛阳洛水食品', '李宏伟'],
  ['4201', '武汉江城供应链', '胡汉平'],
  ['4301', '长沙湘江商贸', '彭立平'],
  ['4401', '广州珠江副食品', '梁志辉'],
  ['4403', '深圳鹏城供应链', '郑泽文'],
  ['4406', '佛山禅城商行', '何永昌'],
  ['5101', '成都锦江商贸', '罗建军'],
  ['6101', '西安长安食品', '王新安'],
];

const storesPerDistributor = 29;

/** Districts where people shop, by city; what only gathers new zones is left out. */
const districtsOf = (prefix: string) =>
  Object.keys(areaList.county_list)
    .filter((code) => code.startsWith(prefix) && !code.endsWith('00'))
    .sort();

/** Distributors after the first three of the demo. */
export const moreDistributors: readonly DemoDistributor[] = seats.map(([prefix, name, contact], at) => ({
  code: `D${String(at + 4).padStart(2, '0')}`,
  name,
  areas: [prefix],
  place: [districtsOf(prefix)[0] ?? `${prefix}01`, `物流园 ${at + 1} 号库`],
  contact,
}));

const streets =
  '人民路 解放路 建设路 中山路 和平路 新华路 文化路 胜利路 友谊路 青年路 光明路 幸福路 振兴路 迎宾路 公园路 学府路 站前路 南门街 北关街 东湖路'.split(
    ' ',
  );
const shops =
  '好邻居 阿福 万家 小桃园 晨光 老街坊 福满 红旗 聚鑫 百顺 家和 友客 便民 佳惠 鲜丰 天天 大众 兴隆 美佳 乐购多'.split(
    ' ',
  );
const kinds: readonly (readonly [kind: string, channel: Channel])[] = [
  ['便利店', 'convenience'],
  ['超市', 'modern'],
  ['烟酒副食', 'traditional'],
  ['食杂店', 'traditional'],
  ['小吃店', 'catering'],
];
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';

/** The stores of the distributors after the first three, numbered on from the first ones. */
export function moreStores(firstNumber: number, scale: number): readonly DemoStore[] {
  const count = Math.max(1, Math.round(storesPerDistributor * scale));
  const random = randomOf(20_261_122);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const named = new Set<string>();
  let number = firstNumber;
  return seats.flatMap(([prefix], at) => {
    const districts = districtsOf(prefix);
    return Array.from({ length: count }, (): DemoStore => {
      const [kind, channel] = pick(kinds);
      const regionCode = pick(districts);
      const street = pick(streets);
      const district = areaList.county_list[regionCode] ?? '';
      let name = `${pick(shops)}${kind}（${district}${street}店）`;
      while (named.has(name)) name = `${pick(shops)}${kind}（${district}${pick(streets)}${named.size}号店）`;
      named.add(name);
      const code = `S${String(number).padStart(3, '0')}`;
      number += 1;
      return {
        code,
        name,
        distributorCode: `D${String(at + 4).padStart(2, '0')}`,
        channel,
        place: [regionCode, `${street} ${1 + Math.floor(random() * 500)} 号`],
        contact: `${pick([...surnames])}老板`,
      };
    });
  });
}
