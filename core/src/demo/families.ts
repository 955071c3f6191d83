/** A spec goods come in: what it holds, base unit, units a case, what a store pays for a base unit in yuan. */
type Size = readonly [spec: string, unit: string, perCase: number, yuan: number];

/** Goods that differ by taste and size alone. */
export interface Family {
  readonly category: string;
  readonly name: string;
  readonly tastes: readonly string[];
  readonly sizes: readonly Size[];
  readonly lifeDays: number;
  readonly zone?: 'chilled' | 'frozen';
}

/** The rest of the invented brand's range, as families: plausible goods, no real trade marks. */
export const families: readonly Family[] = [
  {
    category: '饮用水',
    name: '清谷气泡水',
    tastes: ['原味', '柚子', '卡曼橘', '荔枝'],
    sizes: [
      ['330ml', '罐', 24, 2.9],
      ['1L', '瓶', 12, 5.2],
    ],
    lifeDays: 365,
  },
  {
    category: '茶饮料',
    name: '清谷冷泡茶',
    tastes: ['茉莉', '桂花乌龙', '大麦', '青柑普洱', '白桃乌龙'],
    sizes: [
      ['500ml', '瓶', 15, 3.4],
      ['900ml', '瓶', 12, 4.6],
    ],
    lifeDays: 365,
  },
  {
    category: '茶饮料',
    name: '清谷奶茶',
    tastes: ['原味', '阿萨姆', '麦香'],
    sizes: [
      ['500ml', '瓶', 15, 3.6],
      ['250ml', '盒', 24, 2.2],
    ],
    lifeDays: 270,
  },
  {
    category: '碳酸饮料',
    name: '清谷汽水',
    tastes: ['荔枝味', '葡萄味', '西柚味', '青苹果味', '老冰棍味'],
    sizes: [
      ['330ml', '罐', 24, 1.8],
      ['500ml', '瓶', 24, 2.4],
      ['2L', '瓶', 6, 5.6],
    ],
    lifeDays: 365,
  },
  {
    category: '功能饮料',
    name: '清谷劲活饮',
    tastes: ['原味', '冰爽', '无糖'],
    sizes: [
      ['250ml', '罐', 24, 3.8],
      ['500ml', '瓶', 15, 4.3],
    ],
    lifeDays: 540,
  },
  {
    category: '功能饮料',
    name: '清谷电解质水',
    tastes: ['西柚', '荔枝', '青柠'],
    sizes: [['600ml', '瓶', 15, 3.7]],
    lifeDays: 365,
  },
  {
    category: '咖啡',
    name: '清谷即饮咖啡',
    tastes: ['拿铁', '美式', '生椰', '摩卡'],
    sizes: [
      ['280ml', '瓶', 15, 4.6],
      ['900ml', '瓶', 12, 9.2],
    ],
    lifeDays: 270,
  },
  {
    category: '咖啡',
    name: '清谷速溶咖啡',
    tastes: ['原味', '特浓', '无蔗糖'],
    sizes: [
      ['15g×10', '盒', 24, 11.8],
      ['15g×30', '盒', 12, 29.5],
    ],
    lifeDays: 540,
  },
  {
    category: '果汁',
    name: '清谷果汁饮料',
    tastes: ['葡萄', '苹果', '芒果', '西番莲', '山楂', '番石榴'],
    sizes: [
      ['450ml', '瓶', 15, 2.8],
      ['1.25L', '瓶', 12, 5.4],
    ],
    lifeDays: 270,
  },
  {
    category: '乳品',
    name: '清谷风味酸奶',
    tastes: ['原味', '草莓', '黄桃燕麦', '蓝莓'],
    sizes: [
      ['100g', '杯', 24, 2.1],
      ['1kg', '桶', 6, 13.5],
    ],
    lifeDays: 21,
    zone: 'chilled',
  },
  {
    category: '乳品',
    name: '清谷鲜牛奶',
    tastes: ['全脂', '低脂'],
    sizes: [
      ['250ml', '瓶', 20, 3.9],
      ['1.8L', '桶', 4, 19.8],
    ],
    lifeDays: 15,
    zone: 'chilled',
  },
  {
    category: '乳品',
    name: '清谷乳酸菌饮品',
    tastes: ['原味', '草莓', '芒果'],
    sizes: [
      ['100ml', '瓶', 40, 1.4],
      ['340ml', '瓶', 20, 3.2],
    ],
    lifeDays: 180,
  },
  {
    category: '冰品',
    name: '清谷冰淇淋',
    tastes: ['香草', '巧克力', '抹茶', '海盐', '榴莲'],
    sizes: [
      ['75g', '支', 32, 3.3],
      ['500g', '盒', 8, 18.6],
    ],
    lifeDays: 540,
    zone: 'frozen',
  },
  {
    category: '冷冻食品',
    name: '清谷速冻水饺',
    tastes: ['猪肉白菜', '猪肉玉米', '三鲜', '荠菜'],
    sizes: [['500g', '袋', 20, 11.2]],
    lifeDays: 365,
    zone: 'frozen',
  },
  {
    category: '冷冻食品',
    name: '清谷手抓饼',
    tastes: ['原味', '葱香'],
    sizes: [['450g', '袋', 20, 8.4]],
    lifeDays: 270,
    zone: 'frozen',
  },
  {
    category: '方便食品',
    name: '清谷拌面',
    tastes: ['葱油', '麻酱', '炸酱', '川香', '酸辣'],
    sizes: [
      ['118g', '袋', 24, 3.4],
      ['135g', '桶', 12, 4.6],
    ],
    lifeDays: 180,
  },
  {
    category: '方便食品',
    name: '清谷粉丝',
    tastes: ['酸辣', '菌菇', '老鸭汤'],
    sizes: [['60g', '桶', 12, 3.7]],
    lifeDays: 240,
  },
  {
    category: '方便食品',
    name: '清谷速食粥',
    tastes: ['皮蛋瘦肉', '小米南瓜', '紫薯'],
    sizes: [['45g', '杯', 24, 3.9]],
    lifeDays: 270,
  },
  {
    category: '膨化食品',
    name: '清谷波浪薯片',
    tastes: ['番茄味', '黄瓜味', '孜然味', '香辣味', '海苔味'],
    sizes: [
      ['60g', '袋', 24, 3.6],
      ['135g', '罐', 12, 7.4],
    ],
    lifeDays: 270,
  },
  {
    category: '膨化食品',
    name: '清谷爆米花',
    tastes: ['焦糖', '奶油', '芝士'],
    sizes: [['118g', '桶', 12, 8.8]],
    lifeDays: 240,
  },
  {
    category: '饼干糕点',
    name: '清谷曲奇',
    tastes: ['黄油', '蔓越莓', '可可', '海盐芝士'],
    sizes: [
      ['110g', '盒', 24, 5.8],
      ['380g', '盒', 12, 18.2],
    ],
    lifeDays: 365,
  },
  {
    category: '饼干糕点',
    name: '清谷手撕面包',
    tastes: ['奶香', '红豆', '肉松'],
    sizes: [['320g', '袋', 10, 9.6]],
    lifeDays: 45,
  },
  {
    category: '饼干糕点',
    name: '清谷月饼',
    tastes: ['莲蓉蛋黄', '五仁', '豆沙', '流心奶黄'],
    sizes: [['480g', '盒', 8, 58]],
    lifeDays: 60,
  },
  {
    category: '糖果坚果',
    name: '清谷坚果罐',
    tastes: ['腰果', '巴旦木', '开心果', '夏威夷果', '碧根果'],
    sizes: [['250g', '罐', 12, 28.5]],
    lifeDays: 270,
  },
  {
    category: '糖果坚果',
    name: '清谷果冻',
    tastes: ['橘子', '蜜桃', '葡萄'],
    sizes: [['200g', '杯', 24, 3.1]],
    lifeDays: 270,
  },
  {
    category: '糖果坚果',
    name: '清谷巧克力',
    tastes: ['牛奶', '黑', '榛仁'],
    sizes: [
      ['43g', '条', 96, 4.4],
      ['180g', '盒', 24, 19.6],
    ],
    lifeDays: 365,
  },
  {
    category: '肉类零食',
    name: '清谷牛肉干',
    tastes: ['原味', '五香', '麻辣'],
    sizes: [['100g', '袋', 40, 22.5]],
    lifeDays: 270,
  },
  {
    category: '肉类零食',
    name: '清谷鸡胸肉肠',
    tastes: ['原味', '黑胡椒', '玉米'],
    sizes: [['70g', '支', 60, 3.2]],
    lifeDays: 180,
  },
  {
    category: '肉类零食',
    name: '清谷卤鸭锁骨',
    tastes: ['甜辣', '香辣'],
    sizes: [['120g', '袋', 30, 9.8]],
    lifeDays: 180,
  },
  {
    category: '调味品',
    name: '清谷酱油',
    tastes: ['味极鲜', '老抽', '蒸鱼豉油', '零添加'],
    sizes: [
      ['500ml', '瓶', 12, 7.6],
      ['1.9L', '桶', 6, 19.8],
    ],
    lifeDays: 720,
  },
  {
    category: '调味品',
    name: '清谷火锅底料',
    tastes: ['牛油', '清油', '番茄', '菌汤'],
    sizes: [['200g', '袋', 40, 7.2]],
    lifeDays: 540,
  },
  {
    category: '粮油',
    name: '清谷食用油',
    tastes: ['花生油', '菜籽油', '玉米油', '葵花籽油'],
    sizes: [
      ['1.8L', '瓶', 6, 32.8],
      ['5L', '桶', 4, 82],
    ],
    lifeDays: 540,
  },
  {
    category: '粮油',
    name: '清谷大米',
    tastes: ['长粒香', '小町', '丝苗'],
    sizes: [
      ['2.5kg', '袋', 8, 19.8],
      ['10kg', '袋', 2, 72],
    ],
    lifeDays: 360,
  },
  {
    category: '酒类',
    name: '清谷精酿啤酒',
    tastes: ['小麦白', '世涛', '浑浊'],
    sizes: [
      ['500ml', '罐', 12, 6.8],
      ['1L', '桶', 6, 15.5],
    ],
    lifeDays: 180,
  },
  {
    category: '酒类',
    name: '清谷果酒',
    tastes: ['青梅', '白桃', '荔枝'],
    sizes: [['330ml', '瓶', 12, 12.8]],
    lifeDays: 720,
  },
  {
    category: '个人护理',
    name: '清谷湿巾',
    tastes: ['婴儿', '酒精', '厨房'],
    sizes: [
      ['10片', '包', 60, 1.6],
      ['80片', '包', 24, 7.9],
    ],
    lifeDays: 1_080,
  },
  {
    category: '个人护理',
    name: '清谷抽纸',
    tastes: ['三层', '四层'],
    sizes: [
      ['100抽', '包', 40, 2.4],
      ['100抽×6', '提', 10, 13.6],
    ],
    lifeDays: 1_080,
  },
  {
    category: '家庭清洁',
    name: '清谷洗衣液',
    tastes: ['薰衣草', '茶树', '无香', '樱花'],
    sizes: [
      ['1kg', '瓶', 12, 14.9],
      ['3kg', '桶', 4, 36],
    ],
    lifeDays: 1_080,
  },
  {
    category: '家庭清洁',
    name: '清谷洗洁精',
    tastes: ['柠檬', '绿茶', '生姜'],
    sizes: [
      ['500g', '瓶', 24, 5.9],
      ['1.5kg', '瓶', 8, 13.8],
    ],
    lifeDays: 1_080,
  },
  {
    category: '罐头',
    name: '清谷水果罐头',
    tastes: ['黄桃', '橘子', '什锦', '杨梅'],
    sizes: [
      ['312g', '罐', 24, 6.2],
      ['880g', '瓶', 8, 13.5],
    ],
    lifeDays: 720,
  },
];
