import { areaList } from '@vant/area-data';
import { isRegionCode, regionName } from './region-names';

describe('the name of a region', () => {
  it.each([
    ['330106', '浙江省杭州市西湖区'],
    ['330100', '浙江省杭州市'],
    ['330000', '浙江省'],
    ['310101', '上海市黄浦区'],
    ['310000', '上海市'],
    ['500103', '重庆市渝中区'],
    ['990101', '990101'],
    ['', ''],
  ])('of %s is %s', (code, name) => {
    expect(regionName(code)).toBe(name);
  });

  it.each([
    ['500229', '重庆市城口县'],
    ['429004', '湖北省仙桃市'],
    ['469001', '海南省五指山市'],
    ['659001', '新疆维吾尔自治区石河子市'],
  ])('of %s is %s: what stands in the city’s place is no name', (code, name) => {
    expect(regionName(code)).toBe(name);
  });

  it('begins with the province and ends with the district, for every district there is', () => {
    for (const [code, county] of Object.entries(areaList.county_list)) {
      const name = regionName(code);
      expect(name.startsWith(areaList.province_list[`${code.slice(0, 2)}0000`]!)).toBe(true);
      expect(name.endsWith(county)).toBe(true);
    }
  });
});

describe('a region code', () => {
  it.each(['330106', '310101'])('may be a district: %s', (code) => {
    expect(isRegionCode(code)).toBe(true);
  });

  it.each(['330100', '330000', '33', '990101', '', 'constructor', 'toString'])('is not %p', (code) => {
    expect(isRegionCode(code)).toBe(false);
  });
});
